import type { Finding } from '../report/answer.ts'
import { isAtLeast, isReported } from '../report/confidence-order.ts'
import type { ScanInvocation } from './arguments.ts'

/** Whether a finding is reported; a rule that was asked for by its name is, whichever preset has it. */
export function isShown(finding: Finding, { rules, options }: Pick<ScanInvocation, 'rules' | 'options'>): boolean {
  return rules === null ? isReported(finding, options.confidence) : isAtLeast(finding.confidence, options.confidence)
}
