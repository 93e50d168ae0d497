import { DEFAULT_OPTIONS, type Options } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import type { Answer } from '../../src/report/answer.ts'
import { RULES } from '../../src/report/rules.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'

export interface AnswerOptions extends Partial<Options> {
  readonly filename?: string
}

/** The answers of one rule to a source text; p-map may be used. */
export function answersOf(rule: string, source: string, { filename = 'example.ts', ...options }: AnswerOptions = {}) {
  const found = RULES.find(({ name }) => name === rule)
  if (!found) throw new Error(`There is no rule ${rule}.`)
  if (!found.mayApply(source)) return []
  return found.answers(parseText(source, filename), { ...DEFAULT_OPTIONS, limiter: 'p-map', ...options })
}

/** One line for each form: `repair certain`, `keep: handled`. */
export function outcomesOf(rule: string, source: string, options?: AnswerOptions): string[] {
  return answersOf(rule, source, options).map(({ finding: { verdict, confidence, reasons } }) =>
    confidence === null ? `${verdict}: ${reasons.map(({ code }) => code).join(', ')}` : `${verdict} ${confidence}`)
}

/** The text after each rewrite of the first form that is reported, by the name of the rewrite, in their order. */
export function rewritesOf(rule: string, source: string, options?: AnswerOptions): Readonly<Record<string, string>> {
  return textsAfter(answersOf(rule, source, options).find(({ finding }) => finding.confidence !== null), source)
}

/** Why the first form that is reported has no rewrite. */
export function refusalOf(rule: string, source: string, options?: AnswerOptions): string | null {
  return answersOf(rule, source, options).find(({ finding }) => finding.confidence !== null)?.finding.refused ?? null
}

function textsAfter(answer: Answer | undefined, source: string): Readonly<Record<string, string>> {
  return Object.fromEntries((answer?.offers.rewrites ?? []).map(({ form, edits }) => [form, applyEdits(source, edits)]))
}
