import { onlyChanged } from '../discovery/changed-files.ts'
import { findFiles } from '../discovery/find-files.ts'
import { surveyFiles } from '../discovery/survey-files.ts'
import type { FixInvocation } from '../arguments.ts'
import type { Across } from '../across/change-across.ts'
import { tellUntyped } from '../printing/untyped-note.ts'
import type { RewrittenFile } from '../rewritten-file.ts'
import type { Terminal } from '../terminal.ts'
import type { FailedChange } from '../writing/apply-changes.ts'
import { runJobs } from './run-jobs.ts'

/** What the rewrites make of the files that a run is about. */
export interface RewrittenFiles {
  readonly rewritten: readonly RewrittenFile[]
  readonly failed: readonly FailedChange[]
  /** For the changes that take several files; null where there can be none. */
  readonly across: Across | null
}

/** Makes the rewrites of single files, and finds out whether there may be others. */
export async function rewriteFiles(invocation: FixInvocation, terminal: Terminal): Promise<RewrittenFiles> {
  const { paths, options, workers, rules, forms, changed } = invocation
  const { directory } = terminal
  const found = onlyChanged(findFiles(paths, directory), changed, directory)
  const survey = surveyFiles(found, false)
  const least = leastShown(invocation)
  const shared = { kind: 'rewrite', options, least, rules, forms, across: looksAcross(invocation) } as const
  const progress = terminal.progress(survey.candidates.length)
  const jobs = survey.candidates.map(({ absolute }) => ({ ...shared, absolute }))
  const works = await runJobs(jobs, workers, progress.step)
  progress.end()
  tellUntyped(works, terminal)
  const rewritten: RewrittenFile[] = []
  const failed: FailedChange[] = [...survey.problems]
  const producers: string[] = []
  for (const [index, { path, absolute }] of survey.candidates.entries()) {
    const { result, problem } = works[index]!
    if (problem !== null) failed.push({ path, problem })
    if (result === null) continue
    const { text, steps, mayReachOut } = result
    rewritten.push({ path, absolute, text, start: text, rounds: [], steps })
    if (mayReachOut) producers.push(absolute)
  }
  if (producers.length === 0) return { rewritten, failed, across: null }
  // Loaded here, as few runs reach out.
  const { openAcross } = await import('../across/change-across.ts')
  const mayChange = new Set(found.map(({ absolute }) => absolute))
  return { rewritten, failed, across: openAcross(producers, mayChange, invocation, least, directory) }
}

/** Without a choice the likely rewrites are shown too, so that one learns of them. */
export function leastShown({ chosen, options }: Pick<FixInvocation, 'chosen' | 'options'>) {
  return chosen ? options.confidence : 'likely'
}

/** Exported functions are made generators with all files that use them. */
function looksAcross(invocation: FixInvocation): boolean {
  const { rules } = invocation
  return rules === null ? leastShown(invocation) === 'possible' : rules.includes('prefer-generator')
}
