import { join, resolve } from 'node:path'
import { git } from '../discovery/git.ts'

/** Where the journal of a working directory lies. */
export interface JournalPlace {
  /** What paths in the journal count from. */
  readonly base: string
  readonly folder: string
  /** Whether it stays after a finished run, so that this can be undone; only where it is in nobody's way. */
  readonly isKept: boolean
}

/** In a repository beside git's own files, which every directory of it finds; else in the working directory. */
export function journalPlace(directory: string): JournalPlace {
  const folder = git(directory, ['rev-parse', '--git-dir'])?.replace(/\n$/, '')
  const top = git(directory, ['rev-parse', '--show-toplevel'])?.replace(/\n$/, '')
  if (folder === undefined || top === undefined || top === '') {
    return { base: directory, folder: join(directory, '.interleave'), isKept: false }
  }
  return { base: top, folder: join(resolve(directory, folder), 'interleave'), isKept: true }
}
