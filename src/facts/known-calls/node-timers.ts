import type { KnownCallRow } from './row.ts'

const TIMERS = 'https://nodejs.org/api/timers.html'

export const NODE_TIMERS: readonly KnownCallRow[] = [
  { module: 'timers', name: 'setTimeout', effects: [], callsLater: [0], returns: 'timers:Timeout', fresh: true, source: TIMERS },
  { module: 'timers', name: 'setInterval', effects: [], callsLater: [0], returns: 'timers:Timeout', fresh: true, source: TIMERS },
  { module: 'timers', name: 'setImmediate', effects: [], callsLater: [0], returns: 'timers:Immediate', fresh: true, source: TIMERS },
  {
    module: 'timers',
    name: ['clearTimeout', 'clearInterval', 'clearImmediate'],
    effects: [{ does: 'write', on: { argument: 0 } }],
    returns: 'undefined',
    source: TIMERS,
  },
  {
    module: 'timers',
    name: ['Timeout#ref', 'Timeout#unref', 'Timeout#refresh', 'Immediate#ref', 'Immediate#unref'],
    effects: [{ does: 'write', on: 'receiver' }],
    returns: '$this',
    source: TIMERS,
  },
  {
    module: 'timers',
    name: ['Timeout#close'],
    effects: [{ does: 'write', on: 'receiver' }],
    source: TIMERS,
  },
  { module: 'timers/promises', name: 'setTimeout', effects: [], pacing: true, async: true, holds: [1], source: TIMERS },
  { module: 'timers/promises', name: 'setImmediate', effects: [], pacing: true, async: true, holds: [0], source: TIMERS },
  { module: 'timers/promises', name: 'setInterval', effects: [], pacing: true, returns: 'AsyncIterator', source: TIMERS },
  { module: 'timers/promises', name: ['scheduler.wait', 'scheduler.yield'], effects: [], pacing: true, async: true, source: TIMERS },
  {
    module: 'delay',
    name: 'default',
    effects: [],
    pacing: true,
    async: true,
    source: 'https://github.com/sindresorhus/delay#readme',
  },
]
