import type { Confidence } from '../../verdict/verdict.ts'
import type { AcrossReport, RewrittenFile } from '../rewritten-file.ts'

/** How many places of the files are rewritten with just this confidence. */
export function rewrittenNumber(files: readonly RewrittenFile[], confidence: Confidence): number {
  const steps = files.flatMap((file) => file.steps.filter((step) => step.confidence === confidence))
  return steps.reduce((sum, step) => sum + step.rewritten, 0)
}

/** How many changes of several files are made, or shown, with just this confidence. */
export function acrossNumber({ made, below }: AcrossReport, confidence: Confidence): number {
  return [...made, ...below].filter(({ finding }) => finding.confidence === confidence).length
}
