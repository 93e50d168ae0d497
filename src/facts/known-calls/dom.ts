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
]
