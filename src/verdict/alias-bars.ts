import type { Access } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { takesElement, takesParameter } from '../facts/loops/takes-element.ts'
import { isWithin } from '../parse/walk.ts'
import { opaqueWrites } from './conflicts.ts'
import { isKeptForItself } from './kept-state.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/** An object that a call gave and that another turn may hold, too. */
export function sharedAlias(question: Question, cut: Cut | null): Reason | null {
  const alias = opaqueWrites(question, cut).find(
    (one) => 'ref' in one.place && !comesFromElement(one, one.place.ref, question) && !isKeptForItself(one, question),
  )
  const name = alias && question.parsed.text.slice(...alias.anchor.range).slice(0, 40)
  return alias ? reason('unknown-alias', alias.anchor, { name: name! }) : null
}

/**
 * What a call gave for the element is as good as the turn's own; another's may be shared by the turns. In a callee that
 * is a call for what the callee was given, if all of that was for the element.
 */
function comesFromElement({ anchor, depth }: Access, { root }: Ref, { region, loop }: Question): boolean {
  if (root.kind !== 'opaque') return false
  if (depth === undefined || isWithin(root.node, loop.node)) return takesElement(root.node, region, loop)
  const given = anchor.type === 'CallExpression' ? anchor.arguments : []
  const isForElement = given.length > 0 && given.every((one) => takesElement(one, region, loop))
  return isForElement && takesParameter(root.node, region.parsed)
}
