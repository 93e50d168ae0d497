import type { FileProblem } from '../file-problem.ts'
import { reportedForms, type ScanReport } from '../scan-report.ts'
import { printableJson } from './printable.ts'

/** The JSON of `scan --format json`: the files with something to tell; equal for equal sources on every machine. */
export function scanJson(report: ScanReport): string {
  const told = report.files.filter(({ forms, problem }) => forms.length > 0 || problem !== null)
  const json = {
    version: 1,
    files: told.map(({ path, forms, problem }) => ({
      path,
      findings: forms.map(({ finding }) => finding),
      error: problem && toWords(problem),
    })),
    summary: {
      files: report.looked,
      findings: reportedForms(report).length,
      errors: told.filter(({ problem }) => problem !== null).length,
      ...(report.baseline !== null && { baseline: report.baseline.known }),
    },
  }
  return printableJson(json)
}

function toWords({ line, column, reason }: FileProblem): string {
  return line === null ? reason : `${line}:${column}: ${reason}`
}
