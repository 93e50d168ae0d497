import { isAtLeast } from '../report/confidence-order.ts'
import type { FixInvocation } from './arguments.ts'
import type { AddedLimiter } from './dependencies/add-limiter.ts'
import type { RewriteResult } from './work/run-job.ts'
import type { Change } from './writing/change.ts'

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
  readonly added: AddedLimiter
}

/** What is written of a file; none where its rewrites are less sure than asked for. */
export function toChanges(file: RewrittenFile, { options }: FixInvocation): readonly Change[] {
  const { path, absolute, text, steps } = file
  const after = steps.filter(({ confidence }) => isAtLeast(confidence, options.confidence)).at(-1)?.text ?? text
  return after === text ? [] : [{ path, absolute, before: text, after }]
}
