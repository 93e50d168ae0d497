import { named } from './named.ts'
import type { KnownCallRow } from './row.ts'

const PATH = 'https://nodejs.org/api/path.html'
const URL_MODULE = 'https://nodejs.org/api/url.html'
const UTIL = 'https://nodejs.org/api/util.html'
const CRYPTO = 'https://nodejs.org/api/crypto.html'
const BUFFER = 'https://nodejs.org/api/buffer.html'
const ZLIB = 'https://nodejs.org/api/zlib.html'

/** Node's modules that compute: path, url, util, crypto, buffer, zlib and the like. */
export const NODE_PURE: readonly KnownCallRow[] = [
  { module: 'path', name: 'join', effects: [], returns: 'string', joinsNames: true, source: PATH },
  {
    module: 'path',
    name: 'resolve',
    effects: [{ does: 'read', on: 'process' }],
    returns: 'string',
    joinsNames: true,
    source: PATH,
  },
  { module: 'path', name: 'relative', effects: [{ does: 'read', on: 'process' }], returns: 'string', source: PATH },
  {
    module: 'path',
    name: ['normalize', 'toNamespacedPath'],
    effects: [],
    returns: 'string',
    joinsNames: true,
    source: PATH,
  },
  { module: 'path', name: named('', 'basename dirname extname format'), effects: [], returns: 'string', source: PATH },
  { module: 'path', name: ['isAbsolute', 'matchesGlob'], effects: [], returns: 'boolean', source: PATH },
  { module: 'path', name: 'parse', effects: [], fresh: true, source: PATH },

  { module: 'url', name: 'fileURLToPath', effects: [], returns: 'string', joinsNames: true, source: URL_MODULE },
  {
    module: 'url',
    name: 'pathToFileURL',
    effects: [],
    returns: 'URL',
    fresh: true,
    joinsNames: true,
    source: URL_MODULE,
  },
  {
    module: 'url',
    name: ['format', 'resolve', 'domainToASCII', 'domainToUnicode'],
    effects: [],
    returns: 'string',
    source: URL_MODULE,
  },
  { module: 'url', name: ['parse', 'urlToHttpOptions'], effects: [], fresh: true, source: URL_MODULE },
  {
    module: 'querystring',
    name: ['stringify', 'escape', 'unescape'],
    effects: [{ does: 'read', on: { argument: 0 } }],
    returns: 'string',
    source: 'https://nodejs.org/api/querystring.html',
  },
  { module: 'querystring', name: 'parse', effects: [], fresh: true, source: 'https://nodejs.org/api/querystring.html' },

  {
    module: 'util',
    name: ['format', 'formatWithOptions'],
    effects: [
      { does: 'read', on: { argument: 0 } },
      { does: 'read', on: { argument: 1 } },
      { does: 'read', on: { argument: 2 } },
    ],
    returns: 'string',
    source: UTIL,
  },
  {
    module: 'util',
    name: 'inspect',
    effects: [{ does: 'read', on: { argument: 0 } }],
    returns: 'string',
    source: UTIL,
  },
  {
    module: 'util',
    name: ['stripVTControlCharacters', 'styleText', 'toUSVString'],
    effects: [],
    returns: 'string',
    source: UTIL,
  },
  {
    module: 'util',
    name: 'isDeepStrictEqual',
    effects: [
      { does: 'read', on: { argument: 0 } },
      { does: 'read', on: { argument: 1 } },
    ],
    returns: 'boolean',
    source: UTIL,
  },
  {
    module: 'util',
    name: ['promisify', 'callbackify', 'deprecate'],
    effects: [],
    holds: [0],
    returns: 'Function',
    fresh: true,
    source: UTIL,
  },
  {
    module: 'util',
    name: 'parseArgs',
    effects: [
      { does: 'read', on: 'process' },
      { does: 'read', on: { argument: 0 } },
    ],
    fresh: true,
    source: UTIL,
  },
  { module: 'util/types', name: '*', effects: [], returns: 'boolean', source: UTIL },

  { module: 'crypto', name: 'createHash', effects: [], returns: 'crypto:Hash', fresh: true, source: CRYPTO },
  { module: 'crypto', name: 'createHmac', effects: [], returns: 'crypto:Hmac', fresh: true, source: CRYPTO },
  {
    module: 'crypto',
    name: ['Hash#update', 'Hmac#update'],
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'read', on: { argument: 0 } },
    ],
    holds: ['receiver'],
    returns: '$this',
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: ['Hash#digest', 'Hmac#digest'],
    effects: [{ does: 'write', on: 'receiver' }],
    returns: 'Buffer',
    fresh: true,
    when: { argument: 0, in: ['buffer'], absent: true },
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: ['Hash#digest', 'Hmac#digest'],
    effects: [{ does: 'write', on: 'receiver' }],
    returns: 'string',
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: 'Hash#copy',
    effects: [{ does: 'read', on: 'receiver' }],
    returns: '$this',
    fresh: true,
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: 'hash',
    effects: [{ does: 'read', on: { argument: 1 } }],
    returns: 'string',
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: 'randomUUID',
    effects: [{ does: 'read', on: 'random' }],
    returns: 'string',
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: 'randomBytes',
    effects: [{ does: 'read', on: 'random' }],
    returns: 'Buffer',
    callsLater: [1],
    fresh: true,
    source: CRYPTO,
  },
  {
    module: 'crypto',
    name: 'randomInt',
    effects: [{ does: 'read', on: 'random' }],
    returns: 'number',
    callsLater: [1, 2],
    source: CRYPTO,
  },
  {
    module: 'global',
    name: 'crypto.getRandomValues',
    effects: [
      { does: 'read', on: 'random' },
      { does: 'write', on: { argument: 0 } },
    ],
    holds: [0],
    source: CRYPTO,
  },
  {
    module: 'global',
    name: named(
      'crypto.subtle.',
      'digest encrypt decrypt sign verify importKey exportKey deriveBits deriveKey generateKey',
    ),
    effects: [
      { does: 'read', on: { argument: 1 } },
      { does: 'read', on: { argument: 2 } },
    ],
    async: true,
    fresh: true,
    source: 'https://developer.mozilla.org/en-US/docs/Web/API/SubtleCrypto',
  },
  { module: 'crypto', name: ['pbkdf2Sync', 'scryptSync'], effects: [], returns: 'Buffer', fresh: true, source: CRYPTO },
  { module: 'crypto', name: ['pbkdf2', 'scrypt'], effects: [], callsLater: [3, 4, 5], source: CRYPTO },
  {
    module: 'crypto',
    name: ['timingSafeEqual', 'verify'],
    effects: [
      { does: 'read', on: { argument: 0 } },
      { does: 'read', on: { argument: 1 } },
    ],
    returns: 'boolean',
    source: CRYPTO,
  },

  {
    module: 'global',
    name: 'Buffer.from',
    effects: [{ does: 'read', on: { argument: 0 } }],
    holds: [0],
    returns: 'Buffer',
    fresh: true,
    source: BUFFER,
  },
  {
    module: 'global',
    name: ['Buffer.alloc', 'Buffer.allocUnsafe'],
    effects: [],
    returns: 'Buffer',
    fresh: true,
    source: BUFFER,
  },
  {
    module: 'global',
    name: 'Buffer.concat',
    effects: [{ does: 'read', on: { argument: 0 } }],
    returns: 'Buffer',
    fresh: true,
    source: BUFFER,
  },
  { module: 'global', name: 'Buffer.byteLength', effects: [], returns: 'number', source: BUFFER },
  { module: 'global', name: ['Buffer.isBuffer', 'Buffer.isEncoding'], effects: [], returns: 'boolean', source: BUFFER },
  {
    module: 'global',
    name: 'Buffer.compare',
    effects: [
      { does: 'read', on: { argument: 0 } },
      { does: 'read', on: { argument: 1 } },
    ],
    returns: 'number',
    source: BUFFER,
  },
  {
    module: 'global',
    name: 'Buffer#toString',
    effects: [{ does: 'read', on: 'receiver' }],
    returns: 'string',
    source: BUFFER,
  },
  {
    module: 'global',
    name: ['Buffer#equals', 'Buffer#includes'],
    effects: [
      { does: 'read', on: 'receiver' },
      { does: 'read', on: { argument: 0 } },
    ],
    returns: 'boolean',
    source: BUFFER,
  },
  {
    module: 'global',
    name: ['Buffer#toJSON'],
    effects: [{ does: 'read', on: 'receiver' }],
    fresh: true,
    source: BUFFER,
  },
  {
    module: 'global',
    name: named(
      'Buffer#',
      `compare readUInt8 readUInt16LE readUInt16BE readUInt32LE readUInt32BE readInt8 readInt16LE readInt16BE
        readInt32LE readInt32BE`,
    ),
    effects: [{ does: 'read', on: 'receiver' }],
    returns: 'number',
    source: BUFFER,
  },
  {
    module: 'global',
    name: named('Buffer#', 'write writeUInt8 writeUInt16LE writeUInt16BE writeUInt32LE writeUInt32BE swap16 swap32'),
    effects: [{ does: 'write', on: 'receiver' }],
    source: BUFFER,
  },
  {
    module: 'global',
    name: 'Buffer#copy',
    effects: [
      { does: 'read', on: 'receiver' },
      { does: 'write', on: { argument: 0 } },
    ],
    returns: 'number',
    source: BUFFER,
  },

  {
    module: 'zlib',
    name: named(
      '',
      `gzipSync gunzipSync deflateSync inflateSync deflateRawSync inflateRawSync brotliCompressSync
        brotliDecompressSync unzipSync`,
    ),
    effects: [{ does: 'read', on: { argument: 0 } }],
    returns: 'Buffer',
    fresh: true,
    source: ZLIB,
  },
  {
    module: 'zlib',
    name: named('', 'gzip gunzip deflate inflate deflateRaw inflateRaw brotliCompress brotliDecompress unzip'),
    effects: [{ does: 'read', on: { argument: 0 } }],
    callsLater: [1, 2],
    source: ZLIB,
  },
  {
    module: 'zlib',
    name: named(
      '',
      'createGzip createGunzip createDeflate createInflate createBrotliCompress createBrotliDecompress createUnzip',
    ),
    effects: [],
    returns: 'stream:Transform',
    fresh: true,
    source: ZLIB,
  },
  {
    module: 'module',
    name: 'createRequire',
    effects: [],
    returns: 'Function',
    fresh: true,
    source: 'https://nodejs.org/api/module.html',
  },
  {
    module: 'assert',
    name: '*',
    effects: [
      { does: 'read', on: { argument: 0 } },
      { does: 'read', on: { argument: 1 } },
    ],
    source: 'https://nodejs.org/api/assert.html',
  },
  {
    module: 'assert',
    name: named('', 'rejects doesNotReject throws doesNotThrow strict.rejects strict.throws'),
    effects: [],
    calls: [0],
    source: 'https://nodejs.org/api/assert.html',
  },
]
