import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const FS = 'https://nodejs.org/api/fs.html'
const GRACEFUL = ['fs', 'fs-extra'] as const
const PROMISES = ['fs/promises', 'fs-extra'] as const

const readAt = (at: number): RowEffect => ({ does: 'read', on: 'file-system', at })
const writeAt = (at: number): RowEffect => ({ does: 'write', on: 'file-system', at })
const readBelow = (at: number): RowEffect => ({ ...readAt(at), tree: true })
const writeBelow = (at: number): RowEffect => ({ ...writeAt(at), tree: true })
const makeOnce = (at: number): RowEffect => ({ ...writeAt(at), idempotent: 'unused' })
const readData: RowEffect = { does: 'read', on: { argument: 1 } }

/** What is gone already is no failure. */
const FORCED = { argument: 1, option: 'force', in: ['true'] } as const
const RECURSIVE = { argument: 1, option: 'recursive', in: ['true'] } as const
/** A mode that is written out is the same for all; where it is told at run time, it counts which turn is the first. */
const SAME_FOLDER = [RECURSIVE, { argument: 1, option: 'mode', matches: '.', absent: true }] as const
/** `a+`, `w+`: the file is made, or emptied, before it is read. */
const MAKES_FILE = { argument: 1, option: 'flag', matches: '[aw]' } as const
const GIVES_BYTES = [
  { argument: 1, option: 'encoding', in: ['buffer', 'null'], absent: true },
  { argument: 1, kind: ['Object'], absent: true },
] as const
const GIVES_TEXT = { argument: 1, kind: ['string'] } as const
const GIVES_TEXT_BY_OPTION = { argument: 1, option: 'encoding', kind: ['string'] } as const
const WITH_TYPES = { argument: 1, option: 'withFileTypes', in: ['true'] } as const
const NAMES_ONLY = [
  { argument: 1, option: 'withFileTypes', in: ['false'], absent: true },
  { argument: 1, option: 'encoding', in: ['utf8', 'utf-8'], absent: true },
  { argument: 1, kind: ['Object'], absent: true },
] as const

const NOT_RECURSIVE = { argument: 1, option: 'recursive', in: ['false'], absent: true } as const
const NO_FOLDER = { argument: 2, option: 'recursive', in: ['false'], absent: true } as const
const LISTING = { name: 'readdir', effects: [readBelow(0)], fresh: true } as const

/** Promise-giving functions, by what they do at the path in argument 0. */
const PROMISE_ROWS: readonly Omit<KnownCallRow, 'module' | 'source'>[] = [
  { name: 'readFile', effects: [readAt(0), writeAt(0)], fresh: true, when: MAKES_FILE },
  // A handle goes on from where it is.
  { name: 'readFile', effects: [readAt(0), writeAt(0)], fresh: true, when: { argument: 0, kind: ['fs:FileHandle'] } },
  { name: 'readFile', effects: [readAt(0)], returns: 'Buffer', fresh: true, when: GIVES_BYTES },
  { name: 'readFile', effects: [readAt(0)], returns: 'string', fresh: true, when: GIVES_TEXT },
  { name: 'readFile', effects: [readAt(0)], returns: 'string', fresh: true, when: GIVES_TEXT_BY_OPTION },
  { name: 'readFile', effects: [readAt(0)], fresh: true },
  { ...LISTING, distinct: 'flat', returns: 'fs:Dirent[]', when: [WITH_TYPES, NOT_RECURSIVE] },
  { ...LISTING, returns: 'fs:Dirent[]', when: WITH_TYPES },
  { ...LISTING, distinct: 'flat', returns: 'string[]', when: [...NAMES_ONLY, NOT_RECURSIVE] },
  { ...LISTING, distinct: 'always', returns: 'string[]', when: NAMES_ONLY },
  { ...LISTING, returns: 'Array' },
  { name: ['stat', 'lstat'], effects: [readAt(0)], returns: 'fs:Stats', fresh: true },
  { name: 'access', effects: [readAt(0)], returns: 'undefined' },
  { name: ['readlink', 'realpath'], effects: [readAt(0)], returns: 'string' },
  { name: 'opendir', effects: [readBelow(0)], returns: 'fs:Dir', fresh: true },
  {
    name: 'open',
    effects: [readAt(0)],
    returns: 'fs:FileHandle',
    fresh: true,
    when: { argument: 1, in: ['r', 'rs'], absent: true },
  },
  { name: 'open', effects: [writeAt(0)], returns: 'fs:FileHandle', fresh: true },
  { name: ['writeFile', 'appendFile'], effects: [writeAt(0), readData], returns: 'undefined' },
  {
    name: ['truncate', 'utimes', 'lutimes', 'chmod', 'lchmod', 'chown', 'lchown'],
    effects: [writeAt(0)],
    returns: 'undefined',
  },
  { name: 'unlink', effects: [writeAt(0)], returns: 'undefined' },
  { name: 'rm', effects: [{ ...writeBelow(0), idempotent: true }], when: FORCED, returns: 'undefined' },
  { name: ['rm', 'rmdir'], effects: [writeBelow(0)], returns: 'undefined' },
  { name: 'mkdir', effects: [makeOnce(0)], when: SAME_FOLDER },
  { name: 'mkdir', effects: [writeBelow(0)], when: RECURSIVE },
  { name: 'mkdir', effects: [writeBelow(0)], returns: 'undefined' },
  { name: 'mkdtemp', effects: [{ ...writeAt(0), idempotent: true }], returns: 'string' },
  { name: 'copyFile', effects: [readAt(0), writeAt(1)], returns: 'undefined' },
  { name: 'link', effects: [readAt(0), writeAt(1)], returns: 'undefined' },
  { name: 'symlink', effects: [writeAt(1)], returns: 'undefined' },
  // Without `recursive`, a folder is refused.
  { name: 'cp', effects: [readAt(0), writeAt(1)], when: NO_FOLDER, returns: 'undefined' },
  { name: 'cp', effects: [readBelow(0), writeBelow(1)], returns: 'undefined' },
  { name: 'rename', effects: [writeBelow(0), writeBelow(1)], returns: 'undefined' },
]

