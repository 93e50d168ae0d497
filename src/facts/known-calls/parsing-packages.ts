import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const TEXT: RowFacts = { effects: [], returns: 'string' }
const TELLS: RowFacts = { effects: readsArguments(0), returns: 'boolean' }
const PARSES: RowFacts = { effects: [], fresh: true }
const LOOKS_UP: RowFacts = { effects: reads('file-system') }

const github = (name: string): string => `https://github.com/${name}#readme`

const luxon = rowsOf('luxon', 'https://moment.github.io/luxon/api-docs/index.html')
const moment = rowsOf('moment', 'https://momentjs.com/docs/')
const ignore = rowsOf('ignore', github('kaelzhang/node-ignore'))
const semver = rowsOf('semver', github('npm/node-semver'))
const xml = rowsOf('fast-xml-parser', github('NaturalIntelligence/fast-xml-parser'))

const openapi = rowsOf(
  ['@apidevtools/json-schema-ref-parser', '@apidevtools/swagger-parser', 'swagger-parser', '@readme/openapi-parser'],
  'https://apitools.dev/swagger-parser/docs/swagger-parser.html',
)
/** A file or address, or the document itself, which is what it then gives. */
const OF_DOCUMENT: RowFacts = {
  effects: [...reads('file-system'), ...reads('network'), ...readsArguments(0)],
  async: true,
  holds: [0],
  callsLater: [1, 2],
}

