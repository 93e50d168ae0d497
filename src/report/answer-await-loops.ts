import { findAwaitLoops } from '../model/find-await-loops.ts'
import type { Options } from '../options.ts'
import { mayAwaitInLoop } from '../parse/may-await-in-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerRewrites } from '../rewrite/offer-rewrites.ts'
import { NO_OFFERS } from '../rewrite/rewrite.ts'
import { settleOptions } from '../rewrite/settle-options.ts'
import { judgeAwaitLoop } from '../verdict/judge-await-loop.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeVerdict } from './loop-words.ts'
import type { ReportRule } from './report-rule.ts'

/** A loop that awaits, turn after turn, what could overlap. */
export const noSerialAwaitInLoop: ReportRule = {
  name: 'no-serial-await-in-loop',
  preset: 'recommended',
  tellsOfTests: false,
  mayApply: mayAwaitInLoop,
  answers: answerAwaitLoops,
}

/** Answers for every loop of the file that awaits in its turns, the silent ones too, in source order. */
export function answerAwaitLoops(parsed: Parsed, options: Options): Answer[] {
  return findAwaitLoops(parsed).map((loop) => {
    const verdict = judgeAwaitLoop(loop, parsed, options)
    const form = { node: loop.node, mark: loop.awaits[0] ?? loop.node, owner: loop.owner, kind: loop.kind }
    const message = describeVerdict(verdict, loop.kind)
    return answerOf(noSerialAwaitInLoop, form, verdict, message, () =>
      verdict.confidence === null ? NO_OFFERS : offerRewrites(verdict, parsed, settleOptions(parsed, options)),
    )
  })
}
