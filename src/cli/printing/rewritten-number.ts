import type { Confidence } from '../../verdict/verdict.ts'
import type { RewrittenFile } from '../rewritten-file.ts'

/** How many places of the files are rewritten with just this confidence. */
export function rewrittenNumber(files: readonly RewrittenFile[], confidence: Confidence): number {
  const steps = files.flatMap((file) => file.steps.filter((step) => step.confidence === confidence))
  return steps.reduce((sum, step) => sum + step.rewritten, 0)
}
