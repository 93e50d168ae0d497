import { readsArguments, rowsOf, type RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const SOURCE = 'https://lodash.com/docs/'

const TEXTS = `camelCase capitalize deburr endsWith escape escapeRegExp kebabCase lowerCase lowerFirst pad padEnd
  padStart repeat snakeCase startCase startsWith toLower toUpper trim trimEnd trimStart truncate unescape
  upperCase upperFirst words`
const QUESTIONS = `isArguments isArray isArrayBuffer isArrayLike isBoolean isBuffer isDate isElement isEmpty isEqual
  isError isFinite isFunction isInteger isLength isMap isMatch isNaN isNil isNull isNumber isObject isObjectLike
  isPlainObject isRegExp isSafeInteger isSet isString isSymbol isTypedArray isUndefined isWeakMap isWeakSet
  includes has hasIn inRange eq gt gte lt lte`
const NUMBERS = `add ceil clamp divide floor mean multiply parseInt round size subtract sum toFinite
  toInteger toLength toNumber indexOf lastIndexOf sortedIndex`
const LISTS = `chunk compact concat difference drop dropRight flatten flattenDeep flattenDepth initial
  slice tail take takeRight toArray unzip values without xor zip at castArray`
const SETS = `intersection union uniq`
const OBJECTS = `omit pick invert fromPairs toPlainObject zipObject clone`
const PARTS = `defaultTo first get head last nth max min`
const WALKS = `countBy filter flatMap groupBy keyBy map orderBy partition reject sortBy uniqBy mapKeys mapValues
  omitBy pickBy sumBy meanBy maxBy minBy every some find findIndex findKey findLast findLastIndex dropWhile
  dropRightWhile takeWhile takeRightWhile each eachRight forEach forEachRight forIn forOwn`
const FOLDS = `reduce reduceRight`
const CHANGES = `assign assignIn defaults defaultsDeep extend fill merge pull pullAll remove reverse set unset`

const FACTS: readonly (readonly [names: string, facts: RowFacts])[] = [
  [TEXTS, { effects: [], returns: 'string' }],
  ['replace', { effects: [], returns: 'string', calls: [2] }],
  [QUESTIONS, { effects: readsArguments(0, 1), returns: 'boolean' }],
  [NUMBERS, { effects: readsArguments(0), returns: 'number' }],
  [LISTS, { effects: readsArguments(0, 1, 2, 3), returns: 'Array', fresh: true, holds: [0, 1, 2, 3, 4] }],
  [
    SETS,
    { effects: readsArguments(0, 1, 2), returns: 'Array', fresh: true, holds: [0, 1, 2, 3, 4], distinct: 'always' },
  ],
  [OBJECTS, { effects: readsArguments(0, 1), fresh: true, holds: [0, 1] }],
  [PARTS, { effects: readsArguments(0), holds: [0, 1, 2] }],
  ['cloneDeep', { effects: readsArguments(0), fresh: true, returns: '$0' }],
  ['keys', { effects: readsArguments(0), fresh: true, returns: 'string[]', distinct: 'always' }],
  ['toPairs entries', { effects: readsArguments(0), fresh: true, returns: 'Array', holds: [0] }],
  ['range rangeRight', { effects: [], fresh: true, returns: 'number[]' }],
  ['times', { effects: [], calls: [1], callbackGets: ['number'], fresh: true, returns: 'Array' }],
  [WALKS, { effects: readsArguments(0), calls: [1], holds: [0] }],
  [FOLDS, { effects: readsArguments(0), calls: [1], holds: [0, 2] }],
  [CHANGES, { effects: [{ does: 'write', on: { argument: 0 } }, ...readsArguments(1, 2, 3)], holds: [0, 1, 2, 3] }],
  ['noop identity constant', { effects: [], holds: [0] }],
]

/** `_.uniq` of the package, and the package or file that is this one function: `lodash/uniq`, `lodash.uniq`. */
const rowsOfNames = ([names, facts]: (typeof FACTS)[number]): KnownCallRow[] => {
  const all = names.trim().split(/\s+/)
  const files = all.flatMap((name) => [
    `lodash/${name}`,
    `lodash/${name}.js`,
    `lodash-es/${name}`,
    `lodash-es/${name}.js`,
    `lodash.${name.toLowerCase()}`,
  ])
  return [
    rowsOf(['lodash', 'lodash-es'], SOURCE)('', names, facts),
    rowsOf(files, SOURCE)('', 'default', facts),
  ]
}

export const LODASH: readonly KnownCallRow[] = FACTS.flatMap(rowsOfNames)
