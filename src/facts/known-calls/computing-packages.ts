import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const TEXT: RowFacts = { effects: [], returns: 'string' }
const TELLS: RowFacts = { effects: readsArguments(0), returns: 'boolean' }
const PRINTS: RowFacts = { effects: readsArguments(0), returns: 'string' }
const PARSES: RowFacts = { effects: [], fresh: true }
/** Faults that are found are put in a list that the caller gives. */
const PARSES_AND_NOTES: RowFacts = { effects: [{ does: 'write', on: { argument: 1 } }], fresh: true }

const SEMVER = 'https://github.com/npm/node-semver#functions'
const EDITS: RowFacts = { effects: writes('receiver'), returns: '$this', holds: ['receiver'] }

const github = (name: string): string => `https://github.com/${name}#readme`
const js = (...modules: readonly string[]): readonly string[] => modules.flatMap((name) => [name, `${name}.js`])

const jsonc = rowsOf('jsonc-parser', github('microsoft/node-jsonc-parser'))
const magic = rowsOf('magic-string', github('Rich-Harris/magic-string'))
const nft = rowsOf('@vercel/nft', github('vercel/nft'))

/** Small packages that make a text, a value or an answer of another, and nothing else. */
export const COMPUTING_PACKAGES: readonly KnownCallRow[] = [
  rowsOf('slugify', github('simov/slugify'))('', 'default', TEXT),
  rowsOf('@sindresorhus/slugify', github('sindresorhus/slugify'))('', 'default', TEXT),
  rowsOf('camelcase', github('sindresorhus/camelcase'))('', 'default', { effects: readsArguments(0), returns: 'string' }),
  rowsOf('change-case', github('blakeembrey/change-case'))('', '*', TEXT),
  rowsOf('pluralize', github('plurals/pluralize'))('', 'default plural singular', TEXT),
  rowsOf('he', github('mathiasbynens/he'))('', 'encode decode escape unescape', TEXT),
  rowsOf('entities', github('fb55/entities'))('', '*', TEXT),
  rowsOf('escape-html', github('component/escape-html'))('', 'default', TEXT),
  rowsOf('escape-string-regexp', github('sindresorhus/escape-string-regexp'))('', 'default', TEXT),
  rowsOf('normalize-path', github('jonschlinkert/normalize-path'))('', 'default', TEXT),
  rowsOf('@oslojs/encoding', 'https://encoding.oslojs.dev/')('', '*', { effects: readsArguments(0), fresh: true }),
  rowsOf('object-hash', github('puleos/object-hash'))('', 'default sha1 MD5 keys keysMD5', PRINTS),
  rowsOf('hash-sum', github('bevacqua/hash-sum'))('', 'default', PRINTS),
  rowsOf(
    ['fast-json-stable-stringify', 'json-stable-stringify', 'safe-stable-stringify'],
    github('epoberezkin/fast-json-stable-stringify'),
  )('', 'default', PRINTS),
  rowsOf('deepmerge', github('TehShrike/deepmerge'))('', 'default all', {
    effects: readsArguments(0, 1),
    fresh: true,
    holds: [0, 1],
  }),

  jsonc('', 'parse parseTree', PARSES_AND_NOTES),
  jsonc('', 'printParseErrorCode stripComments', TEXT),
  jsonc('', 'modify format', { effects: readsArguments(2), fresh: true }),
  jsonc('', 'applyEdits', { effects: readsArguments(1), returns: 'string' }),
  rowsOf('ini', github('npm/ini'))('', 'parse decode', PARSES),
  rowsOf('ini', github('npm/ini'))('', 'stringify encode', PRINTS),
  ...['toml', 'smol-toml', '@iarna/toml'].flatMap((name) => [
    rowsOf(name, 'https://github.com/toml-lang/toml/wiki')('', 'parse', PARSES),
    rowsOf(name, 'https://github.com/toml-lang/toml/wiki')('', 'stringify', PRINTS),
  ]),
  rowsOf('dotenv', github('motdotla/dotenv'))('', 'parse', PARSES),
  // What it gives for a text it gives again.
  rowsOf('gray-matter', github('jonschlinkert/gray-matter'))('', 'default', { effects: [] }),
  rowsOf(['csv-parse/sync', 'csv-parse/lib/sync'], 'https://csv.js.org/parse/api/sync/')('', 'parse default', PARSES),

  rowsOf('mime', github('broofa/mime'))('', 'getType getExtension', TEXT),
  rowsOf('mime-types', github('jshttp/mime-types'))('', 'lookup contentType extension charset', { effects: [] }),
  rowsOf('mrmime', github('lukeed/mrmime'))('', 'lookup', TEXT),
  rowsOf('validate-npm-package-name', github('npm/validate-npm-package-name'))('', 'default', PARSES),
  rowsOf('minimatch', github('isaacs/minimatch'))('', 'default minimatch', { effects: [], returns: 'boolean' }),
  rowsOf(['micromatch', 'picomatch'], github('micromatch/micromatch'))('', 'isMatch', TELLS),
  rowsOf('is-subdir', github('alexindigo/is-subdir'))('', 'default isSubdir', { effects: reads('process'), returns: 'boolean' }),
  rowsOf('ufo', github('unjs/ufo'))('', '*', { effects: readsArguments(0), fresh: true }),
  rowsOf(
    js(...['satisfies', 'valid', 'gt', 'gte', 'lt', 'lte', 'eq', 'neq'].map((name) => `semver/functions/${name}`)),
    SEMVER,
  )('', 'default', { effects: readsArguments(0), fresh: true }),
  rowsOf(
    js(
      ...['clean', 'coerce', 'compare', 'diff', 'inc', 'major', 'minor', 'parse', 'patch', 'prerelease'].map(
        (name) => `semver/functions/${name}`,
      ),
      ...['valid', 'intersects', 'max-satisfying', 'min-satisfying', 'min-version'].map((name) => `semver/ranges/${name}`),
    ),
    SEMVER,
  )('', 'default', { effects: readsArguments(0), fresh: true }),

  magic('new ', 'default', { effects: [], returns: 'magic-string:default', fresh: true }),
  magic(
    'default#',
    `append appendLeft appendRight prepend prependLeft prependRight overwrite update remove reset move indent insert
      insertLeft insertRight locate replace replaceAll trim trimEnd trimLeft trimLines trimRight trimStart addSourcemapLocation`,
    EDITS,
  ),
  magic('default#', 'toString slice original', { effects: reads('receiver'), returns: 'string' }),
  magic('default#', 'hasChanged isEmpty', { effects: reads('receiver'), returns: 'boolean' }),
  magic('default#', 'clone snip', { effects: reads('receiver'), returns: '$this', fresh: true }),
  magic('default#', 'generateMap generateDecodedMap lastChar lastLine length', { effects: reads('receiver'), fresh: true }),

  nft('', 'nodeFileTrace', {
    effects: [...reads('file-system'), ...readsArguments(1)],
    async: true,
    returns: '@vercel/nft:NodeFileTraceResult',
    fresh: true,
  }),
]
