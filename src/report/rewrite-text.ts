import type { Options } from '../options.ts'
import type { Node } from '../parse/node-types.ts'
import { parseSource } from '../parse/files/parse-source.ts'
import type { Parsed } from '../parse/parsed.ts'
import { applyRewrites } from '../rewrite/apply-edits.ts'
import type { Offers, Rewrite, RewriteForm } from '../rewrite/rewrite.ts'
import type { Confidence } from '../verdict/verdict.ts'
import type { Answer, Finding } from './answer.ts'
import { CONFIDENCES, isAsked } from './confidence-order.ts'
import type { ReportRule } from './report-rule.ts'
import { answersOf, rulesFor } from './rules.ts'

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
 * left to do in it. Of several rewrites of one form the first is taken; of several forms that touch the same text the
 * first, and the others when the new text has been read. Running again on the last text changes nothing.
 *
 * @param text without a byte-order mark
 * @param rules the only ones to ask; null for all, each finding with the confidence that its preset stands for
 * @param forms the only ones to take, the first wish first; null for whichever is safest
 * @throws ParseError when the text is no program
 */
export function rewriteText(
  text: string,
  filename: string,
  options: Options,
  least: Confidence,
  rules: readonly ReportRule[] | null = null,
  forms: readonly RewriteForm[] | null = null,
): readonly RewriteStep[] {
  const read = readerOf(filename, options)
  const steps: RewriteStep[] = []
  for (const confidence of CONFIDENCES.slice(0, CONFIDENCES.indexOf(least) + 1)) {
    steps.push(rewriteStep(steps.at(-1)?.text ?? text, read, options, confidence, rules, forms))
  }
  return steps
}

function rewriteStep(
  before: string,
  read: (text: string) => Parsed,
  options: Options,
  confidence: Confidence,
  rules: readonly ReportRule[] | null,
  forms: readonly RewriteForm[] | null,
): RewriteStep {
  let text = before
  let rewritten = 0
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const isWanted = (finding: Finding): boolean => isAsked(finding, confidence, rules !== null)
    const answers = answersOf(read(text), options, rules ?? rulesFor(confidence), isWanted)
    const asked = answers.filter(({ finding }) => isWanted(finding))
    const after = applyRewrites(text, rewritesOf(asked, forms))
    if (after.text === text) return { confidence, text, rewritten }
    text = after.text
    rewritten += after.applied.length
  }
  throw new Error('the rewrites of this file do not come to an end')
}

/** Parses a text once where a step begins with what the step before has ended with. */
function readerOf(filename: string, options: Options): (text: string) => Parsed {
  let last: Parsed | null = null
  return (text) => {
    if (last?.text !== text) last = parseSource(text, filename, options)
    return last
  }
}

/** One for each function: two in the same one were made without knowing the names that the other brings. */
function rewritesOf(
  answers: readonly Answer[],
  forms: readonly RewriteForm[] | null,
): readonly Rewrite[] {
  const chosen = new Map<Node, Rewrite>()
  for (const { form, offers } of answers) {
    const rewrite = chosenRewrite(offers, forms)
    if (rewrite !== null && !chosen.has(form.owner)) chosen.set(form.owner, rewrite)
  }
  return [...chosen.values()]
}

/** The safest of the rewrites; where forms are named, the one of the first form among them that is offered. */
export function chosenRewrite({ rewrites }: Offers, forms: readonly RewriteForm[] | null): Rewrite | null {
  if (forms === null) return rewrites[0] ?? null
  const wished = forms.find((form) => rewrites.some((rewrite) => rewrite.form === form))
  return rewrites.find(({ form }) => form === wished) ?? null
}
