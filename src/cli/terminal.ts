import type { createColors } from 'picocolors'
import type { FileProblem } from './file-problem.ts'

/** Colours, or none. */
export type Colors = ReturnType<typeof createColors>

/** Where a command runs and speaks. */
export interface Terminal {
  /** Working directory. */
  readonly directory: string
  readonly colors: Colors
  readonly out: (text: string) => void
  /** Tells of a file that failed, in one line. */
  readonly problem: (path: string, problem: FileProblem) => void
}
