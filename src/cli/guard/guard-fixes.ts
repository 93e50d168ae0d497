import type { FixInvocation } from '../arguments.ts'
import { guardSummary } from '../printing/guard-summary.ts'
import type { Terminal } from '../terminal.ts'
import type { RewrittenFiles } from '../work/rewrite-files.ts'
import { removeLeftovers, writeBack } from '../writing/apply-changes.ts'
import { closeGuarded, dropUnfinished, openJournal } from '../writing/journal.ts'
import { type JournalPlace, journalPlace } from '../writing/journal-place.ts'
import { exitCodeOf, heardSignals } from '../writing/signals.ts'
import { tellDirty } from '../writing/write-journalled.ts'
import { findKeepers } from './find-keepers.ts'
import { GuardedTree } from './guarded-tree.ts'
import { runGuard } from './run-guard.ts'
import { allUnits, type Unit } from './units.ts'

type Guarded = FixInvocation & { readonly guard: string }

/** Writes the changes with which the command passes, and takes back the others; gives the exit code. */
export async function guardFixes(
  all: RewrittenFiles,
  invocation: Guarded,
  terminal: Terminal,
): Promise<number> {
  const { units, files } = await allUnits(all, invocation, terminal.directory)
  const tree = new GuardedTree(files, all, invocation, terminal.directory)
  const changes = await tree.changesFor(units)
  if (changes.length === 0) {
    terminal.out('Nothing to rewrite.\n')
    return 0
  }
  if (!invocation.allowDirty && tellDirty(changes, invocation.changed?.kind === 'staged', terminal)) return 1
  if (!(await passesBefore(invocation.guard, terminal))) return 1
  const place = journalPlace(terminal.directory)
  openJournal(place, { directory: terminal.directory, changes })
  const signals = heardSignals()
  try {
    await settle(units, tree, place, signals.first, invocation, terminal)
    return 0
  } catch (error) {
    const failed = await writeBack(changes, terminal.directory, (text) => tree.hasWritten(text))
    removeLeftovers(changes)
    for (const { path, problem } of failed) terminal.problem(path, problem)
    dropUnfinished(place)
    const signal = signals.first()
    if (signal === null) throw error
    terminal.note(`stopped by ${signal}; every file is as it was before`)
    return exitCodeOf(signal)
  } finally {
    signals.stop()
  }
}

/** Tries sets of changes until it is known which may stay, leaves those written, and tells of the others. */
async function settle(
  units: readonly Unit[],
  tree: GuardedTree,
  place: JournalPlace,
  signal: () => NodeJS.Signals | null,
  { guard }: Guarded,
  terminal: Terminal,
): Promise<void> {
  const { kept, taken } = await findKeepers(units, async (tried) => {
    await tree.become(tried, place)
    const { passed, words } = await runGuard(guard, terminal.directory)
    if (signal() !== null) throw new Error('stopped')
    terminal.note(`guard: with ${tried.length} of ${units.length} changes the command ${passed ? 'passes' : 'fails'}`)
    return passed ? null : words
  })
  await tree.become(kept, place)
  closeGuarded(place, { directory: terminal.directory, changes: await tree.changesFor(kept) })
  terminal.out(guardSummary(kept.length, taken, terminal.colors))
}

/** Runs the command twice as things are: one that fails anyway, or now and then, cannot judge a change. */
async function passesBefore(command: string, terminal: Terminal): Promise<boolean> {
  const first = await runGuard(command, terminal.directory)
  const second = await runGuard(command, terminal.directory)
  if (first.passed && second.passed) return true
  const failed = first.passed ? second : first
  const what =
    first.passed === second.passed
      ? 'the command fails before any change'
      : 'the command passes once and fails once without any change, so it cannot judge one'
  terminal.note(`nothing is written: ${what}: it ${failed.words}`)
  return false
}
