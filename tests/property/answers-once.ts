import type { Options } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import type { Answer } from '../../src/report/answer.ts'
import type { ReportRule } from '../../src/report/report-rule.ts'
import { answersOf, RULES } from '../../src/report/rules.ts'

/** Texts of which the answers are remembered: those of a program and of what is made of it. */
const MOST_TEXTS = 30

const known = new Map<string, readonly Answer[]>()

/** All rules, each put to a text once, however many rewrites of one program go by it. */
export const RULES_ONCE: readonly ReportRule[] = RULES.map((rule) => ({
  ...rule,
  answers: ({ text, filename }, options) =>
    answersFor(text, filename, options).filter(({ finding }) => finding.rule === rule.name),
}))

/** The answers of all rules, all about one tree. To be asked with the same options always. */
export function answersFor(text: string, filename: string, options: Options): readonly Answer[] {
  const answers = known.get(text) ?? answersOf(parseText(text, filename), options)
  if (known.size > MOST_TEXTS) known.clear()
  known.set(text, answers)
  return answers
}
