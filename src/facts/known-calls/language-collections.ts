import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const MDN = 'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/'

const reads: readonly RowEffect[] = [{ does: 'read', on: 'receiver' }]
const readsKey: readonly RowEffect[] = [{ does: 'read', on: 'receiver', at: 0 }]
const changes: readonly RowEffect[] = [...reads, { does: 'write', on: 'receiver' }]
const changesKey: readonly RowEffect[] = [...readsKey, { does: 'write', on: 'receiver', at: 0 }]
const readsBoth: readonly RowEffect[] = [...reads, { does: 'read', on: { argument: 0 } }]
const READS_0: readonly RowEffect[] = [{ does: 'read', on: { argument: 0 } }]

const row = (
  owner: string,
  prefix: string,
  names: string,
  facts: Omit<KnownCallRow, 'module' | 'name' | 'source'>,
): KnownCallRow => ({
  module: 'global',
  name: named(prefix, names),
  source: `${MDN}${owner}`,
  ...facts,
})

const HOLDS = { holds: ['receiver'], fresh: true } as const

export const LANGUAGE_COLLECTIONS: readonly KnownCallRow[] = [
  row('Map', 'new ', 'Map', { effects: READS_0, holds: [0], holdsIn: 'values', fresh: true }),
  row('Map', 'Map#', 'get', { effects: readsKey, holds: ['receiver'], returns: '$value' }),
  row('Map', 'Map#', 'has', { effects: readsKey, returns: 'boolean' }),
  row('Map', 'Map#', 'set', { effects: changesKey, gives: 'receiver', returns: '$this' }),
  row('Map', 'Map#', 'delete', { effects: changesKey, returns: 'boolean' }),
  row('Map', 'Map#', 'clear', { effects: changes, returns: 'undefined' }),
  row('Map', 'Map#', 'keys', {
    effects: reads,
    distinct: 'always',
    ...HOLDS,
    holdsIn: 'keys',
    returns: 'Iterator<$key>',
  }),
  row('Map', 'Map#', 'values', { effects: reads, ...HOLDS, returns: 'Iterator<$value>' }),
  row('Map', 'Map#', 'entries', {
    effects: reads,
    distinct: 'always',
    ...HOLDS,
    holdsIn: 'entries',
    returns: 'Iterator<[$key, $value]>',
  }),
  row('Map', 'Map#', 'forEach', {
    effects: reads,
    calls: [0],
    callbackGets: ['$value', '$key', '$this'],
    returns: 'undefined',
  }),
  row('Map', 'Map.', 'groupBy', {
    effects: READS_0,
    holds: [0],
    holdsIn: 'entries',
    fresh: true,
    calls: [1],
    callbackGets: ['$each0', 'number'],
    returns: 'Map<$callback, $each0[]>',
  }),

  row('Set', 'new ', 'Set', { effects: READS_0, holds: [0], fresh: true, returns: 'Set<$each0>' }),
  row('Set', 'Set#', 'has', { effects: readsKey, returns: 'boolean' }),
  row('Set', 'Set#', 'add', { effects: changesKey, gives: 'receiver', returns: '$this' }),
  row('Set', 'Set#', 'delete', { effects: changesKey, returns: 'boolean' }),
  row('Set', 'Set#', 'clear', { effects: changes, returns: 'undefined' }),
  row('Set', 'Set#', 'keys values', { effects: reads, distinct: 'always', ...HOLDS, returns: 'Iterator<$element>' }),
  row('Set', 'Set#', 'entries', {
    effects: reads,
    distinct: 'always',
    ...HOLDS,
    holdsIn: 'entries',
    returns: 'Iterator<[$element, $element]>',
  }),
  row('Set', 'Set#', 'forEach', {
    effects: reads,
    calls: [0],
    callbackGets: ['$element', '$element', '$this'],
    returns: 'undefined',
  }),
  row('Set', 'Set#', 'union symmetricDifference', {
    effects: readsBoth,
    holds: ['receiver', 0],
    fresh: true,
    returns: 'Set',
  }),
  row('Set', 'Set#', 'intersection difference', { effects: readsBoth, ...HOLDS, returns: '$this' }),
  row('Set', 'Set#', 'isSubsetOf isSupersetOf isDisjointFrom', { effects: readsBoth, returns: 'boolean' }),

  row('WeakMap', 'new ', 'WeakMap', { effects: READS_0, holds: [0], holdsIn: 'values', fresh: true }),
  row('WeakMap', 'WeakMap#', 'get', { effects: readsKey, holds: ['receiver'], returns: '$value' }),
  row('WeakMap', 'WeakMap#', 'has', { effects: readsKey, returns: 'boolean' }),
  row('WeakMap', 'WeakMap#', 'set', { effects: changesKey, gives: 'receiver', returns: '$this' }),
  row('WeakMap', 'WeakMap#', 'delete', { effects: changesKey, returns: 'boolean' }),
  row('WeakSet', 'new ', 'WeakSet', { effects: READS_0, fresh: true }),
  row('WeakSet', 'WeakSet#', 'has', { effects: readsKey, returns: 'boolean' }),
  row('WeakSet', 'WeakSet#', 'add', { effects: changesKey, gives: 'receiver', returns: '$this' }),
  row('WeakSet', 'WeakSet#', 'delete', { effects: changesKey, returns: 'boolean' }),
  row('WeakRef', 'new ', 'WeakRef', { effects: [], holds: [0], fresh: true }),
  row('WeakRef', 'WeakRef#', 'deref', { effects: reads, holds: ['receiver'] }),

  row('Iterator', 'Iterator#', 'next return', { effects: changes, holds: ['receiver'], fresh: true, oneAtATime: 'stream' }),
  row('Iterator', 'Iterator#', 'toArray', { effects: changes, ...HOLDS, returns: '$element[]' }),
  row('Iterator', 'Iterator#', 'take drop', { effects: changes, ...HOLDS, returns: '$this' }),
  row('Iterator', 'Iterator#', 'filter', {
    effects: changes,
    ...HOLDS,
    calls: [0],
    callbackGets: ['$element', 'number'],
    returns: '$this',
  }),
  row('Iterator', 'Iterator#', 'map', {
    effects: changes,
    holds: [0],
    fresh: true,
    calls: [0],
    callbackGets: ['$element', 'number'],
    returns: 'Iterator<$callback>',
  }),
  row('Iterator', 'Iterator#', 'flatMap', {
    effects: changes,
    holds: [0],
    holdsIn: 'parts',
    fresh: true,
    calls: [0],
    callbackGets: ['$element', 'number'],
    returns: 'Iterator',
  }),
  row('Iterator', 'Iterator#', 'some every', {
    effects: changes,
    calls: [0],
    callbackGets: ['$element', 'number'],
    returns: 'boolean',
  }),
  row('Iterator', 'Iterator#', 'find', {
    effects: changes,
    holds: ['receiver'],
    calls: [0],
    callbackGets: ['$element', 'number'],
    returns: '$element',
  }),
  row('Iterator', 'Iterator#', 'forEach', {
    effects: changes,
    calls: [0],
    callbackGets: ['$element', 'number'],
    returns: 'undefined',
  }),
  row('Iterator', 'Iterator#', 'reduce', {
    effects: changes,
    holds: [0, 1],
    calls: [0],
    callbackGets: ['unknown', '$element', 'number'],
  }),
  row('Iterator', 'Iterator.', 'from', { effects: READS_0, holds: [0], fresh: true, returns: 'Iterator<$each0>' }),
  row('AsyncIterator', 'AsyncIterator#', 'next return', {
    effects: changes,
    holds: ['receiver'],
    fresh: true,
    oneAtATime: 'stream',
  }),
]
