import type { FixInvocation } from './arguments.ts'
import type { RewriteResult } from './work/run-job.ts'

/** A file and what its rewrites make of it, step by step. */
export interface RewrittenFile extends RewriteResult {
  readonly path: string
  readonly absolute: string
}

/** What `fix` has to tell. */
export interface FixReport {
  readonly files: readonly RewrittenFile[]
  readonly invocation: FixInvocation
  /** How many files could not be worked on. */
  readonly failed: number
}
