import type { RecoverInvocation } from '../arguments.ts'
import { byPath } from '../display-path.ts'
import { count } from '../printing/count.ts'
import type { Terminal } from '../terminal.ts'
import { type FailedChange, removeLeftovers, writeBack, writeForward } from '../writing/apply-changes.ts'
import {
  closeJournal,
  dropFinished,
  dropUnfinished,
  finishedJournal,
  triedTexts,
  unfinishedJournal,
} from '../writing/journal.ts'
import { journalPlace } from '../writing/journal-place.ts'

/** Completes or takes back what an earlier `fix --write` set out to write; gives the exit code. */
export async function recover({ command }: RecoverInvocation, terminal: Terminal): Promise<number> {
  return command === 'resume' ? resume(terminal) : undo(terminal)
}

async function resume(terminal: Terminal): Promise<number> {
  const place = journalPlace(terminal.directory)
  const journal = unfinishedJournal(place, terminal.directory)
  if (journal === null) {
    terminal.out('Nothing to resume: no fix --write was cut short.\n')
    return 0
  }
  if (triedTexts(place) !== null) {
    terminal.note('a run of fix --guard was cut short, of which it is not known what may stay: give --undo, and run it again')
    return 1
  }
  removeLeftovers(journal.changes)
  const failed = await writeForward(journal.changes, journal.directory)
  closeJournal(place)
  terminal.out(`${count(journal.changes.length - failed.length, 'file')} written, all that the run was to write.\n`)
  return tell(failed, terminal)
}

async function undo(terminal: Terminal): Promise<number> {
  const place = journalPlace(terminal.directory)
  const unfinished = unfinishedJournal(place, terminal.directory)
  const journal = unfinished ?? finishedJournal(place, terminal.directory)
  if (journal === null) {
    terminal.out('Nothing to undo.\n')
    return 0
  }
  removeLeftovers(journal.changes)
  const isOwn = (unfinished !== null && triedTexts(place)) || undefined
  const failed = await writeBack(journal.changes, journal.directory, isOwn)
  if (unfinished === null) dropFinished(place)
  else dropUnfinished(place)
  terminal.out(`${count(journal.changes.length - failed.length, 'file')} without what fix --write had changed.\n`)
  return tell(failed, terminal)
}

function tell(failed: readonly FailedChange[], terminal: Terminal): number {
  for (const { path, problem } of [...failed].sort(byPath)) terminal.problem(path, problem)
  return failed.length > 0 ? 1 : 0
}
