import type { Finding } from '../../report/answer.ts'
import { isReported } from '../../report/confidence-order.ts'
import type { ScanInvocation } from '../arguments.ts'
import { byPath } from '../display-path.ts'
import { findFiles } from '../discovery/find-files.ts'
import { surveyFiles } from '../discovery/survey-files.ts'
import { scanJson } from '../printing/scan-json.ts'
import { scanPretty } from '../printing/scan-pretty.ts'
import type { ScannedFile, ScanReport } from '../scan-report.ts'
import type { Terminal } from '../terminal.ts'
import type { Work, FindResult } from '../work/run-job.ts'
import { runJobs } from '../work/run-jobs.ts'

/** Reports the loops whose awaits could overlap; gives the exit code. */
export async function scan(invocation: ScanInvocation, terminal: Terminal): Promise<number> {
  const { paths, options, workers, format } = invocation
  const survey = surveyFiles(findFiles(paths, terminal.directory))
  const jobs = survey.candidates.map(({ absolute }) => ({ kind: 'find', absolute, options }) as const)
  const works = await runJobs(jobs, workers)
  const files = [
    ...survey.problems.map(({ path, problem }) => ({ path, findings: [], below: 0, problem })),
    ...survey.candidates.map(({ path }, index) => toFile(path, works[index]!, invocation)),
  ].sort(byPath)
  const report: ScanReport = { looked: survey.looked, files, invocation }
  terminal.out(format === 'json' ? scanJson(report) : scanPretty(report, terminal.colors))
  for (const { path, problem } of files) if (problem !== null) terminal.problem(path, problem)
  const isFinding = (finding: Finding) => isReported(finding, options.confidence)
  return files.some(({ findings, problem }) => problem !== null || findings.some(isFinding)) ? 1 : 0
}

function toFile(path: string, { result, problem }: Work<FindResult>, { all, options }: ScanInvocation): ScannedFile {
  const forms = result ?? []
  const reported = forms.filter((finding) => isReported(finding, options.confidence))
  const below = forms.filter(({ confidence }) => confidence !== null).length - reported.length
  return { path, findings: all ? forms : reported, below, problem }
}
