import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import { parseAmongFiles } from '../parse/files/parse-among-files.ts'
import { parseText } from '../parse/parse-text.ts'
import { applyRewrites } from '../rewrite/apply-edits.ts'
import type { Rewrite } from '../rewrite/rewrite.ts'
import type { Confidence } from '../verdict/verdict.ts'
import { answerAwaitLoops } from './answer-await-loops.ts'
import type { Answer } from './answer.ts'
import { CONFIDENCES, isAtLeast } from './confidence-order.ts'

/** The text after all rewrites of one confidence, on top of those of the surer ones. */
export interface RewriteStep {
  readonly confidence: Confidence
  readonly text: string
  /** How many forms were rewritten in this step. */
  readonly rewritten: number
}

/** Rewritten code may hold forms that only then can be rewritten, as loops in loops do; nesting is never as deep. */
const MOST_PASSES = 50

/**
 * Rewrites a text step by step, the certain rewrites first, down to the given confidence, each step until nothing is
 * left to do in it. Of several rewrites of one form the first is taken. Running again on the last text changes nothing.
 *
 * @param text without a byte-order mark
 * @throws ParseError when the text is no program
 */
export function rewriteText(
  text: string,
  filename: string,
  options: Options,
  least: Confidence,
): readonly RewriteStep[] {
  const steps: RewriteStep[] = []
  for (const confidence of CONFIDENCES.slice(0, CONFIDENCES.indexOf(least) + 1)) {
    steps.push(rewriteStep(steps.at(-1)?.text ?? text, filename, options, confidence))
  }
  return steps
}

function rewriteStep(before: string, filename: string, options: Options, confidence: Confidence): RewriteStep {
  let text = before
  let rewritten = 0
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const parsed = options.crossFile ? parseAmongFiles(text, filename) : parseText(text, filename)
    const answers = answerAwaitLoops(parsed, options)
    const after = applyRewrites(text, rewritesOf(answers, confidence))
    if (after.text === text) return { confidence, text, rewritten }
    text = after.text
    rewritten += after.applied.length
  }
  throw new Error('the rewrites of this file do not come to an end')
}

/** One for each function: two in the same one were made without knowing the names that the other brings. */
function rewritesOf(answers: readonly Answer[], least: Confidence): readonly Rewrite[] {
  const chosen = new Map<Node, Rewrite>()
  for (const { verdict, offers } of answers) {
    const [first] = offers.rewrites
    const { owner } = verdict.loop
    if (first !== undefined && isAtLeast(verdict.confidence, least) && !chosen.has(owner)) chosen.set(owner, first)
  }
  return [...chosen.values()]
}
