import type { Finding } from '../report/answer.ts'
import type { ScanInvocation } from './arguments.ts'
import type { FileProblem } from './file-problem.ts'

export interface ScannedFile {
  readonly path: string
  /** What is listed: with `--all` the silent forms too. */
  readonly findings: readonly Finding[]
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
}
