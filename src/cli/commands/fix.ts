import { addLimiter, type AddedLimiter } from '../dependencies/add-limiter.ts'
import { byPath } from '../display-path.ts'
import type { FixInvocation } from '../arguments.ts'
import { ArgumentError } from '../../options-from-arguments.ts'
import { changePreview } from '../printing/change-preview.ts'
import { writtenSummary } from '../printing/written-summary.ts'
import { type FixReport, isChanged, NOTHING_ACROSS, type RewrittenFile, toChanges, type WantedFixes } from '../rewritten-file.ts'
import type { Terminal } from '../terminal.ts'
import { rewriteFiles, type RewrittenFiles } from '../work/rewrite-files.ts'
import type { FailedChange } from '../writing/apply-changes.ts'
import { unfinishedJournal, unfinishedWords } from '../writing/journal.ts'
import { journalPlace } from '../writing/journal-place.ts'
import { writeJournalled } from '../writing/write-journalled.ts'

/** Shows the rewrites, or writes them; gives the exit code. */
export async function fix(invocation: FixInvocation, terminal: Terminal): Promise<number> {
  const { write, interactive, guard } = invocation
  if (interactive && !terminal.canAsk) {
    throw new ArgumentError('--interactive needs a terminal; without one use --write')
  }
  const place = journalPlace(terminal.directory)
  if (unfinishedJournal(place, terminal.directory) !== null) {
    terminal.note(unfinishedWords(place))
    if (write) return 1
  }
  const files = await rewriteFiles(invocation, terminal)
  const { failed } = files
  if (guard !== null) {
    const { guardFixes } = await import('../guard/guard-fixes.ts')
    tellFailed(failed, terminal)
    const code = await guardFixes(files, { ...invocation, guard }, terminal)
    return code === 0 && failed.length > 0 ? 1 : code
  }
  const wanted = interactive ? await asked(files, invocation, terminal) : await allOf(files, invocation, terminal)
  if (wanted === null) {
    terminal.note('nothing is written')
    return 1
  }
  return write ? writeFixes(wanted, failed, invocation, terminal) : showFixes(wanted, failed, invocation, terminal)
}

async function asked(
  files: RewrittenFiles,
  invocation: FixInvocation,
  terminal: Terminal,
): Promise<WantedFixes | null> {
  // Loaded here, as no other run asks.
  const { askAll } = await import('../asking/ask-all.ts')
  return askAll(files, invocation, terminal)
}

async function allOf(
  { rewritten, across }: RewrittenFiles,
  invocation: FixInvocation,
  { directory }: Terminal,
): Promise<WantedFixes> {
  if (across === null) return { files: rewritten, across: NOTHING_ACROSS }
  const { changeAll, filesAfter } = await import('../across/change-across.ts')
  const changes = await changeAll(across)
  return { files: filesAfter(rewritten, changes.made, invocation, across.shown, directory), across: changes }
}

function showFixes(
  { files, across }: WantedFixes,
  failed: readonly FailedChange[],
  invocation: FixInvocation,
  terminal: Terminal,
): number {
  const added = addedTo(files, invocation, terminal)
  const all = [...failed, ...added.failed]
  terminal.out(changePreview({ files, across, invocation, failed: all.length, added }, terminal.colors))
  tellFailed(all, terminal)
  return all.length > 0 || files.some(isChanged) || across.below.length > 0 ? 1 : 0
}

async function writeFixes(
  { files, across }: WantedFixes,
  failed: readonly FailedChange[],
  invocation: FixInvocation,
  terminal: Terminal,
): Promise<number> {
  const added = addedTo(files, invocation, terminal)
  const changes = [...files.flatMap((file) => toChanges(file, invocation)), ...added.changes]
  const whole = across.made.map((change) => change.files.map(({ absolute }) => absolute))
  const written = await writeJournalled(changes, whole, invocation, terminal)
  if (typeof written === 'number') return written
  const unwritten = new Set(written.map(({ path }) => path))
  const all = [...failed, ...added.failed, ...written]
  const isWritten = ({ path }: { readonly path: string }) => !unwritten.has(path)
  const report: FixReport = {
    files: files.filter(isWritten),
    across: { ...across, made: across.made.filter((change) => change.files.every(isWritten)) },
    invocation,
    failed: all.length,
    added: { ...added, changes: added.changes.filter(isWritten) },
  }
  terminal.out(writtenSummary(report, terminal.colors))
  tellFailed(all, terminal)
  return all.length > 0 ? 1 : 0
}

function addedTo(files: readonly RewrittenFile[], invocation: FixInvocation, { directory }: Terminal): AddedLimiter {
  const isWanted = invocation.addDependencies
  return addLimiter(isWanted ? files.flatMap((file) => toChanges(file, invocation)) : [], directory)
}

function tellFailed(failed: readonly FailedChange[], terminal: Terminal): void {
  for (const { path, problem } of [...failed].sort(byPath)) terminal.problem(path, problem)
}
