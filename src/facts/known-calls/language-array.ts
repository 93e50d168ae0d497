import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Array'
const TYPED = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/TypedArray'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'receiver' }]
const writes: readonly RowEffect[] = [{ does: 'write', on: 'receiver' }]
const changes: readonly RowEffect[] = [...reads, ...writes]
const READS_0: readonly RowEffect[] = [{ does: 'read', on: { argument: 0 } }]

const row = (
  prefix: string,
  names: string,
  facts: Omit<KnownCallRow, 'module' | 'name' | 'source'>,
): KnownCallRow => ({
  module: 'global',
  name: named(prefix, names),
  source: prefix.startsWith('Typed') ? TYPED : MDN,
  ...facts,
})

/** Callback that gets an element, its index and the array. */
const each = { calls: [0], callbackGets: ['$element', 'number', '$this'] } as const
const fold = { calls: [0], callbackGets: ['unknown', '$element', 'number', '$this'] } as const

export const LANGUAGE_ARRAY: readonly KnownCallRow[] = [
  row('Array#', 'push unshift', { effects: changes, returns: 'number' }),
  row('Array#', 'pop shift', { effects: changes, holds: ['receiver'], returns: '$element' }),
  row('Array#', 'splice', {
    effects: changes,
    distinct: 'receiver',
    holds: ['receiver'],
    fresh: true,
    returns: '$element[]',
  }),
  row('Array#', 'reverse', { effects: changes, distinct: 'receiver', gives: 'receiver', returns: '$this' }),
  row('Array#', 'copyWithin', { effects: changes, gives: 'receiver', returns: '$this' }),
  row('Array#', 'fill', { effects: writes, gives: 'receiver', returns: 'Array' }),
  row('Array#', 'sort', {
    effects: changes,
    distinct: 'receiver',
    gives: 'receiver',
    returns: '$this',
    calls: [0],
    callbackGets: ['$element', '$element'],
  }),
  row('Array#', 'toSorted', {
    effects: reads,
    distinct: 'receiver',
    holds: ['receiver'],
    fresh: true,
    returns: '$element[]',
    calls: [0],
    callbackGets: ['$element', '$element'],
  }),
  row('Array#', 'slice toReversed', {
    effects: reads,
    distinct: 'receiver',
    holds: ['receiver'],
    fresh: true,
    returns: '$element[]',
  }),
  row('Array#', 'concat', {
    effects: [...reads, ...READS_0],
    holds: ['receiver', 0, 1, 2],
    holdsIn: 'self',
    fresh: true,
    returns: 'Array',
  }),
  row('Array#', 'toSpliced with', {
    effects: reads,
    holds: ['receiver', 1, 2],
    holdsIn: 'self',
    fresh: true,
    returns: 'Array',
  }),
  row('Array#', 'flat', { effects: reads, holds: ['receiver'], holdsIn: 'parts', fresh: true, returns: 'Array' }),
  row('Array#', 'at', { effects: reads, holds: ['receiver'], returns: '$element' }),
  row('Array#', 'includes', { effects: reads, returns: 'boolean' }),
  row('Array#', 'indexOf lastIndexOf', { effects: reads, returns: 'number' }),
  row('Array#', 'join toString toLocaleString', { effects: reads, returns: 'string' }),
  row('Array#', 'keys', { effects: reads, distinct: 'always', fresh: true, returns: 'Iterator<number>' }),
  row('Array#', 'values', {
    effects: reads,
    distinct: 'receiver',
    holds: ['receiver'],
    fresh: true,
    returns: 'Iterator<$element>',
  }),
  row('Array#', 'entries', {
    effects: reads,
    distinct: 'always',
    holds: ['receiver'],
    holdsIn: 'entries',
    fresh: true,
    returns: 'Iterator<[number, $element]>',
  }),
  row('Array#', 'map', { effects: reads, fresh: true, returns: '$callback[]', holds: [0], ...each }),
  row('Array#', 'flatMap', { effects: reads, fresh: true, returns: 'Array', holds: [0], holdsIn: 'parts', ...each }),
  row('Array#', 'filter', {
    effects: reads,
    distinct: 'receiver',
    fresh: true,
    returns: '$element[]',
    holds: ['receiver'],
    ...each,
  }),
  row('Array#', 'forEach', { effects: reads, returns: 'undefined', ...each }),
  row('Array#', 'some every', { effects: reads, returns: 'boolean', ...each }),
  row('Array#', 'find findLast', { effects: reads, returns: '$element', holds: ['receiver'], ...each }),
  row('Array#', 'findIndex findLastIndex', { effects: reads, returns: 'number', ...each }),
  row('Array#', 'reduce reduceRight', { effects: reads, holds: [0, 1], ...fold }),
  row('Array.', 'isArray', { effects: [], returns: 'boolean' }),
  row('Array.', 'of', { effects: [], holds: [0, 1, 2, 3], holdsIn: 'self', fresh: true, returns: 'Array' }),
  row('Array.', 'from', {
    effects: READS_0,
    holds: [0],
    fresh: true,
    returns: '$each0[]',
    when: { argument: 1, in: [], absent: true },
  }),
  row('Array.', 'from', {
    effects: READS_0,
    holds: [1],
    fresh: true,
    returns: '$callback[]',
    calls: [1],
    callbackGets: ['$each0', 'number'],
  }),
  row('new ', 'Array', { effects: [], holds: [0, 1, 2, 3], holdsIn: 'self', fresh: true, returns: 'Array' }),
  row('', 'Array', { effects: [], holds: [0, 1, 2, 3], holdsIn: 'self', fresh: true, returns: 'Array' }),

  row('TypedArray#', 'set fill copyWithin', { effects: changes }),
  row('TypedArray#', 'reverse sort', { effects: changes, gives: 'receiver', returns: '$this', calls: [0] }),
  row('TypedArray#', 'subarray', { effects: reads, gives: 'receiver', returns: '$this' }),
  row('TypedArray#', 'slice toReversed toSorted', { effects: reads, fresh: true, returns: '$this', calls: [0] }),
  row('TypedArray#', 'at indexOf lastIndexOf findIndex', { effects: reads, returns: 'number', calls: [0] }),
  row('TypedArray#', 'includes some every', { effects: reads, returns: 'boolean', calls: [0] }),
  row('TypedArray#', 'map filter forEach reduce find', { effects: reads, fresh: true, calls: [0] }),
  row('TypedArray#', 'join toString', { effects: reads, returns: 'string' }),
  row('TypedArray#', 'keys values entries', { effects: reads, fresh: true, returns: 'Iterator' }),
  row(
    'new ',
    'Uint8Array Uint8ClampedArray Uint16Array Uint32Array Int8Array Int16Array Int32Array Float32Array Float64Array',
    {
      effects: READS_0,
      holds: [0],
      fresh: true,
    },
  ),
  row('new ', 'BigInt64Array BigUint64Array DataView ArrayBuffer', { effects: READS_0, holds: [0], fresh: true }),
]
