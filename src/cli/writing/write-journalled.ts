import type { FixInvocation } from '../arguments.ts'
import { displayPath } from '../display-path.ts'
import type { Terminal } from '../terminal.ts'
import { type FailedChange, removeLeftovers, writeBack, writeForward } from './apply-changes.ts'
import type { Change } from './change.ts'
import { dirtyFiles } from './dirty-files.ts'
import { closeJournal, dropUnfinished, openJournal } from './journal.ts'
import { journalPlace } from './journal-place.ts'
import { exitCodeOf, heardSignals } from './signals.ts'

/**
 * Writes the changes under a journal, all of them or, when a signal stops it, none. Gives those that failed, or an
 * exit code when nothing was written.
 */
export async function writeJournalled(
  changes: readonly Change[],
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
      closeJournal(place)
      return failed
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
