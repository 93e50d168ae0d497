import { isReported } from '../../report/confidence-order.ts'
import type { FileProblem } from '../file-problem.ts'
import type { ScanReport } from '../scan-report.ts'

/** The JSON of `scan --format json`: the files with something to tell; equal for equal sources on every machine. */
export function scanJson({ looked, files, invocation }: ScanReport): string {
  const least = invocation.options.confidence
  const told = files.filter(({ findings, problem }) => findings.length > 0 || problem !== null)
  const reported = told.flatMap(({ findings }) => findings.filter((finding) => isReported(finding, least)))
  const json = {
    version: 1,
    files: told.map(({ path, findings, problem }) => ({ path, findings, error: problem && toWords(problem) })),
    summary: {
      files: looked,
      findings: reported.length,
      errors: told.filter(({ problem }) => problem !== null).length,
    },
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

function toWords({ line, column, reason }: FileProblem): string {
  return line === null ? reason : `${line}:${column}: ${reason}`
}
