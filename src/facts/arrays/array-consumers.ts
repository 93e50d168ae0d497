/** Methods of arrays that leave the array as it is, and give no part of it that a later change would show. */
export const READING_METHODS: ReadonlySet<string> = new Set([
  'some',
  'every',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'includes',
  'indexOf',
  'lastIndexOf',
  'join',
  'forEach',
  'reduce',
  'reduceRight',
  'map',
  'filter',
  'flatMap',
  'flat',
  'slice',
  'at',
  'concat',
  'toSorted',
  'toReversed',
])

/** Those of them that visit no holes, which a copy has filled with `undefined`. */
export const SKIPS_HOLES: ReadonlySet<string> = new Set([
  'some',
  'every',
  'forEach',
  'reduce',
  'reduceRight',
  'map',
  'filter',
  'flatMap',
  'flat',
  'slice',
  'concat',
  'indexOf',
  'lastIndexOf',
])

/** Methods that iterators have as well, by the arguments that they give to their callback. */
export const ITERATOR_METHODS: Readonly<Record<string, number | undefined>> = {
  some: 2,
  every: 2,
  find: 2,
  forEach: 2,
  filter: 2,
  map: 2,
  reduce: 3,
}

/** Methods that call a function while they walk the array, in the same terms. */
export const CALLING_METHODS: Readonly<Record<string, number | undefined>> = {
  ...ITERATOR_METHODS,
  findIndex: 2,
  findLast: 2,
  findLastIndex: 2,
  flatMap: 2,
  reduceRight: 3,
}

/** Methods that end as soon as they know. */
export const STOPS_EARLY: ReadonlySet<string> = new Set(['some', 'every', 'find', 'includes'])

/** What walks its one argument, which may be any iterable, to the end and once. */
export const TAKES_ITERABLE: ReadonlySet<string> = new Set([
  'new Set',
  'new Map',
  'new WeakSet',
  'new WeakMap',
  'Array.from',
  'Object.fromEntries',
  'Promise.all',
  'Promise.allSettled',
  'Promise.any',
  'Promise.race',
])
