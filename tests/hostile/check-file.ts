import { DEFAULT_OPTIONS } from '../../src/options.ts'
import type { Options } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { ParseError } from '../../src/parse/parsed.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { answersOf, RULES } from '../../src/report/rules.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'

/** Everything is asked and everything is rewritten. */
export const EVERYTHING: Options = { ...DEFAULT_OPTIONS, confidence: 'possible', limiter: 'p-map' }

export interface CheckedFile {
  /** Why the text is no program; null where it is one. */
  readonly refused: string | null
  readonly answers: number
  readonly offers: number
  /** The text after all rewrites. */
  readonly after: string
  /** What must not be, whatever the text: a crash, a rewrite that does not parse, a second run that changes more. */
  readonly problems: readonly string[]
}

/** Puts every rule to a text, takes every rewrite by itself, then all of them together, twice. */
export function checkFile(source: string, filename: string, options = EVERYTHING): CheckedFile {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const problems: string[] = []
  let [answers, offers] = [0, 0]
  try {
    const parsed = parseText(text, filename)
    for (const rule of RULES) {
      const found = answersOf(parsed, options, [{ ...rule, mayApply: () => true }])
      answers += found.length
      if (found.length > 0 && !rule.mayApply(text)) problems.push(`${rule.name}: its text test says that it has no answer`)
      for (const { form, edits } of found.flatMap(({ offers }) => offers.rewrites)) {
        offers += 1
        problems.push(...unparsable(applyEdits(text, edits), filename).map((error) => `${rule.name}, ${form}: ${error}`))
      }
    }
    const after = offers > 0 ? rewriteAll(text, filename, options) : text
    if (after !== text && rewriteAll(after, filename, options) !== after) problems.push('a second run changes more')
    return { refused: null, answers, offers, after, problems }
  } catch (error) {
    if (error instanceof ParseError) return { refused: error.message, answers, offers, after: text, problems }
    return { refused: null, answers, offers, after: text, problems: [...problems, (error as Error).stack!] }
  }
}

function rewriteAll(text: string, filename: string, options: Options): string {
  return rewriteText(text, filename, options, options.confidence).at(-1)!.text
}

function unparsable(text: string, filename: string): string[] {
  try {
    parseText(text, filename)
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}
