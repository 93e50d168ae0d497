import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const PRINTS: RowFacts = { effects: readsArguments(0), returns: 'string' }
const PARSES: RowFacts = { effects: [], fresh: true }

const yaml = rowsOf('yaml', 'https://eemeli.org/yaml/')
const jsYaml = rowsOf('js-yaml', 'https://github.com/nodeca/js-yaml#readme')
const json5 = rowsOf('json5', 'https://json5.org/')
const semver = rowsOf('semver', 'https://github.com/npm/node-semver#readme')
const uuid = rowsOf('uuid', 'https://github.com/uuidjs/uuid#readme')
const prettier = rowsOf('prettier', 'https://prettier.io/docs/api')
const esbuild = rowsOf('esbuild', 'https://esbuild.github.io/api/')
const sharp = rowsOf('sharp', 'https://sharp.pixelplumbing.com/')
const zip = rowsOf('jszip', 'https://stuk.github.io/jszip/documentation/api_jszip.html')
const archiver = rowsOf('archiver', 'https://www.archiverjs.com/docs/archiver')

const SHARP_STEPS = `resize extend extract trim rotate autoOrient flip flop affine sharpen median blur flatten unflatten
  gamma negate normalise normalize clahe convolve threshold boolean linear recomb modulate tint greyscale grayscale
  pipelineColourspace toColourspace removeAlpha ensureAlpha extractChannel joinChannel composite withMetadata
  keepMetadata keepExif keepIccProfile toFormat jpeg png webp avif gif tiff heif raw tile timeout`

/** Functions that make a text, a value or an image of another. */
export const TEXTS: readonly KnownCallRow[] = [
  yaml('', 'parse', { ...PARSES, calls: [1] }),
  yaml('', 'parseDocument parseAllDocuments', PARSES),
  yaml('', 'stringify', { ...PRINTS, calls: [1] }),
  jsYaml('', 'load safeLoad', PARSES),
  jsYaml('', 'dump safeDump', PRINTS),
  json5('', 'parse', { ...PARSES, calls: [1] }),
  json5('', 'stringify', { ...PRINTS, calls: [1] }),
  rowsOf(['qs', 'qs-esm'], 'https://github.com/ljharb/qs#readme')('', 'parse', PARSES),
  rowsOf(['qs', 'qs-esm'], 'https://github.com/ljharb/qs#readme')('', 'stringify', PRINTS),
  rowsOf(['fast-deep-equal', 'dequal', 'dequal/lite'], 'https://github.com/epoberezkin/fast-deep-equal#readme')(
    '',
    'default dequal',
    { effects: readsArguments(0, 1), returns: 'boolean' },
  ),
  rowsOf('ms', 'https://github.com/vercel/ms#readme')('', 'default', { effects: [] }),
  semver(
    '',
    `rcompare neq cmp diff prerelease intersects validRange minVersion maxSatisfying minSatisfying gtr ltr outside
      subset simplifyRange compareBuild rsort sort compareLoose`,
    { effects: readsArguments(0), fresh: true },
  ),
  uuid('', 'v1 v4 v6 v7', { effects: reads('random'), returns: 'string' }),
  uuid('', 'v3 v5 validate version parse stringify', { effects: [], fresh: true }),
  rowsOf('nanoid', 'https://github.com/ai/nanoid#readme')('', 'nanoid', { effects: reads('random'), returns: 'string' }),
  rowsOf('bcryptjs', 'https://github.com/dcodeIO/bcrypt.js#readme')('', 'hash genSalt', {
    effects: reads('random'),
    returns: 'Promise<string>',
    callsLater: [2],
  }),
  rowsOf('bcrypt', 'https://github.com/kelektiv/node.bcrypt.js#readme')('', 'hash genSalt', {
    effects: reads('random'),
    returns: 'Promise<string>',
    callsLater: [2],
  }),
  rowsOf(['bcrypt', 'bcryptjs'], 'https://github.com/kelektiv/node.bcrypt.js#readme')('', 'compare', {
    effects: [],
    returns: 'Promise<boolean>',
    callsLater: [2],
  }),

  prettier('', 'format check formatWithCursor', { effects: [...reads('modules'), ...readsArguments(1)], fresh: true }),
  prettier('', 'resolveConfig resolveConfigFile getFileInfo', {
    effects: [...reads('file-system'), ...reads('modules')],
    returns: 'Promise',
  }),
  esbuild('', 'transform', { effects: readsArguments(1), returns: 'Promise', fresh: true }),
  esbuild('', 'transformSync', { effects: readsArguments(1), fresh: true }),
  esbuild('', 'formatMessages', { effects: readsArguments(0), returns: 'Promise<string[]>', fresh: true }),
  esbuild('', 'build', {
    effects: [...reads('file-system'), ...writes('file-system'), ...readsArguments(0)],
    returns: 'Promise',
    fresh: true,
  }),
  esbuild('', 'buildSync', { effects: [...reads('file-system'), ...writes('file-system')], fresh: true }),
  rowsOf('typescript', 'https://github.com/microsoft/TypeScript/wiki/Using-the-Compiler-API')(
    '',
    'transpile transpileModule createSourceFile',
    PARSES,
  ),

  sharp('', 'default', { effects: reads('file-system', 0), returns: 'sharp:Sharp', fresh: true, holds: [0] }),
  sharp('Sharp#', SHARP_STEPS, { effects: writes('receiver'), returns: '$this', holds: ['receiver'] }),
  sharp('Sharp#', 'clone', { effects: reads('receiver'), returns: '$this', fresh: true, holds: ['receiver'] }),
  sharp('Sharp#', 'metadata stats', { effects: reads('receiver'), callsLater: [0], returns: 'Promise', fresh: true }),
  sharp('Sharp#', 'toBuffer', { effects: reads('receiver'), returns: 'Promise<Buffer>', fresh: true }),
  sharp('Sharp#', 'toFile', {
    effects: [...reads('receiver'), ...writes('file-system', 0)],
    callsLater: [1],
    returns: 'Promise',
    fresh: true,
  }),

  zip('new ', 'default', { effects: [], fresh: true }),
  zip('', 'loadAsync', { effects: readsArguments(0), returns: 'Promise<jszip:default>', fresh: true }),
  zip('default#', 'loadAsync', { effects: [...writes('receiver'), ...readsArguments(0)], returns: 'Promise<$this>' }),
  zip('default#', 'file', { effects: reads('receiver'), holds: ['receiver'], when: { argument: 1, absent: true } }),
  zip('default#', 'file folder remove', { effects: writes('receiver'), holds: ['receiver', 1] }),
  zip('default#', 'generateAsync', { effects: reads('receiver'), callsLater: [1], returns: 'Promise', fresh: true }),
  archiver('', 'default create', { effects: [], returns: 'archiver:Archiver', fresh: true }),
  // What is added is queued, and read by and by.
  archiver('Archiver#', 'file append directory glob symlink', {
    effects: [...writes('receiver'), ...reads('file-system')],
    ordered: true,
    returns: '$this',
    holds: ['receiver'],
  }),
  archiver('Archiver#', 'finalize abort', {
    effects: [...writes('receiver'), ...writes('file-system')],
    ordered: true,
    oneAtATime: 'stream',
  }),
]
