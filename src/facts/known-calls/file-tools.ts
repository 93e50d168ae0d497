import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const RIMRAF = 'https://github.com/isaacs/rimraf#readme'
const DEL = 'https://github.com/sindresorhus/del#readme'
const MAKE_DIR = 'https://github.com/sindresorhus/make-dir#readme'
const MKDIRP = 'https://github.com/isaacs/node-mkdirp#readme'

const below = (effects: readonly RowEffect[]): readonly RowEffect[] =>
  effects.map((effect) => ({ ...effect, tree: true }))
const MAKES_ONCE: readonly RowEffect[] = writes('file-system', 0).map((effect) => ({ ...effect, idempotent: true }))
/** It gives the first folder that it made. */
const TELLS_FIRST: readonly RowEffect[] = MAKES_ONCE.map((effect) => ({ ...effect, idempotent: 'unused' }))

const RIMRAF_LATER = 'default rimraf native manual windows posix moveRemove'
const RIMRAF_AT_ONCE = 'sync rimrafSync rimraf.sync nativeSync manualSync windowsSync posixSync moveRemoveSync'

const rimraf = rowsOf('rimraf', RIMRAF)

/** Small packages that read or change files. */
export const FILE_TOOLS: readonly KnownCallRow[] = [
  // A list of paths names no one place.
  ...[RIMRAF_LATER, RIMRAF_AT_ONCE].flatMap((names) => [
    rimraf('', names, {
      effects: below(writes('file-system', 0)),
      callsLater: [1, 2],
      when: { argument: 0, kind: ['string'] },
    }),
    rimraf('', names, { effects: writes('file-system'), callsLater: [1, 2] }),
  ]),
  rowsOf('del', DEL)('', 'default deleteAsync deleteSync sync', { effects: writes('file-system') }),
  rowsOf('trash', 'https://github.com/sindresorhus/trash#readme')('', 'default', { effects: writes('file-system') }),
  rowsOf('make-dir', MAKE_DIR)('', 'default makeDirectory', { effects: MAKES_ONCE, async: true, returns: 'string' }),
  rowsOf('make-dir', MAKE_DIR)('', 'sync makeDirectorySync', { effects: MAKES_ONCE, returns: 'string' }),
  rowsOf('mkdirp', MKDIRP)('', 'default mkdirp manual native', { effects: TELLS_FIRST, callsLater: [1, 2] }),
  rowsOf('mkdirp', MKDIRP)('', 'sync mkdirp.sync mkdirpSync manualSync nativeSync', { effects: TELLS_FIRST }),
  rowsOf('path-exists', 'https://github.com/sindresorhus/path-exists#readme')('', 'default pathExists', {
    effects: reads('file-system', 0),
    async: true,
    returns: 'boolean',
  }),
  rowsOf('path-exists', 'https://github.com/sindresorhus/path-exists#readme')('', 'sync pathExistsSync', {
    effects: reads('file-system', 0),
    returns: 'boolean',
  }),
  rowsOf('load-json-file', 'https://github.com/sindresorhus/load-json-file#readme')(
    '',
    'default loadJsonFile sync loadJsonFileSync',
    { effects: reads('file-system', 0), fresh: true },
  ),
  rowsOf('write-json-file', 'https://github.com/sindresorhus/write-json-file#readme')(
    '',
    'default writeJsonFile sync writeJsonFileSync',
    { effects: [...writes('file-system', 0), ...readsArguments(1)] },
  ),
  rowsOf('write-file-atomic', 'https://github.com/npm/write-file-atomic#readme')('', 'default sync', {
    effects: [...writes('file-system', 0), ...readsArguments(1)],
    callsLater: [2, 3],
  }),
  rowsOf(['read-package-up', 'read-pkg-up'], 'https://github.com/sindresorhus/read-package-up#readme')(
    '',
    'default readPackageUp readPackageUpSync readPackageUp.sync sync',
    { effects: reads('file-system'), fresh: true },
  ),
  rowsOf(['read-pkg'], 'https://github.com/sindresorhus/read-pkg#readme')(
    '',
    'default readPackage readPackageSync sync',
    { effects: reads('file-system'), fresh: true },
  ),
  rowsOf('pkg-up', 'https://github.com/sindresorhus/pkg-up#readme')('', 'default pkgUp pkgUpSync sync', {
    effects: reads('file-system'),
  }),
  rowsOf('tar', 'https://github.com/isaacs/node-tar#readme')('', 'extract x', {
    effects: writes('file-system'),
    callsLater: [1, 2],
  }),
  rowsOf('tar', 'https://github.com/isaacs/node-tar#readme')('', 'create c update u replace r', {
    effects: writes('file-system'),
    callsLater: [2],
  }),
]
