import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/'
const WEB = 'https://developer.mozilla.org/en-US/docs/Web/API/'

const READS_0: readonly RowEffect[] = [{ does: 'read', on: { argument: 0 } }]
const readsReceiver: readonly RowEffect[] = [{ does: 'read', on: 'receiver' }]
const writesReceiver: readonly RowEffect[] = [{ does: 'write', on: 'receiver' }]

const row = (
  source: string,
  prefix: string,
  names: string,
  facts: Omit<KnownCallRow, 'module' | 'name' | 'source'>,
): KnownCallRow => ({
  module: 'global',
  name: named(prefix, names),
  source,
  ...facts,
})

const MATH = `abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot
  imul log log10 log1p log2 max min pow round sign sin sinh sqrt tan tanh trunc`

/** Functions of the language and of every platform, and classes that are neither collections nor texts. */
export const LANGUAGE_GLOBALS: readonly KnownCallRow[] = [
  row(`${MDN}Math`, 'Math.', MATH, { effects: [], returns: 'number' }),
  row(`${MDN}Math/random`, 'Math.', 'random', { effects: [{ does: 'read', on: 'random' }], returns: 'number' }),

  row(`${MDN}JSON`, 'JSON.', 'parse', { effects: [], fresh: true, calls: [1] }),
  row(`${MDN}JSON`, 'JSON.', 'stringify', { effects: READS_0, calls: [1], returns: 'string' }),

  row(`${MDN}Object`, 'Object.', 'keys getOwnPropertyNames', {
    effects: READS_0,
    distinct: 'always',
    fresh: true,
    returns: 'string[]',
  }),
  row(`${MDN}Object`, 'Object.', 'values', { effects: READS_0, holds: [0], fresh: true, returns: 'Array' }),
  row(`${MDN}Object`, 'Object.', 'entries', {
    effects: READS_0,
    distinct: 'always',
    holds: [0],
    holdsIn: 'entries',
    fresh: true,
    returns: '[string, unknown][]',
  }),
  row(`${MDN}Object`, 'Object.', 'fromEntries', {
    effects: READS_0,
    holds: [0],
    holdsIn: 'values',
    fresh: true,
    returns: 'Object',
  }),
  row(`${MDN}Object`, 'Object.', 'groupBy', {
    effects: READS_0,
    holds: [0],
    holdsIn: 'entries',
    fresh: true,
    calls: [1],
    callbackGets: ['$each0', 'number'],
    returns: 'Object',
  }),
  row(`${MDN}Object`, 'Object.', 'assign', {
    effects: [
      { does: 'write', on: { argument: 0 } },
      { does: 'read', on: { argument: 1 } },
      { does: 'read', on: { argument: 2 } },
      { does: 'read', on: { argument: 3 } },
    ],
    gives: 0,
    holds: [0, 1, 2, 3],
  }),
  row(`${MDN}Object`, 'Object.', 'defineProperty defineProperties setPrototypeOf freeze seal preventExtensions', {
    effects: [{ does: 'write', on: { argument: 0 } }],
    gives: 0,
    holds: [0],
    returns: '$0',
  }),
  row(`${MDN}Object`, 'Object.', 'create', { effects: [], holds: [0], fresh: true, returns: 'Object' }),
  row(`${MDN}Object`, 'Object.', 'is isExtensible isFrozen isSealed hasOwn', {
    effects: READS_0,
    returns: 'boolean',
  }),
  row(
    `${MDN}Object`,
    'Object.',
    'getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertySymbols getPrototypeOf',
    { effects: READS_0, holds: [0] },
  ),
  row(`${MDN}Object/Object`, '', 'Object', { effects: [], gives: 0 }),
  row(`${MDN}ArrayBuffer/isView`, 'ArrayBuffer.', 'isView', { effects: [], returns: 'boolean' }),
  row('https://developer.mozilla.org/en-US/docs/WebAssembly/Reference/JavaScript_interface', 'WebAssembly.', 'compile', {
    effects: READS_0,
    async: true,
    fresh: true,
  }),
  row('https://developer.mozilla.org/en-US/docs/WebAssembly/Reference/JavaScript_interface', 'WebAssembly.', 'validate', {
    effects: READS_0,
    returns: 'boolean',
  }),
  row(`${MDN}Reflect`, 'Reflect.', 'get getPrototypeOf getOwnPropertyDescriptor', { effects: READS_0, holds: [0] }),
  row(`${MDN}Reflect`, 'Reflect.', 'has isExtensible', { effects: READS_0, returns: 'boolean' }),
  row(`${MDN}Reflect`, 'Reflect.', 'ownKeys', {
    effects: READS_0,
    distinct: 'always',
    fresh: true,
    returns: 'Array',
  }),
  row(`${MDN}Reflect`, 'Reflect.', 'set deleteProperty defineProperty setPrototypeOf', {
    effects: [{ does: 'write', on: { argument: 0 } }],
    returns: 'boolean',
  }),

  row(`${MDN}Promise`, 'Promise.', 'all', { effects: READS_0, gives: 0, fresh: true, returns: 'Promise<$all0>' }),
  row(`${MDN}Promise`, 'Promise.', 'allSettled', {
    effects: READS_0,
    holds: [0],
    holdsIn: 'entries',
    fresh: true,
    returns: 'Promise<Array>',
  }),
  row(`${MDN}Promise`, 'Promise.', 'race any', { effects: READS_0, holds: [0], returns: 'Promise' }),
  row(`${MDN}Promise`, 'Promise.', 'resolve', { effects: [], gives: 0, returns: 'Promise<$0>', async: true }),
  row(`${MDN}Promise`, 'Promise.', 'reject', { effects: [], holds: [0], returns: 'Promise', async: true }),
  row(`${MDN}Promise`, 'Promise.', 'withResolvers', { effects: [], fresh: true, returns: 'Object' }),
  row(`${MDN}Promise`, 'new ', 'Promise', { effects: [], calls: [0] }),
  row(`${MDN}Promise`, 'Promise#', 'then', {
    effects: readsReceiver,
    callsLater: [0, 1],
    callbackGets: ['$awaited'],
    holds: [0, 1],
    returns: 'Promise<$callback>',
  }),
  row(`${MDN}Promise`, 'Promise#', 'catch', {
    effects: readsReceiver,
    callsLater: [0],
    gives: 'receiver',
    holds: [0],
    returns: 'Promise',
  }),
  row(`${MDN}Promise`, 'Promise#', 'finally', {
    effects: readsReceiver,
    callsLater: [0],
    gives: 'receiver',
    returns: '$this',
  }),

  row(`${MDN}Function`, 'Function#', 'toString', { effects: [], returns: 'string' }),
  row(`${MDN}Proxy`, 'new ', 'Proxy', { effects: [], holds: [0, 1], fresh: true, returns: 'unknown' }),
  row(`${MDN}encodeURIComponent`, '', 'encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape', {
    effects: [],
    returns: 'string',
  }),
  row(`${WEB}Window/structuredClone`, '', 'structuredClone', { effects: READS_0, fresh: true, returns: '$0' }),
  row(`${WEB}Window/queueMicrotask`, '', 'queueMicrotask', { effects: [], callsLater: [0], returns: 'undefined' }),
  row(`${WEB}Window/btoa`, '', 'atob btoa', { effects: [], returns: 'string' }),
  row(`${WEB}Performance/now`, 'performance.', 'now', {
    effects: [{ does: 'read', on: 'clock' }],
    returns: 'number',
  }),
  row(`${WEB}Performance`, 'performance.', 'mark measure clearMarks clearMeasures', {
    effects: [{ does: 'write', on: 'clock' }],
    ordered: true,
  }),
  row(`${WEB}Window/alert`, '', 'alert confirm prompt', {
    effects: [{ does: 'write', on: 'user' }],
    ordered: true,
    interactive: true,
  }),
  row('https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Operators/import', '', 'import()', {
    effects: [{ does: 'read', on: 'modules' }],
    async: true,
  }),
  row('https://nodejs.org/api/modules.html#requireid', '', 'require', { effects: [{ does: 'read', on: 'modules' }] }),
  row('https://nodejs.org/api/modules.html#requireresolverequest-options', '', 'require.resolve', {
    effects: [{ does: 'read', on: 'file-system' }],
    returns: 'string',
  }),

  row(`${WEB}URL`, 'new ', 'URL', { effects: [], fresh: true, joinsNames: true }),
  row(`${WEB}URL`, 'URL.', 'canParse', { effects: [], returns: 'boolean' }),
  row(`${WEB}URL`, 'URL.', 'parse', { effects: [], fresh: true, returns: 'URL' }),
  row(`${WEB}URL`, 'URL#', 'toString toJSON', { effects: readsReceiver, returns: 'string' }),
  row(`${WEB}URLSearchParams`, 'new ', 'URLSearchParams', { effects: READS_0, fresh: true }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'append delete set sort', {
    effects: writesReceiver,
    returns: 'undefined',
  }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'get toString', { effects: readsReceiver, returns: 'string' }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'getAll', {
    effects: readsReceiver,
    fresh: true,
    returns: 'string[]',
  }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'has', { effects: readsReceiver, returns: 'boolean' }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'keys values', {
    effects: readsReceiver,
    fresh: true,
    returns: 'Iterator<string>',
  }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'entries', {
    effects: readsReceiver,
    fresh: true,
    returns: 'Iterator<[string, string]>',
  }),
  row(`${WEB}URLSearchParams`, 'URLSearchParams#', 'forEach', {
    effects: readsReceiver,
    calls: [0],
    returns: 'undefined',
  }),

  row(`${WEB}TextEncoder`, 'new ', 'TextEncoder TextDecoder', { effects: [], fresh: true }),
  row(`${WEB}TextEncoder`, 'TextEncoder#', 'encode', { effects: [], fresh: true, returns: 'Uint8Array' }),
  row(`${WEB}TextDecoder`, 'TextDecoder#', 'decode', { effects: [...READS_0, ...writesReceiver], returns: 'string' }),
  row(`${WEB}AbortController`, 'new ', 'AbortController', { effects: [], fresh: true }),
  row(`${WEB}AbortController`, 'AbortController#', 'abort', {
    effects: writesReceiver,
    ordered: true,
    returns: 'undefined',
  }),
  row(`${WEB}AbortSignal`, 'AbortSignal.', 'timeout', { effects: [], pacing: true, fresh: true, returns: 'AbortSignal' }),
  row(`${WEB}AbortSignal`, 'AbortSignal.', 'any abort', {
    effects: [],
    holds: [0],
    fresh: true,
    returns: 'AbortSignal',
  }),
  row(`${WEB}AbortSignal`, 'AbortSignal#', 'throwIfAborted', { effects: readsReceiver, returns: 'undefined' }),
  row(`${WEB}EventTarget`, 'AbortSignal#', 'addEventListener removeEventListener', {
    effects: writesReceiver,
    callsLater: [1],
  }),
]
