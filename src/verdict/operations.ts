import { takesElement } from '../facts/loops/takes-element.ts'
import { isInPrefix } from './cuts.ts'
import { weighPrefixCall } from './prefix-calls.ts'
import type { Question } from './question.ts'
import { barOfReceiverState } from './receiver-state.ts'
import { changesSomethingElse, weighSuffixCall } from './suffix-calls.ts'
import type { Confidence, Cut } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow, forbid, lower } from './weight.ts'

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
  return {
    bar: null,
    cap: weights.reduce<Confidence>((least, { cap }) => lower(least, cap), 'certain'),
    reasons: weights.flatMap(({ reasons }) => reasons),
  }
}

/** Whether an await of the prefix is made for the element; else the turns would repeat one operation. */
export function anyTakesElement({ loop, region }: Question, cut: Cut | null): boolean {
  if (loop.kind === 'from-async') return true
  return loop.awaits.some((node) => isInPrefix(node, cut) && takesElement(node, region, loop))
}
