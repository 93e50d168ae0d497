import type { Options } from '../options.ts'
import type { Parsed } from '../parse/parsed.ts'
import { asParseErrorIfTooDeep } from '../parse/too-deep.ts'
import type { Confidence } from '../verdict/verdict.ts'
import type { Answer, Finding } from './answer.ts'
import { preferGenerator } from './answer-array-fillers.ts'
import { noEagerChain } from './answer-chains.ts'
import { noUnboundedConcurrency } from './answer-fan-outs.ts'
import { noEagerCopy } from './answer-copies.ts'
import { noSerialAwaitInLoop } from './answer-await-loops.ts'
import { noAsyncForEach } from './answer-dropped-callbacks.ts'
import { noSerialAwaits } from './answer-serial-awaits.ts'
import { noStaggeredAwait } from './answer-staggered-awaits.ts'
import type { ReportRule } from './report-rule.ts'

/** Every rule there is: what the command looks for. */
export const RULES: readonly ReportRule[] = [
  noSerialAwaitInLoop,
  noSerialAwaits,
  noStaggeredAwait,
  noAsyncForEach,
  noUnboundedConcurrency,
  noEagerCopy,
  preferGenerator,
  noEagerChain,
]

/**
 * The answers of all the rules, in source order; of several at one place those of the earlier rule first.
 *
 * @param isWanted the findings whose rewrites the caller asks for
 * @throws ParseError where the code nests, or refers to what refers to other code, more deeply than a stack holds
 */
export function answersOf(
  parsed: Parsed,
  options: Options,
  rules: readonly ReportRule[] = RULES,
  isWanted: (finding: Finding) => boolean = () => true,
): readonly Answer[] {
  try {
    const answers = rules
      .filter((rule) => rule.mayApply(parsed.text))
      .flatMap((rule) => rule.answers(parsed, options))
      .sort((a, b) => a.form.node.range[0] - b.form.node.range[0])
    // Made here, so that what is too deep is told of.
    for (const answer of answers) if (isWanted(answer.finding)) void answer.offers
    return answers
  } catch (error) {
    throw asParseErrorIfTooDeep(error)
  }
}

/** The rules of the preset that a confidence stands for: those that only `strict` has go with `possible`. */
export function rulesFor(least: Confidence): readonly ReportRule[] {
  return RULES.filter(({ preset }) => preset === 'recommended' || least === 'possible')
}
