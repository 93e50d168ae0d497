import type { FixInvocation } from '../arguments.ts'
import { displayPath } from '../display-path.ts'
import type { Terminal } from '../terminal.ts'
import { type FailedChange, removeLeftovers, writeBack, writeForward } from './apply-changes.ts'
import type { Change } from './change.ts'
import { dirtyFiles } from './dirty-files.ts'
import { closeGuarded, closeJournal, dropUnfinished, openJournal } from './journal.ts'
import { type JournalPlace, journalPlace } from './journal-place.ts'
import { exitCodeOf, heardSignals } from './signals.ts'

/**
 * Writes the changes under a journal, all of them or, when a signal stops it, none. Gives those that failed, or an
 * exit code when nothing was written.
 *
 * @param whole groups of absolute paths: where one of a group cannot be written, none of it is
 */
export async function writeJournalled(
  changes: readonly Change[],
  whole: readonly (readonly string[])[],
  { allowDirty, changed }: FixInvocation,
  terminal: Terminal,
): Promise<readonly FailedChange[] | number> {
  const { directory } = terminal
  if (changes.length === 0) return []
  if (!allowDirty && tellDirty(changes, changed?.kind === 'staged', terminal)) return 1
  const place = journalPlace(directory)
  const signals = heardSignals()
  try {
    openJournal(place, { directory, changes })
    const failed = await writeForward(changes, directory, () => signals.first() !== null)
    const signal = signals.first()
    if (signal === null) {
      if (failed.length === 0) closeJournal(place)
      return failed.length === 0 ? failed : await withoutBroken(changes, whole, failed, place, directory)
    }
    await writeBack(changes, directory)
    removeLeftovers(changes)
    dropUnfinished(place)
    terminal.note(`stopped by ${signal}; every file is as it was before`)
    return exitCodeOf(signal)
  } finally {
    signals.stop()
  }
}

/** Takes back what was written of groups that could not be written whole; gives all that is not written. */
async function withoutBroken(
  changes: readonly Change[],
  whole: readonly (readonly string[])[],
  failed: readonly FailedChange[],
  place: JournalPlace,
  directory: string,
): Promise<readonly FailedChange[]> {
  const failedPaths = new Set(failed.map(({ path }) => path))
  const broken = brokenWith(changes.filter(({ path }) => failedPaths.has(path)).map(({ absolute }) => absolute), whole)
  const back = changes.filter(({ absolute, path }) => broken.has(absolute) && !failedPaths.has(path))
  const stuck = await writeBack(back, directory)
  closeGuarded(place, { directory, changes: changes.filter(({ absolute }) => !broken.has(absolute)) })
  const words = 'is left as it was: another file of the same change could not be written'
  const told = back.filter(({ path }) => !stuck.some((one) => one.path === path))
  const problem = { line: null, column: null, reason: words }
  return [...failed, ...stuck, ...told.map(({ path }) => ({ path, problem }))]
}

/** The files, and all that must not be written without one of them. */
function brokenWith(failed: readonly string[], whole: readonly (readonly string[])[]): ReadonlySet<string> {
  const broken = new Set(failed)
  for (let size = 0; size < broken.size; ) {
    size = broken.size
    for (const group of whole) {
      if (group.some((path) => broken.has(path))) for (const path of group) broken.add(path)
    }
  }
  return broken
}

/** Tells of each file that would be written over uncommitted changes; whether there are any. */
export function tellDirty(changes: readonly Change[], staged: boolean, terminal: Terminal): boolean {
  const dirty = dirtyFiles(changes.map(({ absolute }) => absolute), staged)
  for (const absolute of dirty) {
    const reason = staged ? 'has changes that are not staged' : 'has uncommitted changes'
    terminal.problem(displayPath(absolute, terminal.directory), { line: null, column: null, reason })
  }
  if (dirty.size === 0) return false
  terminal.note(`nothing is written: ${staged ? 'stage' : 'commit'} or stash these first, or give --allow-dirty`)
  return true
}
