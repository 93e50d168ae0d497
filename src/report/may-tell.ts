import { isTestFile } from '../facts/signs/path-signs.ts'
import type { ReportRule } from './report-rule.ts'

/**
 * Whether a rule could report anything of a file, asked before it is parsed: its text may hold such a form, and it is
 * no test, in which most rules leave every form alone.
 */
export function mayTell({ mayApply, tellsOfTests }: ReportRule, text: string, filename: string): boolean {
  return (tellsOfTests || !isTestFile(filename)) && mayApply(text)
}
