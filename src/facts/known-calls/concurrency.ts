import { named } from './named.ts'
import type { KnownCallRow } from './row.ts'

const MUTEX = 'https://github.com/DirtyHairy/async-mutex#readme'
const LIMIT = 'https://github.com/sindresorhus/p-limit#readme'
const MAP = 'https://github.com/sindresorhus/p-map#readme'

export const CONCURRENCY: readonly KnownCallRow[] = [
  {
    module: 'async-mutex',
    name: ['new Mutex', 'new Semaphore', 'withTimeout', 'tryAcquire'],
    effects: [],
    fresh: true,
    source: MUTEX,
  },
  {
    module: 'async-mutex',
    name: [...named('Mutex#', 'runExclusive'), ...named('Semaphore#', 'runExclusive')],
    effects: [{ does: 'write', on: 'receiver' }],
    calls: [0],
    oneAtATime: 'lock',
    returns: 'Promise<$callback>',
    source: MUTEX,
  },
  {
    module: 'async-mutex',
    name: [
      ...named('Mutex#', 'acquire release waitForUnlock cancel'),
      ...named('Semaphore#', 'acquire release waitForUnlock cancel setValue'),
    ],
    effects: [{ does: 'write', on: 'receiver' }],
    oneAtATime: 'lock',
    source: MUTEX,
  },
  {
    module: 'async-mutex',
    name: ['Mutex#isLocked', 'Semaphore#isLocked', 'Semaphore#getValue'],
    effects: [{ does: 'read', on: 'receiver' }],
    source: MUTEX,
  },

  { module: 'p-limit', name: 'default', effects: [], returns: 'p-limit:LimitFunction', fresh: true, source: LIMIT },
  {
    module: 'p-limit',
    name: 'LimitFunction()',
    effects: [],
    calls: [0],
    async: true,
    returns: 'Promise<$callback>',
    holds: [1, 2],
    source: LIMIT,
  },
  {
    module: 'p-limit',
    name: 'LimitFunction#map',
    effects: [{ does: 'read', on: { argument: 0 } }],
    calls: [1],
    callbackGets: ['$each0', 'number'],
    async: true,
    fresh: true,
    holds: [0],
    source: LIMIT,
  },
  {
    module: 'p-limit',
    name: 'LimitFunction#clearQueue',
    effects: [{ does: 'write', on: 'receiver' }],
    ordered: true,
    source: LIMIT,
  },
  {
    module: 'p-limit',
    name: 'limitFunction',
    effects: [],
    holds: [0],
    returns: 'Function',
    fresh: true,
    source: LIMIT,
  },

  {
    module: 'p-map',
    name: 'default',
    effects: [{ does: 'read', on: { argument: 0 } }],
    calls: [1],
    callbackGets: ['$each0', 'number'],
    async: true,
    returns: '$settled[]',
    fresh: true,
    holds: [0],
    source: MAP,
  },
  {
    module: 'p-map',
    name: 'pMapIterable',
    effects: [{ does: 'read', on: { argument: 0 } }],
    calls: [1],
    callbackGets: ['$each0', 'number'],
    returns: 'AsyncIterator<$settled>',
    fresh: true,
    holds: [0],
    source: MAP,
  },
]
