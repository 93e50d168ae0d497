import { NO_OFFERS, type Offers } from '../rewrite/rewrite.ts'
import type { FormVerdict } from '../verdict/form-verdict.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Answer, Finding, Form, Preset } from './answer.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** An answer whose rewrites are made when they are first asked for: most findings are shown by nobody. */
export function answerOf(
  rule: Pick<ReportRule, 'name' | 'preset'>,
  form: Form,
  found: Verdict | FormVerdict,
  message: string,
  makeOffers: () => Offers,
): Answer {
  let made: Offers | undefined
  const offers = (): Offers => (made ??= found.confidence === null ? NO_OFFERS : makeOffers())
  return {
    form,
    finding: findingOf(rule, form, found, message, offers),
    get offers() {
      return offers()
    },
  }
}

/** A verdict as the JSON of `scan` tells it. */
export function findingOf(
  { name, preset }: Pick<ReportRule, 'name' | 'preset'>,
  { node: { loc } }: Form,
  found: Verdict | FormVerdict,
  message: string,
  offers: () => Offers,
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
    get rewrites() {
      return offers().rewrites.map(({ form, title }) => ({ form, title }))
    },
    get refused() {
      return offers().refused
    },
  }
}

function presetOf(found: Verdict | FormVerdict, preset: Preset): Preset | null {
  if (found.confidence === null) return null
  return found.confidence === 'possible' || ('preset' in found && found.preset === 'strict') ? 'strict' : preset
}
