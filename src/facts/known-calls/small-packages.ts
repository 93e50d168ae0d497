import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const TEXT: RowFacts = { effects: [], returns: 'string' }
const TELLS: RowFacts = { effects: readsArguments(0), returns: 'boolean' }
const PRINTS: RowFacts = { effects: readsArguments(0), returns: 'string' }
const PARSES: RowFacts = { effects: [], fresh: true }
const LOOKS_UP: RowFacts = { effects: reads('file-system'), returns: 'string' }

const github = (name: string): string => `https://github.com/${name}#readme`

/** Numbers of any size, which never change. */
const NUMBERS: readonly (readonly [module: string, name: string, source: string])[] = [
  ['bignumber.js', 'BigNumber', 'https://mikemcl.github.io/bignumber.js/'],
  ['big.js', 'Big', 'https://mikemcl.github.io/big.js/'],
  ['decimal.js', 'Decimal', 'https://mikemcl.github.io/decimal.js/'],
]

const formData = rowsOf('form-data', github('form-data/form-data'))
const scule = rowsOf('scule', 'https://unjs.io/packages/scule')
const plist = rowsOf(['plist', '@expo/plist'], github('TooTallNate/plist.js'))

/** More packages that make a value of another, look something up, or hold a form. */
export const SMALL_PACKAGES: readonly KnownCallRow[] = [
  rowsOf('etag', github('jshttp/etag'))('', 'default', PRINTS),
  rowsOf(['klona', 'klona/json', 'klona/lite', 'klona/full'], github('lukeed/klona'))('', 'klona default', {
    effects: readsArguments(0),
    returns: '$0',
    fresh: true,
  }),
  rowsOf('dedent', github('dmnd/dedent'))('', 'default', TEXT),
  scule('', 'pascalCase camelCase kebabCase snakeCase flatCase trainCase titleCase upperFirst lowerFirst', TEXT),
  scule('', 'splitByCase', { effects: [], returns: 'string[]', fresh: true }),
  scule('', 'isUppercase', TELLS),
  plist('', 'parse', PARSES),
  plist('', 'build', PRINTS),
  // It is the object that is given which is normalized.
  rowsOf('normalize-package-data', github('npm/normalize-package-data'))('', 'default', {
    effects: [{ does: 'write', on: { argument: 0 } }],
    calls: [1, 2],
  }),

  rowsOf('exsolve', 'https://unjs.io/packages/exsolve')('', 'resolveModulePath resolveModuleURL', LOOKS_UP),
  rowsOf('import-meta-resolve', github('wooorm/import-meta-resolve'))('', 'resolve', LOOKS_UP),
  rowsOf('pathe/utils', github('unjs/pathe'))('', 'normalizeAliases resolveAlias reverseResolveAlias filename', {
    effects: readsArguments(0, 1),
  }),

  ...NUMBERS.flatMap(([module, name, source]) => [
    rowsOf(module, source)('', name, { effects: [], returns: `${module}:${name}`, fresh: true }),
    rowsOf(module, source)('new ', name, { effects: [], returns: `${module}:${name}`, fresh: true }),
    rowsOf(module, source)(`${name}#`, 'plus minus times div mod pow abs sqrt', {
      effects: reads('receiver'),
      returns: `${module}:${name}`,
      fresh: true,
    }),
    rowsOf(module, source)(`${name}#`, 'toString toFixed toPrecision toExponential toJSON valueOf', {
      effects: reads('receiver'),
      returns: 'string',
    }),
    rowsOf(module, source)(`${name}#`, 'toNumber', { effects: reads('receiver'), returns: 'number' }),
    rowsOf(module, source)(`${name}#`, 'eq gt gte lt lte', { effects: reads('receiver'), returns: 'boolean' }),
  ]),
  rowsOf('bignumber.js', 'https://mikemcl.github.io/bignumber.js/')('', 'isBigNumber BigNumber.isBigNumber', TELLS),

  formData('new ', 'default', PARSES),
  formData('default#', 'append setBoundary', { effects: writes('receiver'), returns: 'undefined' }),
  formData('default#', 'getHeaders', { effects: writes('receiver'), fresh: true }),
  formData('default#', 'getBoundary', { effects: writes('receiver'), returns: 'string' }),
  formData('default#', 'getLengthSync', { effects: reads('receiver'), returns: 'number' }),
  formData('default#', 'hasKnownLength', { effects: reads('receiver'), returns: 'boolean' }),
]
