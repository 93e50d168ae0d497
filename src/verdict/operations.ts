import type { Mark, OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { collectionsHanded } from '../facts/loops/handed-collections.ts'
import { takesElement } from '../facts/loops/takes-element.ts'
import { namesOrderedThing, namesSingleUseThing, signOfName } from '../facts/signs/name-signs.ts'
import { namesGiven } from '../facts/signs/names-given.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Confidence, Cut, Reason } from './verdict.ts'

/** What the operations of a prefix say: `bar` forbids the overlap, else the confidence is at most `cap`. */
export interface Weight {
  readonly bar: Reason | null
  readonly cap: Confidence
  readonly reasons: readonly Reason[]
}

/** Weighs the calls that would overlap, and what the rest of the turn may do to them. */
export function weighOperations(question: Question, cut: Cut | null): Weight {
  const marks = question.turn.marks.filter(({ anchor }) => isInPrefix(anchor, cut))
  for (const mark of marks) {
    const bar = barOfMark(mark)
    if (bar) return { bar, cap: 'possible', reasons: [] }
  }
  const weights: Weight[] = []
  for (const call of question.turn.opaque) {
    const weight = isInPrefix(call.anchor, cut) ? weighPrefixCall(call, question) : weighSuffixCall(call, question, cut)
    if (weight.bar) return weight
    weights.push(weight)
  }
  return {
    bar: null,
    cap: weights.reduce<Confidence>((least, { cap }) => lower(least, cap), 'certain'),
    reasons: weights.flatMap(({ reasons }) => reasons),
  }
}

const ORDER: readonly Confidence[] = ['possible', 'likely', 'certain']

export function lower(a: Confidence, b: Confidence): Confidence {
  return ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b
}

function barOfMark({ what, anchor, name, row, receiver }: Mark): Reason | null {
  if (what === 'ordered') return reason('ordered-effect', anchor, { name })
  if (what !== 'one-at-a-time') return null
  // What the turn made itself, or the element, serves this turn alone.
  const own = receiver.length > 0 && receiver.every(({ root }) => root.kind === 'fresh' || root.kind === 'element')
  if (own) return null
  const code = row.oneAtATime === 'transaction' ? 'transaction' : row.oneAtATime === 'stream' ? 'stream' : 'stateful-receiver'
  return reason(code, anchor, { name })
}

function weighPrefixCall(call: OpaqueCall, question: Question): Weight {
  const name = call.name ?? 'it'
  const bar = barOfNames(call) ?? barOfCollections(call, question)
  if (bar) return { bar, cap: 'possible', reasons: [] }
  if (call.callsElement && isElementItself(call)) {
    return call.used === 'discarded' || call.awaited
      ? { bar: reason('ordered-effect', call.anchor, { name }), cap: 'possible', reasons: [] }
      : allow('possible', reason('callee-unknown', call.anchor, { name }))
  }
  const sign = call.name === null ? null : signOfName(call.name)
  if (call.used === 'discarded') {
    return allow('possible', reason('value-discarded', call.anchor, { name }), reason('callee-unknown', call.anchor, { name }))
  }
  if (sign === 'writes' || sign === 'ordered') return allow('possible', reason('callee-named-like-write', call.anchor, { name }))
  if (call.awaited) return allow('likely', reason('value-used', call.anchor, { name }), reason('callee-unknown', call.anchor, { name }))
  return allow('likely', reason('callee-unknown', call.anchor, { name }))
}

/**
 * What follows in order may write what a later turn's prefix reads. Where it is given what the prefix fetched, it handles that; else
 * it does something of its own to the same thing: `if (await exists(x)) await remove(x)`.
 */
function weighSuffixCall(call: OpaqueCall, question: Question, cut: Cut | null): Weight {
  const name = call.name ?? 'it'
  if (!call.awaited) return allow('likely')
  const reading = call.name !== null && signOfName(call.name) === 'reads' && call.used !== 'discarded'
  const handles = call.call.type === 'CallExpression' && call.call.arguments.some((argument) => question.awaited.has(argument))
  if (reading || handles) return allow('likely')
  return cut === null ? allow('likely') : allow('possible', reason('callee-unknown', call.anchor, { name }))
}

function barOfNames(call: OpaqueCall): Reason | null {
  const name = call.name ?? 'it'
  const receivers = call.receiverNames.filter((one) => one !== 'this')
  const given = namesGiven(call.call)
  const single = [...receivers, ...given].find(namesSingleUseThing)
  if (single) {
    const code = /tra?n?s?a?c?t?i?o?n?x/i.test(single) || /transaction|session/i.test(single) ? 'transaction' : 'stateful-receiver'
    return reason(code, call.anchor, { name: single })
  }
  const sign = call.name === null ? null : signOfName(call.name)
  const orderly = [name, ...receivers].some(namesOrderedThing)
  if ((sign === 'ordered' || orderly) && call.awaited) return reason('ordered-effect', call.anchor, { name })
  if (sign === 'pacing' && call.used === 'discarded') return reason('pacing', call.anchor, { name })
  return null
}

function barOfCollections(call: OpaqueCall, question: Question): Reason | null {
  const handed = collectionsHanded(call, question.region)
  return handed ? reason('shared-argument', call.anchor, { name: handed.name, callee: call.name ?? 'it' }) : null
}

function isElementItself(call: OpaqueCall): boolean {
  return call.call.type === 'CallExpression' && (call.receiver === null || isPart(call.receiver))
}

function isPart(receiver: readonly Ref[]): boolean {
  return receiver.some(({ root, path }) => root.kind === 'element' && path.length === 0)
}

function allow(cap: Confidence, ...reasons: readonly Reason[]): Weight {
  return { bar: null, cap, reasons }
}

export function anyTakesElement(question: Question, cut: Cut | null): boolean {
  return question.loop.awaits.some((node) => isInPrefix(node, cut) && takesElement(node, question.region, question.loop))
}
