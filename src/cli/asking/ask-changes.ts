import { parseSource } from '../../parse/files/parse-source.ts'
import type { Answer } from '../../report/answer.ts'
import { CONFIDENCES, isAsked } from '../../report/confidence-order.ts'
import type { RewriteStep } from '../../report/rewrite-text.ts'
import { chosenRewrite } from '../../report/rewrite-text.ts'
import { answersOf, RULES, rulesFor } from '../../report/rules.ts'
import type { ReportRule } from '../../report/report-rule.ts'
import { applyEdits } from '../../rewrite/apply-edits.ts'
import type { Edit, Rewrite } from '../../rewrite/rewrite.ts'
import type { FixInvocation } from '../arguments.ts'
import { isChanged, type RewrittenFile } from '../rewritten-file.ts'
import { offsetBefore } from './offset-before.ts'

/** A change that a person is asked about. */
export interface Question {
  readonly path: string
  readonly before: string
  readonly after: string
  readonly answer: Answer
  readonly rewrite: Rewrite
  /** The rule and the start: other changes do not change it. */
  readonly id: string
  /** Where the form stood in the file as it was. */
  readonly start: number
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
  let isOver = false
  for (const file of files) {
    const { steps, end }: InFile = isOver ? NONE_TAKEN : await askInFile(file, invocation, wished, ask)
    if (end === 'cancel') return null
    const asked = { ...file, steps }
    if (isChanged(asked)) taken.push(asked)
    isOver ||= end === 'quit'
  }
  return taken
}

const NONE_TAKEN: InFile = { steps: [], end: null }

export interface InFile {
  readonly steps: readonly RewriteStep[]
  /** What ended the questions before there were none left. */
  readonly end: 'quit' | 'cancel' | null
}

/**
 * Asks about the changes of one file one by one, each on the text that those before it have left.
 *
 * @param wished rules and files of which every change is wanted; replies add to it
 */
export async function askInFile(
  file: Pick<RewrittenFile, 'path' | 'absolute' | 'start' | 'rounds'>,
  invocation: FixInvocation,
  wished: Set<string>,
  ask: (question: Question) => Promise<Reply>,
): Promise<InFile> {
  let text = file.start
  const declined = new Set<string>()
  const made: (readonly Edit[])[] = [...file.rounds]
  const rewritten = { certain: 0, likely: 0, possible: 0 }
  let end: InFile['end'] = null
  while (end === null) {
    const next = nextChange(text, file.absolute, invocation, made, declined)
    if (next === null) break
    const { answer, rewrite, id } = next
    const { rule, confidence } = answer.finding
    const after = applyEdits(text, rewrite.edits)
    const isWished = wished.has(rule) || wished.has(file.absolute)
    const reply = isWished ? 'yes' : await ask({ ...next, path: file.path, before: text, after })
    if (reply === 'quit' || reply === 'cancel') end = reply
    else if (reply === 'no') declined.add(id)
    else {
      if (reply !== 'yes') wished.add(reply === 'rule' ? rule : file.absolute)
      made.push(rewrite.edits)
      text = after
      if (confidence !== null) rewritten[confidence]++
    }
  }
  return { steps: CONFIDENCES.map((confidence) => ({ confidence, text, rewritten: rewritten[confidence] })), end }
}

function nextChange(
  text: string,
  filename: string,
  invocation: FixInvocation,
  made: readonly (readonly Edit[])[],
  declined: ReadonlySet<string>,
): Pick<Question, 'answer' | 'rewrite' | 'id' | 'start'> | null {
  const { options, forms } = invocation
  for (const answer of answersOf(parseSource(text, filename, options), options, askedRules(invocation))) {
    const rewrite = chosenRewrite(answer.offers, forms)
    const { rule } = answer.finding
    const start = offsetBefore(made, answer.form.node.range[0])
    const id = `${rule}:${start}`
    const isOpen = isAsked(answer.finding, options.confidence, invocation.rules !== null) && !declined.has(id)
    if (rewrite !== null && isOpen) return { answer, rewrite, id, start }
  }
  return null
}

function askedRules({ rules, options }: FixInvocation): readonly ReportRule[] {
  return rules === null ? rulesFor(options.confidence) : RULES.filter(({ name }) => rules.includes(name))
}
