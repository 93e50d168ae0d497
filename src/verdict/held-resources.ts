import type { OpaqueCall } from '../facts/effects/behaviour.ts'
import { lookUpCall } from '../facts/known-calls/look-up-call.ts'
import { singleInit } from '../facts/scopes/binding.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { namesRelease } from '../facts/signs/name-signs.ts'
import { valueKindOf } from '../facts/values/value-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import { isWithin, walk } from '../parse/walk.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/**
 * What the prefix gets hold of and the rest of the turn consumes or lets go: running ahead, the prefixes would hold
 * many.
 *
 *     const file = await open(x)   |   log(x); await file.close()
 *     const answer = await fetch(x)   |   log(x); use(await answer.json())
 */
export function heldAcrossCut(question: Question, cut: Cut | null): Reason | null {
  if (!cut) return null
  const { loop, parsed, turn } = question
  const released = turn.opaque.find((call) => !isInPrefix(call.anchor, cut) && isRelease(call, question, cut))
  let found: Node | null = released?.anchor ?? null
  walk(loop.body, parsed, (node) => {
    if (found || isFunction(node)) return 'skip'
    if (node.type === 'CallExpression' && !isInPrefix(node, cut) && consumes(node, question, cut)) found = node
  })
  const name = found && parsed.text.slice(...(found as Node).range).split('(')[0]!
  return found && reason('stateful-receiver', found, { name: name ?? '' })
}

/** `file.close()`, `release()` for what the prefix awaited. */
function isRelease({ call, name, anchor, origin }: OpaqueCall, question: Question, cut: Cut): boolean {
  if (anchor !== origin || call.type !== 'CallExpression') return false
  const callee = plainExpression(call.callee)
  const held = callee.type === 'MemberExpression' ? plainExpression(callee.object) : callee
  return name !== null && namesRelease(name) && gottenBy(held, question, cut) !== null
}

/** A known call that uses up its receiver, which a call of the prefix gave that reached outside. */
function consumes(node: Extract<Node, { type: 'CallExpression' }>, question: Question, cut: Cut): boolean {
  const { parsed, region } = question
  const known = lookUpCall(node, parsed, region.knownCalls)
  if (!known?.receiver || !known.row.effects.some(({ does, on }) => does === 'write' && on === 'receiver')) return false
  const maker = gottenBy(plainExpression(known.receiver), question, cut)
  const made = maker?.type === 'CallExpression' ? lookUpCall(maker, parsed, region.knownCalls) : null
  const isResource = made?.row.effects.some(({ on }) => typeof on === 'string' && on !== 'receiver') ?? false
  return isResource && !IN_MEMORY.test(valueKindOf(known.receiver, parsed) ?? '')
}

/** Values that are complete once they are there. */
const IN_MEMORY = /\[\]$|^\[|^(?:Array|Map|Set|Object|Buffer|Uint8Array|string)\b/

/** The call of the prefix whose awaited value a variable of the turn holds. */
function gottenBy(held: Node, { loop, parsed }: Question, cut: Cut): Node | null {
  const variable = held.type === 'Identifier' ? variableOf(held, parsed) : null
  const init = variable ? singleInit(variable) : held
  const isGotten = init?.type === 'AwaitExpression' && isWithin(init, loop.body) && isInPrefix(init, cut)
  return isGotten ? plainExpression(init.argument) : null
}
