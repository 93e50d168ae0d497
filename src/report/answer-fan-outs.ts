import type { Options } from '../options.ts'
import { mayFanOut } from '../parse/may-fan-out.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerForFanOut } from '../rewrite/offer-fan-out.ts'
import { settleOptions } from '../rewrite/settle-options.ts'
import { judgeFanOuts } from '../verdict/judge-fan-outs.ts'
import type { UnboundedForm } from '../verdict/unbounded.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** A call for each element of a list of any length, all at once, each of which does I/O. */
export const noUnboundedConcurrency: ReportRule = {
  name: 'no-unbounded-concurrency',
  preset: 'strict',
  tellsOfTests: false,
  mayApply: mayFanOut,
  answers: answerFanOuts,
}

function answerFanOuts(parsed: Parsed, options: Options): Answer[] {
  return judgeFanOuts(parsed, options).map((unbounded) => {
    const { node, callee, owner, combinator } = unbounded.fanOut
    const form = { node, mark: callee, owner, kind: combinator }
    return answerOf(noUnboundedConcurrency, form, unbounded.verdict, messageOf(unbounded), () =>
      offerForFanOut(unbounded, parsed, settleOptions(parsed, options)),
    )
  })
}

function messageOf({ fanOut: { combinator }, verdict }: UnboundedForm): string {
  const [main, io] = verdict.reasons
  if (verdict.confidence === null) return `The calls may all run at once. ${describeReason(main!)}`
  return `\`Promise.${combinator}\` starts a call for each element at once, however many there are. ${describeReason(io!)}`
}
