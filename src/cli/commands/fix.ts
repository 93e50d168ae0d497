import { addLimiter, type AddedLimiter } from '../dependencies/add-limiter.ts'
import { byPath } from '../display-path.ts'
import { onlyChanged } from '../discovery/changed-files.ts'
import { findFiles } from '../discovery/find-files.ts'
import { surveyFiles } from '../discovery/survey-files.ts'
import type { FixInvocation } from '../arguments.ts'
import { ArgumentError } from '../../options-from-arguments.ts'
import { changePreview } from '../printing/change-preview.ts'
import { tellUntyped } from '../printing/untyped-note.ts'
import { writtenSummary } from '../printing/written-summary.ts'
import { type FixReport, type RewrittenFile, toChanges } from '../rewritten-file.ts'
import type { Terminal } from '../terminal.ts'
import { runJobs } from '../work/run-jobs.ts'
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
  const { rewritten, failed } = await rewriteFiles(invocation, terminal)
  if (guard !== null) {
    const { guardFixes } = await import('../guard/guard-fixes.ts')
    tellFailed(failed, terminal)
    const code = await guardFixes(rewritten.filter(isChanged), { ...invocation, guard }, terminal)
    return code === 0 && failed.length > 0 ? 1 : code
  }
  const wanted = interactive ? await asked(rewritten, invocation, terminal) : rewritten
  if (wanted === null) {
    terminal.note('nothing is written')
    return 1
  }
  return write ? writeFixes(wanted, failed, invocation, terminal) : showFixes(wanted, failed, invocation, terminal)
}

async function rewriteFiles(invocation: FixInvocation, terminal: Terminal) {
  const { paths, options, workers, rules, forms, changed } = invocation
  const survey = surveyFiles(onlyChanged(findFiles(paths, terminal.directory), changed, terminal.directory))
  const shared = { kind: 'rewrite', options, least: leastShown(invocation), rules, forms } as const
  const progress = terminal.progress(survey.candidates.length)
  const jobs = survey.candidates.map(({ absolute }) => ({ ...shared, absolute }))
  const works = await runJobs(jobs, workers, progress.step)
  progress.end()
  tellUntyped(works, terminal)
  const rewritten: RewrittenFile[] = []
  const failed: FailedChange[] = [...survey.problems]
  for (const [index, { path, absolute }] of survey.candidates.entries()) {
    const { result, problem } = works[index]!
    if (problem !== null) failed.push({ path, problem })
    if (result !== null) rewritten.push({ path, absolute, ...result })
  }
  return { rewritten, failed }
}

/** Without a choice the likely rewrites are shown too, so that one learns of them. */
function leastShown({ chosen, options }: FixInvocation) {
  return chosen ? options.confidence : 'likely'
}

async function asked(files: readonly RewrittenFile[], invocation: FixInvocation, terminal: Terminal) {
  // Loaded here, as no other run asks.
  const [{ askChanges }, { askPerson }] = await Promise.all([
    import('../asking/ask-changes.ts'),
    import('../asking/ask-person.ts'),
  ])
  return askChanges(files.filter(isChanged), invocation, (question) => askPerson(question, terminal))
}

function isChanged({ steps }: RewrittenFile): boolean {
  return steps.some(({ rewritten }) => rewritten > 0)
}

function showFixes(
  files: readonly RewrittenFile[],
  failed: readonly FailedChange[],
  invocation: FixInvocation,
  terminal: Terminal,
): number {
  const added = addedTo(files, invocation, terminal)
  const all = [...failed, ...added.failed]
  terminal.out(changePreview({ files, invocation, failed: all.length, added }, terminal.colors))
  tellFailed(all, terminal)
  return all.length > 0 || files.some(isChanged) ? 1 : 0
}

async function writeFixes(
  files: readonly RewrittenFile[],
  failed: readonly FailedChange[],
  invocation: FixInvocation,
  terminal: Terminal,
): Promise<number> {
  const added = addedTo(files, invocation, terminal)
  const changes = [...files.flatMap((file) => toChanges(file, invocation)), ...added.changes]
  const written = await writeJournalled(changes, invocation, terminal)
  if (typeof written === 'number') return written
  const unwritten = new Set(written.map(({ path }) => path))
  const all = [...failed, ...added.failed, ...written]
  const isWritten = ({ path }: { readonly path: string }) => !unwritten.has(path)
  const report: FixReport = {
    files: files.filter(isWritten),
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
