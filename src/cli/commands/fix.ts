import { isAtLeast } from '../../report/confidence-order.ts'
import type { FixInvocation } from '../arguments.ts'
import { byPath } from '../display-path.ts'
import { findFiles } from '../discovery/find-files.ts'
import { surveyFiles } from '../discovery/survey-files.ts'
import { type FileProblem, toFileProblem } from '../file-problem.ts'
import type { RewrittenFile } from '../rewritten-file.ts'
import { changePreview } from '../printing/change-preview.ts'
import { writtenSummary } from '../printing/written-summary.ts'
import type { Terminal } from '../terminal.ts'
import { runJobs } from '../work/run-jobs.ts'
import { writeSource } from '../write-source.ts'

interface FailedFile {
  readonly path: string
  readonly problem: FileProblem
}

/** Shows the rewrites, or writes them; gives the exit code. */
export async function fix(invocation: FixInvocation, terminal: Terminal): Promise<number> {
  const { rewritten, failed } = await rewriteFiles(invocation, terminal.directory)
  const report = { files: rewritten, invocation, failed: failed.length }
  if (!invocation.write) {
    terminal.out(changePreview(report, terminal.colors))
    tellFailed(failed, terminal)
    return failed.length > 0 || rewritten.some(isChanged) ? 1 : 0
  }
  const unwritten = rewritten.flatMap((file) => writeFile(file, invocation, terminal.directory))
  const paths = new Set(unwritten.map(({ path }) => path))
  const files = rewritten.filter(({ path }) => !paths.has(path))
  terminal.out(writtenSummary({ files, invocation, failed: failed.length + unwritten.length }, terminal.colors))
  tellFailed([...failed, ...unwritten], terminal)
  return failed.length > 0 || unwritten.length > 0 ? 1 : 0
}

async function rewriteFiles(invocation: FixInvocation, directory: string) {
  const { paths, options, workers } = invocation
  const survey = surveyFiles(findFiles(paths, directory))
  const least = leastShown(invocation)
  const jobs = survey.candidates.map(({ absolute }) => ({ kind: 'rewrite', absolute, options, least }) as const)
  const works = await runJobs(jobs, workers)
  const rewritten: RewrittenFile[] = []
  const failed: FailedFile[] = [...survey.problems]
  for (const [index, { path, absolute }] of survey.candidates.entries()) {
    const { result, problem } = works[index]!
    if (problem !== null) failed.push({ path, problem })
    if (result !== null) rewritten.push({ path, absolute, ...result })
  }
  return { rewritten, failed: failed.sort(byPath) }
}

/** Without a choice the likely rewrites are shown too, so that one learns of them. */
function leastShown({ chosen, options }: FixInvocation) {
  return chosen ? options.confidence : 'likely'
}

function isChanged({ steps }: RewrittenFile): boolean {
  return steps.some(({ rewritten }) => rewritten > 0)
}

function writeFile(file: RewrittenFile, { options }: FixInvocation, directory: string): readonly FailedFile[] {
  const steps = file.steps.filter(({ confidence }) => isAtLeast(confidence, options.confidence))
  const after = steps.at(-1)?.text ?? file.text
  if (after === file.text) return []
  try {
    writeSource(file.absolute, file.text, after, directory)
    return []
  } catch (error) {
    return [{ path: file.path, problem: toFileProblem(error) }]
  }
}

function tellFailed(failed: readonly FailedFile[], terminal: Terminal): void {
  for (const { path, problem } of [...failed].sort(byPath)) terminal.problem(path, problem)
}
