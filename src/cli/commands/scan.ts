import type { ScanInvocation } from '../arguments.ts'
import { useBaseline } from '../baseline/use-baseline.ts'
import { byPath } from '../display-path.ts'
import { onlyChanged } from '../discovery/changed-files.ts'
import { findFiles, type FoundFile } from '../discovery/find-files.ts'
import { surveyFiles } from '../discovery/survey-files.ts'
import { scanText } from '../printing/scan-text.ts'
import { tellUntyped } from '../printing/untyped-note.ts'
import { reportedForms, type ScannedFile, type ScanReport } from '../scan-report.ts'
import type { Terminal } from '../terminal.ts'
import type { Work, FindResult } from '../work/run-job.ts'
import { runJobs } from '../work/run-jobs.ts'

/** Reports what could overlap, or need not be; gives the exit code. */
export async function scan(invocation: ScanInvocation, terminal: Terminal): Promise<number> {
  const { paths, options, workers, rules, changed, all } = invocation
  const found = onlyChanged(findFiles(paths, terminal.directory), changed, terminal.directory)
  const survey = surveyFiles(found, all)
  const jobs = survey.candidates.map(({ absolute }) => ({ kind: 'find', absolute, options, rules, all }) as const)
  const progress = terminal.progress(jobs.length)
  const works = await runJobs(jobs, workers, progress.step)
  progress.end()
  tellUntyped(works, terminal)
  const scanned = [
    ...survey.problems.map((failed) => ({ ...failed, text: '', forms: [], below: 0 })),
    ...survey.candidates.map((file, index) => toFile(file, works[index]!)),
  ].sort(byPath)
  const looked = new Set(found.map(({ absolute }) => absolute))
  const { files, baseline } = useBaseline(scanned, looked, invocation, terminal.directory)
  const report: ScanReport = { looked: survey.looked, files, invocation, baseline }
  terminal.out(await scanText(report, terminal.colors))
  for (const { path, problem } of files) if (problem !== null) terminal.problem(path, problem)
  return files.some(({ problem }) => problem !== null) || reportedForms(report).length > invocation.max ? 1 : 0
}

function toFile({ path, absolute }: FoundFile, { result, problem }: Work<FindResult>): ScannedFile {
  const { forms, text, below } = result ?? { forms: [], text: '', below: 0 }
  return { path, absolute, text, forms, below, problem }
}
