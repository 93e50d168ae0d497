import { parseSource } from '../../parse/files/parse-source.ts'
import type { Answer } from '../../report/answer.ts'
import { CONFIDENCES, isAtLeast } from '../../report/confidence-order.ts'
import type { RewriteStep } from '../../report/rewrite-text.ts'
import { chosenRewrite } from '../../report/rewrite-text.ts'
import { answersOf, RULES, rulesFor } from '../../report/rules.ts'
import type { ReportRule } from '../../report/report-rule.ts'
import { applyEdits } from '../../rewrite/apply-edits.ts'
import type { Edit, Rewrite } from '../../rewrite/rewrite.ts'
import type { FixInvocation } from '../arguments.ts'
import type { RewrittenFile } from '../rewritten-file.ts'

/** A change that a person is asked about. */
export interface Question {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly answer: Answer
  readonly rewrite: Rewrite
}

/** `file` and `rule`: yes to this and to all others in the file, or of the rule. `cancel`: forget all of it. */
export type Reply = 'yes' | 'no' | 'file' | 'rule' | 'quit' | 'cancel'

/** The files as a person wants them, those without a change left out; null when all is to be forgotten. */
export async function askChanges(
  files: readonly RewrittenFile[],
  invocation: FixInvocation,
  ask: (question: Question) => Promise<Reply>,
): Promise<readonly RewrittenFile[] | null> {
  const wished = new Set<string>()
  const taken: RewrittenFile[] = []
  for (const file of files) {
    const { steps, end } = await askInFile(file, invocation, wished, ask)
    if (end === 'cancel') return null
    if (steps.some(({ rewritten }) => rewritten > 0)) taken.push({ ...file, steps })
    if (end === 'quit') break
  }
  return taken
}

interface InFile {
  readonly steps: readonly RewriteStep[]
  readonly end: Reply | null
}

async function askInFile(
  file: RewrittenFile,
  invocation: FixInvocation,
  wished: Set<string>,
  ask: (question: Question) => Promise<Reply>,
): Promise<InFile> {
  let { text } = file
  let declined: readonly Declined[] = []
  const made = { certain: 0, likely: 0, possible: 0 }
  const stepsNow = () => CONFIDENCES.map((confidence) => ({ confidence, text, rewritten: made[confidence] }))
  for (;;) {
    const next = nextChange(text, file.absolute, invocation, declined)
    if (next === null) return { steps: stepsNow(), end: null }
    const { answer, rewrite } = next
    const { rule, confidence } = answer.finding
    const after = applyEdits(text, rewrite.edits)
    const isWished = wished.has(rule) || wished.has(file.absolute)
    const reply = isWished ? 'yes' : await ask({ path: file.path, before: text, after, answer, rewrite })
    if (reply === 'quit' || reply === 'cancel') return { steps: stepsNow(), end: reply }
    if (reply === 'rule') wished.add(rule)
    if (reply === 'file') wished.add(file.absolute)
    if (reply === 'no') {
      declined = [...declined, { rule, start: answer.form.node.range[0] }]
      continue
    }
    declined = declined.map((form) => ({ ...form, start: movedBy(rewrite.edits, form.start) }))
    text = after
    if (confidence !== null) made[confidence]++
  }
}

/** A form that is to stay as it is, wherever the edits of others move it. */
interface Declined {
  readonly rule: string
  readonly start: number
}

function nextChange(text: string, filename: string, invocation: FixInvocation, declined: readonly Declined[]) {
  const { options, forms } = invocation
  for (const answer of answersOf(parseSource(text, filename, options), options, askedRules(invocation))) {
    const rewrite = chosenRewrite(answer.offers, forms)
    const { rule, confidence } = answer.finding
    const isDeclined = declined.some((form) => form.rule === rule && form.start === answer.form.node.range[0])
    if (rewrite !== null && isAtLeast(confidence, options.confidence) && !isDeclined) return { answer, rewrite }
  }
  return null
}

function askedRules({ rules, options }: FixInvocation): readonly ReportRule[] {
  return rules === null ? rulesFor(options.confidence) : RULES.filter(({ name }) => rules.includes(name))
}

function movedBy(edits: readonly Edit[], offset: number): number {
  const before = edits.filter(({ range }) => range[1] <= offset)
  return before.reduce((moved, { range, text }) => moved + text.length - (range[1] - range[0]), offset)
}
