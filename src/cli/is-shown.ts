import type { Finding } from '../report/answer.ts'
import { isAsked } from '../report/confidence-order.ts'
import type { ScanInvocation } from './arguments.ts'

/** Whether a finding is reported; a rule that was asked for by its name is, whichever preset has it. */
export function isShown(finding: Finding, { rules, options }: Pick<ScanInvocation, 'rules' | 'options'>): boolean {
  return isAsked(finding, options.confidence, rules !== null)
}
