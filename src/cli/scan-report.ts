import type { ScanInvocation } from './arguments.ts'
import type { FileProblem } from './file-problem.ts'
import { isShown } from './is-shown.ts'
import type { FoundForm } from './work/run-job.ts'

export interface ScannedFile {
  readonly path: string
  readonly absolute: string
  /** Empty where nothing in it can be rewritten. */
  readonly text: string
  /** What is listed: with `--all` the silent forms too. */
  readonly forms: readonly FoundForm[]
  /** How many forms are less sure than what is reported. */
  readonly below: number
  readonly problem: FileProblem | null
}

/** What `scan` has to tell. */
export interface ScanReport {
  readonly looked: number
  /** The files that were parsed or failed, sorted by path. */
  readonly files: readonly ScannedFile[]
  readonly invocation: ScanInvocation
  /** What the baseline did; null without one. */
  readonly baseline: BaselineReport | null
}

export interface BaselineReport {
  /** How many findings it knows, which are left out. */
  readonly known: number
  /** How many of its entries are found no more. */
  readonly gone: number
}

/** The findings that are reported. */
export function reportedForms({ files, invocation }: Pick<ScanReport, 'files' | 'invocation'>): readonly FoundForm[] {
  return files.flatMap(({ forms }) => forms.filter(({ finding }) => isShown(finding, invocation)))
}
