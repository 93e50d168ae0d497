import { findAwaitLoops } from '../model/find-await-loops.ts'
import type { Options } from '../options.ts'
import type { Parsed } from '../parse/parsed.ts'
import { offerRewrites } from '../rewrite/offer-rewrites.ts'
import { settleLimiter } from '../rewrite/find-limiter.ts'
import type { Offers, RewriteOptions } from '../rewrite/rewrite.ts'
import { judgeAwaitLoop } from '../verdict/judge-await-loop.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { Answer, Finding } from './answer.ts'
import { describeVerdict } from './loop-words.ts'
import { describeReason } from './reason-words.ts'

const RULE = 'no-serial-await-in-loop'
const NO_OFFERS: Offers = { rewrites: [], refused: null }

/** Answers for every loop of the file that awaits in its turns, the silent ones too, in source order. */
export function answerAwaitLoops(parsed: Parsed, options: Options): Answer[] {
  let settled: RewriteOptions | undefined
  return findAwaitLoops(parsed).map((loop) => {
    const verdict = judgeAwaitLoop(loop, parsed, options)
    if (verdict.confidence === null) return { verdict, offers: NO_OFFERS, finding: findingOf(verdict, NO_OFFERS) }
    settled ??= settleOptions(parsed, options)
    const offers = offerRewrites(verdict, parsed, settled)
    return { verdict, offers, finding: findingOf(verdict, offers) }
  })
}

function settleOptions(parsed: Parsed, options: Options): RewriteOptions {
  return {
    concurrency: options.concurrency,
    target: options.target === 'auto' ? 'es2018' : options.target,
    ...settleLimiter(options.limiter, parsed),
  }
}

function findingOf(verdict: Verdict, { rewrites, refused }: Offers): Finding {
  const { start, end } = verdict.loop.node.loc
  return {
    rule: RULE,
    line: start.line,
    column: start.column + 1,
    endLine: end.line,
    endColumn: end.column + 1,
    verdict: verdict.verdict,
    confidence: verdict.confidence,
    preset: verdict.confidence === null ? null : verdict.confidence === 'possible' ? 'strict' : 'recommended',
    reasons: verdict.reasons.map((reason) => ({
      code: reason.code,
      line: reason.node.loc.start.line,
      message: describeReason(reason),
    })),
    message: describeVerdict(verdict),
    rewrites: rewrites.map(({ form, title }) => ({ form, title })),
    refused,
  }
}
