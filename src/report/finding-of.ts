import type { Offers } from '../rewrite/rewrite.ts'
import type { FormVerdict } from '../verdict/form-verdict.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Finding, Form, Preset } from './answer.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** A verdict as the JSON of `scan` tells it. */
export function findingOf(
  { name, preset }: Pick<ReportRule, 'name' | 'preset'>,
  { node: { loc } }: Form,
  found: Verdict | FormVerdict,
  message: string,
  { rewrites, refused }: Offers,
): Finding {
  const { verdict, confidence, reasons } = found
  return {
    rule: name,
    line: loc.start.line,
    column: loc.start.column + 1,
    endLine: loc.end.line,
    endColumn: loc.end.column + 1,
    verdict,
    confidence,
    preset: presetOf(found, preset),
    reasons: reasons.map((reason) => ({
      code: reason.code,
      line: reason.node.loc.start.line,
      message: describeReason(reason),
    })),
    message,
    rewrites: rewrites.map(({ form, title }) => ({ form, title })),
    refused,
  }
}

function presetOf(found: Verdict | FormVerdict, preset: Preset): Preset | null {
  if (found.confidence === null) return null
  return found.confidence === 'possible' || ('preset' in found && found.preset === 'strict') ? 'strict' : preset
}
