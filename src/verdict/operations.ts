import { takesElement } from '../facts/loops/takes-element.ts'
import { isInPrefix } from './cuts.ts'
import { weighPrefixCall } from './prefix-calls.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import { barOfReceiverState } from './receiver-state.ts'
import { changesSomethingElse, weighSuffixCall } from './suffix-calls.ts'
import type { Confidence, Cut, Reason } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow, forbid, lower } from './weight.ts'
import { whereOf } from './where.ts'

/** Weighs the calls that would overlap and are not known, and what the rest of the turn may do to them. */
export function weighOperations(question: Question, cut: Cut | null): Weight {
  const state = barOfReceiverState(question, cut)
  if (state) return forbid(state)
  const weights: Weight[] = []
  for (const call of question.turn.opaque) {
    const weight = isInPrefix(call.anchor, cut)
      ? weighPrefixCall(call, question)
      : weighSuffixCall(call, question, cut)
    if (weight.bar) return weight
    weights.push(weight)
  }
  if (cut && weights.some(({ cap }) => cap !== 'certain') && changesSomethingElse(question, cut)) {
    weights.push(allow('possible'))
  }
  const cap = weights.reduce<Confidence>((least, { cap }) => lower(least, cap), 'certain')
  const reasons = weights.flatMap(({ reasons }) => reasons)
  return { bar: null, cap, reasons: reasons.length > 0 || cap === 'certain' ? reasons : restUnknown(question, weights) }
}

/** Of calls that only follow in order the first is named, where nothing else says why one is not certain. */
function restUnknown({ turn, parsed }: Question, weights: readonly Weight[]): readonly Reason[] {
  const call = turn.opaque[weights.findIndex(({ cap }) => cap !== 'certain')]
  return call ? [reason('rest-unknown', call.anchor, { name: call.name ?? 'it', ...whereOf(call, parsed) })] : []
}

/** Whether an await of the prefix is made for the element; else the turns would repeat one operation. */
export function anyTakesElement({ loop, region }: Question, cut: Cut | null): boolean {
  if (loop.kind === 'from-async') return true
  return loop.awaits.some((node) => isInPrefix(node, cut) && takesElement(node, region, loop))
}
