import { named } from './named.ts'
import type { KnownCallRow, RowEffect } from './row.ts'

const SOURCE = 'https://github.com/jprichardson/node-fs-extra/blob/master/README.md'

const readAt = (at: number): RowEffect => ({ does: 'read', on: 'file-system', at })
const writeAt = (at: number): RowEffect => ({ does: 'write', on: 'file-system', at })
const below = (effect: RowEffect): RowEffect => ({ ...effect, tree: true })
const makeOnce: RowEffect = { ...writeAt(0), idempotent: 'unused' }
const readData: RowEffect = { does: 'read', on: { argument: 1 } }

/** What fs-extra adds to `fs`; what it takes over is in the rows of `fs`. */
const ADDED: readonly Omit<KnownCallRow, 'module' | 'source'>[] = [
  { name: named('', 'ensureDir mkdirs mkdirp'), effects: [makeOnce], returns: 'undefined' },
  { name: named('', 'ensureFile createFile'), effects: [makeOnce], returns: 'undefined' },
  {
    name: named('', 'ensureLink createLink ensureSymlink createSymlink'),
    effects: [readAt(0), writeAt(1)],
    returns: 'undefined',
  },
  { name: named('', 'emptyDir emptydir remove'), effects: [below(writeAt(0))], returns: 'undefined' },
  { name: named('', 'readJson readJSON'), effects: [readAt(0)], fresh: true },
  {
    name: named('', 'writeJson writeJSON outputJson outputJSON outputFile'),
    effects: [writeAt(0), readData],
    returns: 'undefined',
  },
  { name: ['copy', 'cp'], effects: [below(readAt(0)), below(writeAt(1))], returns: 'undefined' },
  { name: 'move', effects: [below(writeAt(0)), below(writeAt(1))], returns: 'undefined' },
  { name: 'pathExists', effects: [readAt(0)], returns: 'boolean' },
]

export const FS_EXTRA: readonly KnownCallRow[] = [
  ...ADDED.map((row): KnownCallRow => ({ ...row, module: 'fs-extra', async: true, source: SOURCE })),
  ...ADDED.map((row): KnownCallRow => {
    const name = [row.name]
      .flat()
      .filter((one) => one !== 'cp')
      .map((one) => `${one}Sync`)
    return { ...row, module: 'fs-extra', name, source: SOURCE }
  }),
]