const promiseRows = PROMISE_ROWS.map((row): KnownCallRow => ({
  ...row,
  module: row.name === 'cp' ? 'fs/promises' : PROMISES,
  async: true,
  source: FS,
}))

/** `readFileSync`: the same at once. */
const syncRows = PROMISE_ROWS.map((row): KnownCallRow => {
  const name = [row.name].flat().map((one) => `${one}Sync`)
  return { ...row, module: GRACEFUL, name, source: FS, ...(row.name === 'open' ? { returns: 'number' } : {}) }
})

const CALLBACK_CONDITIONS: readonly KnownCallRow['when'][] = [undefined, RECURSIVE, SAME_FOLDER]

/** `readFile(path, callback)`: the callback runs later. */
const callbackRows = PROMISE_ROWS.filter(({ when }) => CALLBACK_CONDITIONS.includes(when)).map(
  ({ returns: _returned, fresh: _fresh, ...row }): KnownCallRow => ({
    ...row,
    module: 'fs',
    callsLater: [1, 2, 3],
    returns: 'undefined',
    source: FS,
  }),
)

export const NODE_FS: readonly KnownCallRow[] = [
  ...promiseRows,
  ...syncRows,
  ...callbackRows,
  { module: GRACEFUL, name: 'existsSync', effects: [readAt(0)], returns: 'boolean', source: FS },
  { module: 'fs', name: 'exists', effects: [readAt(0)], callsLater: [1], source: FS },
  { module: 'fs-extra', name: 'exists', effects: [readAt(0)], async: true, returns: 'boolean', source: FS },
  {
    module: GRACEFUL,
    name: 'createReadStream',
    effects: [readAt(0)],
    returns: 'fs:ReadStream',
    fresh: true,
    source: FS,
  },
  {
    module: GRACEFUL,
    name: 'createWriteStream',
    effects: [writeAt(0)],
    returns: 'fs:WriteStream',
    fresh: true,
    source: FS,
  },
  {
    module: 'fs/promises',
    name: 'glob',
    effects: [{ does: 'read', on: 'file-system' }],
    returns: 'AsyncIterator<string>',
    source: FS,
  },
  { module: 'fs', name: 'globSync', effects: [{ does: 'read', on: 'file-system' }], returns: 'string[]', source: FS },
  {
    module: ['fs', 'fs-extra'],
    name: ['watch', 'watchFile'],
    effects: [readBelow(0)],
    callsLater: [1, 2],
    returns: 'events:EventEmitter',
    source: FS,
  },
  {
    module: ['fs', 'fs-extra'],
    name: named(
      '',
      `read readSync write writev readv close fsync fdatasync ftruncate futimes fchmod fchown writeSync closeSync
       fsyncSync`,
    ),
    effects: [
      { does: 'write', on: { argument: 0 } },
      { does: 'write', on: 'file-system' },
    ],
    ordered: true,
    source: FS,
  },
  {
    module: 'fs',
    name: named('FileHandle#', 'readFile stat read readv'),
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'read', on: 'file-system' },
    ],
    oneAtATime: 'stream',
    async: true,
    source: FS,
  },
  {
    module: 'fs',
    name: 'FileHandle#close',
    effects: [{ does: 'write', on: 'receiver' }],
    oneAtATime: 'stream',
    async: true,
    source: FS,
  },
  {
    module: 'fs',
    name: named('FileHandle#', 'write writev writeFile appendFile truncate sync datasync chmod chown utimes'),
    effects: [
      { does: 'write', on: 'receiver' },
      { does: 'write', on: 'file-system' },
    ],
    oneAtATime: 'stream',
    async: true,
    source: FS,
  },
  { module: 'fs', name: 'Dir#read', effects: [{ does: 'write', on: 'receiver' }], oneAtATime: 'stream', source: FS },
  { module: 'fs', name: 'Dir#close', effects: [{ does: 'write', on: 'receiver' }], oneAtATime: 'stream', source: FS },
  {
    module: 'fs',
    name: [
      ...named('Dirent#', 'isFile isDirectory isSymbolicLink isBlockDevice isCharacterDevice isFIFO isSocket'),
      ...named('Stats#', 'isFile isDirectory isSymbolicLink isBlockDevice isCharacterDevice isFIFO isSocket'),
    ],
    effects: [],
    returns: 'boolean',
    source: FS,
  },
]
