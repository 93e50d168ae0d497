import { readsArguments, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow, ValueKind } from './row.ts'

const repository = (name: string): string => `https://github.com/sindresorhus/${name}#readme`

/** Calls its second argument with each element of the first, and waits for all. */
const walks = (name: string, facts: Partial<KnownCallRow>): KnownCallRow =>
  rowsOf(name, repository(name))('', 'default', {
    effects: readsArguments(0),
    calls: [1],
    callbackGets: ['$each0', 'number'],
    async: true,
    holds: [0],
    ...facts,
  })

/** Calls its first argument, again where that failed. */
const repeats = (module: string, names: string, source: string, gets: readonly ValueKind[]): KnownCallRow =>
  rowsOf(module, source)('', names, {
    effects: [],
    calls: [0],
    callbackGets: gets,
    async: true,
    returns: 'Promise<$callback>',
  })

const queue = rowsOf('p-queue', repository('p-queue'))

/** Packages that call functions one after the other, side by side, or again. */
export const PROMISE_TOOLS: readonly KnownCallRow[] = [
  queue('new ', 'default', { effects: [], fresh: true }),
  queue('default#', 'add', { effects: [], calls: [0], async: true, returns: 'Promise<$callback>' }),
  // Who waits for the queue before going on means to hold back.
  queue('default#', 'onIdle onEmpty onSizeLessThan onPendingZero', {
    effects: writes('receiver'),
    oneAtATime: 'lock',
  }),
  queue('default#', 'start pause clear setPriority', { effects: writes('receiver'), ordered: true }),
  queue('default#', 'on once', { effects: writes('receiver'), callsLater: [1], returns: '$this' }),

  repeats('p-retry', 'default', repository('p-retry'), ['number']),
  rowsOf('p-retry', repository('p-retry'))('new ', 'AbortError', { effects: [], fresh: true }),
  repeats('async-retry', 'default', 'https://github.com/vercel/async-retry#readme', ['Function', 'number']),
  repeats('retry-as-promised', 'default', 'https://github.com/mickhansen/retry-as-promised#readme', ['unknown']),
  repeats('exponential-backoff', 'backOff', 'https://github.com/coveooss/exponential-backoff#readme', ['unknown']),
  repeats('p-try', 'default', repository('p-try'), ['unknown']),

  walks('p-map-series', { returns: '$settled[]', fresh: true }),
  walks('p-each-series', { returns: 'Array' }),
  walks('p-filter', { returns: 'Array', fresh: true }),
  walks('p-locate', { callbackGets: ['$each0'] }),
  walks('p-props', { callbackGets: ['unknown'], fresh: true }),
  walks('p-reduce', { callbackGets: ['unknown', '$each0', 'number'], holds: [0, 2] }),
  walks('p-times', { effects: [], callbackGets: ['number'], returns: '$settled[]', fresh: true }),
]
