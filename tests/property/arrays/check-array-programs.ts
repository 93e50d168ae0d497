import type { Options } from '../../../src/options.ts'
import { DEFAULT_OPTIONS } from '../../../src/options.ts'
import type { Answer } from '../../../src/report/answer.ts'
import { isAtLeast } from '../../../src/report/confidence-order.ts'
import { rewriteText } from '../../../src/report/rewrite-text.ts'
import { applyEdits } from '../../../src/rewrite/apply-edits.ts'
import { answersFor, RULES_ONCE } from '../answers-once.ts'
import type { Pair } from './compare-arrays.ts'
import { compareArrays } from './compare-arrays.ts'

const FILENAME = '/program/arrays.ts'
const RULES = RULES_ONCE.filter(({ name }) => ['no-eager-copy', 'no-eager-chain', 'prefer-generator'].includes(name))

export interface CheckedArrays {
  /** How often each answer was given: a confidence with why there is no rewrite, if there is none; else the reason. */
  readonly answers: Readonly<Record<string, number>>
  /** Rewritten programs that were run, by rule, confidence and form. */
  readonly forms: Readonly<Record<string, number>>
  readonly problems: readonly string[]
}

interface Variant extends Pair {
  readonly name: string
}

/** Rewrites programs in every way that is offered at `likely` or better, and compares what they do before and after. */
export function checkArrayPrograms(programs: readonly string[]): CheckedArrays {
  const [answers, forms]: Record<string, number>[] = [{}, {}]
  const problems: string[] = []
  const variants: Variant[] = []
  for (const text of programs) {
    const options: Options = { ...DEFAULT_OPTIONS, target: text.length % 4 === 0 ? 'es2018' : 'es2025' }
    const isAbout = ({ finding }: Answer): boolean => RULES.some(({ name }) => name === finding.rule)
    const found = answersFor(text, FILENAME, options).filter(isAbout)
    for (const answer of found) count(answers!, codeOf(answer))
    const steps = rewriteText(text, FILENAME, options, 'possible', RULES)
    const last = steps.at(-1)!.text
    if (last !== text && rewriteText(last, FILENAME, options, 'possible', RULES).at(-1)!.text !== last) {
      problems.push(`is changed when rewritten again:\n${text}\n${last}`)
    }
    const own = [...found.flatMap((answer) => variantsOf(text, answer)), ...steps.slice(0, 2).map(({ text: after, confidence }) => ({ name: `all ${confidence}`, after, isCertain: confidence === 'certain', mayFailLater: true, mayHaveHoles: false }))]
    const texts = new Set([text])
    for (const { name, ...variant } of own) {
      if (texts.has(variant.after)) continue
      texts.add(variant.after)
      count(forms!, name)
      variants.push({ id: variants.length, name, before: text, ...variant })
    }
  }
  for (const { id, difference } of compareArrays(variants)) {
    const { name, before, after } = variants[id]!
    if (difference !== null) problems.push(`${name}: ${difference}\n${before}\n${after}`)
  }
  return { answers: answers!, forms: forms!, problems: problems.sort((a, b) => a.length - b.length) }
}

function variantsOf(text: string, { finding: { rule, confidence }, offers }: Answer): (Omit<Pair, 'id' | 'before'> & { name: string })[] {
  if (confidence === null || !isAtLeast(confidence, 'likely')) return []
  return offers.rewrites.map(({ form, edits }) => ({
    name: `${rule} ${confidence} ${form}`,
    after: applyEdits(text, edits),
    isCertain: confidence === 'certain',
    mayHaveHoles: confidence === 'certain' && rule === 'no-eager-copy',
    mayFailLater: rule !== 'no-eager-copy' || form === 'iterator-pipeline' || text.includes('function*'),
  }))
}

function codeOf({ finding: { rule, confidence, reasons }, offers }: Answer): string {
  if (confidence === null) return `${rule} ${reasons[0]!.code}`
  return offers.refused ? `${rule} ${confidence}: ${offers.refused}` : `${rule} ${confidence}`
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
