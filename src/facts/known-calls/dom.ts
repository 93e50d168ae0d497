import { named } from './named.ts'
import type { KnownCallRow } from './row.ts'

const QUERY = 'https://developer.mozilla.org/en-US/docs/Web/API/Document/querySelectorAll'

export const DOM: readonly KnownCallRow[] = [
  {
    module: 'global',
    name: [
      'document.querySelectorAll',
      'document.getElementsByName',
      ...named('Document#', 'querySelectorAll getElementsByName'),
      'Element#querySelectorAll',
      'HTMLElement#querySelectorAll',
    ],
    effects: [{ does: 'read', on: 'page' }],
    returns: 'NodeList',
    fresh: true,
    source: QUERY,
  },
  {
    module: 'global',
    name: [
      'document.querySelector',
      'document.getElementById',
      ...named('Document#', 'querySelector getElementById'),
      'Element#querySelector',
      'HTMLElement#querySelector',
    ],
    effects: [{ does: 'read', on: 'page' }],
    source: 'https://developer.mozilla.org/en-US/docs/Web/API/Document/querySelector',
  },
  {
    module: 'global',
    name: 'getComputedStyle',
    effects: [{ does: 'read', on: 'page' }],
    source: 'https://developer.mozilla.org/en-US/docs/Web/API/Window/getComputedStyle',
  },
]
