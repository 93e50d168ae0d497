import type { createColors } from 'picocolors'
import type { FileProblem } from './file-problem.ts'
import type { Progress } from './printing/progress-line.ts'

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
  /** Says something beside the output, in one line. */
  readonly note: (text: string) => void
  /** A person can be asked. */
  readonly canAsk: boolean
  /** Shows how far work on so many files has come, where a person looks. */
  readonly progress: (files: number) => Progress
}