/** Parsers, formatters and look-ups: what they give depends on what they are given, on the clock or on the disk. */
export const PARSING_PACKAGES: readonly KnownCallRow[] = [
  rowsOf(['@babel/parser', 'acorn', 'espree', 'es-module-lexer'], 'https://babeljs.io/docs/babel-parser')(
    '',
    'parse parseExpression parseExpressionAt',
    PARSES,
  ),
  rowsOf('parse5', 'https://parse5.js.org/')('', 'parse parseFragment', PARSES),
  rowsOf('parse5', 'https://parse5.js.org/')('', 'serialize serializeOuter', { effects: readsArguments(0), returns: 'string' }),
  rowsOf('htmlparser2', github('fb55/htmlparser2'))('', 'parseDocument parseDOM', PARSES),
  rowsOf('cheerio', 'https://cheerio.js.org/docs/api')('', 'load', { effects: readsArguments(0), fresh: true }),
  rowsOf('xml2js', github('Leonidas-from-XIV/node-xml2js'))('', 'parseStringPromise', { ...PARSES, async: true }),
  xml('new ', 'XMLParser XMLBuilder XMLValidator', PARSES),
  xml('XMLParser#', 'parse', PARSES),
  xml('XMLBuilder#', 'build', { effects: readsArguments(0), returns: 'string' }),
  rowsOf('jsonwebtoken', github('auth0/node-jsonwebtoken'))('', 'sign verify decode', {
    effects: [...reads('clock'), ...readsArguments(0)],
    fresh: true,
    callsLater: [2, 3],
  }),
  rowsOf('html-entities', github('mdevils/html-entities'))('', 'encode decode decodeEntity', TEXT),
  rowsOf(['sanitize-filename', 'filenamify', 'url-join', 'is-url', 'is-glob'], github('parshap/node-sanitize-filename'))(
    '',
    'default',
    { effects: readsArguments(0) },
  ),
  rowsOf(['pretty-bytes', 'pretty-ms', 'humanize-duration'], github('sindresorhus/pretty-bytes'))('', 'default', TEXT),
  rowsOf(['filesize', 'bytes'], github('avoidwork/filesize.js'))('', 'default filesize format parse', { effects: [] }),
  rowsOf('github-slugger', github('Flet/github-slugger'))('', 'slug', TEXT),
  rowsOf(
    ['camel-case', 'param-case', 'pascal-case', 'snake-case', 'kebab-case', 'constant-case', 'dot-case', 'title-case'],
    github('blakeembrey/change-case'),
  )('', '*', TEXT),
  rowsOf('validator', github('validatorjs/validator.js'))('', '*', { effects: readsArguments(0) }),
  rowsOf('@sindresorhus/is', github('sindresorhus/is'))('', '*', { effects: readsArguments(0) }),
  rowsOf(['is-plain-object', 'is-plain-obj'], github('sindresorhus/is-plain-obj'))('', 'default isPlainObject', TELLS),
  rowsOf(['git-url-parse', 'parse-github-url'], github('IonicaBizau/git-url-parse'))('', 'default', PARSES),
  // What it gives for a text it gives again.
  rowsOf('hosted-git-info', github('npm/hosted-git-info'))('', 'fromUrl', { effects: [] }),

  rowsOf('find-up', github('sindresorhus/find-up'))('', 'default findUp findUpMultiple', { ...LOOKS_UP, async: true, calls: [0] }),
  rowsOf('find-up', github('sindresorhus/find-up'))('', 'sync findUpSync findUpMultipleSync', { ...LOOKS_UP, calls: [0] }),
  rowsOf('locate-path', github('sindresorhus/locate-path'))('', 'default locatePath', { ...LOOKS_UP, async: true }),
  rowsOf('locate-path', github('sindresorhus/locate-path'))('', 'sync locatePathSync', LOOKS_UP),
  rowsOf('pkg-dir', github('sindresorhus/pkg-dir'))('', 'default packageDirectory', { ...LOOKS_UP, async: true }),
  rowsOf('pkg-dir', github('sindresorhus/pkg-dir'))('', 'sync packageDirectorySync', LOOKS_UP),
  rowsOf('resolve-from', github('sindresorhus/resolve-from'))('', 'default silent', { ...LOOKS_UP, returns: 'string' }),
  rowsOf('which', github('npm/node-which'))('', 'sync', LOOKS_UP),

  openapi('', 'parse resolve', OF_DOCUMENT),
  openapi('', 'bundle dereference validate', {
    ...OF_DOCUMENT,
    effects: [...OF_DOCUMENT.effects, { does: 'write', on: { argument: 0 } }],
  }),

  luxon('DateTime.', 'now local utc', { effects: reads('clock'), returns: 'luxon:DateTime', fresh: true }),
  luxon('DateTime.', 'fromISO fromJSDate fromMillis fromSeconds fromFormat fromObject fromSQL fromRFC2822 fromHTTP', {
    effects: reads('clock'),
    returns: 'luxon:DateTime',
    fresh: true,
  }),
  luxon('DateTime#', 'plus minus set setZone setLocale startOf endOf toUTC toLocal reconfigure', {
    effects: [],
    returns: 'luxon:DateTime',
    fresh: true,
  }),
  luxon('DateTime#', 'toISO toISODate toISOTime toFormat toSQL toHTTP toRFC2822 toLocaleString toString', TEXT),
  luxon('DateTime#', 'toMillis toSeconds toUnixInteger valueOf', { effects: [], returns: 'number' }),
  luxon('DateTime#', 'diff diffNow toRelative toRelativeCalendar', { effects: reads('clock'), fresh: true }),
  luxon('DateTime#', 'equals hasSame', { effects: readsArguments(0), returns: 'boolean' }),

  moment('', 'default utc unix', { effects: reads('clock'), returns: 'moment:Moment', fresh: true }),
  moment('Moment#', 'clone', { effects: reads('receiver'), returns: 'moment:Moment', fresh: true }),
  moment('Moment#', 'format toISOString', { effects: reads('receiver'), returns: 'string' }),
  moment('Moment#', 'fromNow toNow calendar', { effects: [...reads('receiver'), ...reads('clock')], returns: 'string' }),
  moment('Moment#', 'isBefore isAfter isSame isSameOrBefore isSameOrAfter isBetween isValid', {
    effects: [...reads('receiver'), ...readsArguments(0, 1)],
    returns: 'boolean',
  }),
  moment('Moment#', 'diff valueOf unix', { effects: [...reads('receiver'), ...readsArguments(0)], returns: 'number' }),
  moment('Moment#', 'add subtract set startOf endOf utc local tz', {
    effects: writes('receiver'),
    returns: '$this',
    holds: ['receiver'],
  }),

  ignore('', 'default', { effects: [], returns: 'ignore:Ignore', fresh: true }),
  ignore('Ignore#', 'add', { effects: [...writes('receiver'), ...readsArguments(0)], returns: '$this', holds: ['receiver'] }),
  ignore('Ignore#', 'ignores test checkIgnore', { effects: reads('receiver') }),
  ignore('Ignore#', 'filter', { effects: [...reads('receiver'), ...readsArguments(0)], returns: 'string[]', fresh: true }),

  semver('new ', 'Range SemVer Comparator', { effects: readsArguments(0), fresh: true }),
  semver('Range#', 'test intersects', { effects: reads('receiver'), returns: 'boolean' }),
  semver('SemVer#', 'compare compareMain comparePre', { effects: reads('receiver'), returns: 'number' }),

  rowsOf('async_hooks', 'https://nodejs.org/api/async_context.html')('new ', 'AsyncLocalStorage', PARSES),
  rowsOf('async_hooks', 'https://nodejs.org/api/async_context.html')('AsyncLocalStorage#', 'getStore', {
    effects: reads('receiver'),
  }),
  rowsOf('v8', 'https://nodejs.org/api/v8.html#serialization-api')('', 'serialize deserialize', {
    effects: readsArguments(0),
    fresh: true,
  }),
]
