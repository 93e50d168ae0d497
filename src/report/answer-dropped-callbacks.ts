import type { Options } from '../options.ts'
import { mayDropPromise } from '../parse/may-drop-promise.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerForDroppedCallback } from '../rewrite/offer-dropped-callback.ts'
import { settleOptions } from '../rewrite/settle-options.ts'
import type { DroppedForm } from '../verdict/dropped.ts'
import { judgeDroppedCallbacks } from '../verdict/judge-dropped-callbacks.ts'
import type { Answer } from './answer.ts'
import { answerOf } from './finding-of.ts'
import { describeReason } from './reason-words.ts'
import type { ReportRule } from './report-rule.ts'

/** An async callback given to what drops its promise. */
export const noAsyncForEach: ReportRule = {
  name: 'no-async-for-each',
  preset: 'recommended',
  tellsOfTests: true,
  mayApply: mayDropPromise,
  answers: answerDroppedCallbacks,
}

function answerDroppedCallbacks(parsed: Parsed, options: Options): Answer[] {
  return judgeDroppedCallbacks(parsed, options).map((dropped) => {
    const { node, callee, owner, method } = dropped.dropped
    const form = { node, mark: callee.property, owner, kind: method }
    return answerOf(noAsyncForEach, form, dropped.verdict, messageOf(dropped), () =>
      offerForDroppedCallback(dropped, parsed, settleOptions(parsed, options)),
    )
  })
}

function messageOf({ dropped: { method }, verdict }: DroppedForm): string {
  const [main] = verdict.reasons
  if (verdict.confidence === null) return `The promise may be waited for. ${describeReason(main!)}`
  return `\`${method}\` drops the promises of its async callback. Nobody waits for them, and a failure in one ends a process of Node.`
}
