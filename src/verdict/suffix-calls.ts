import type { OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Node } from '../parse/node-types.ts'
import { lastName } from '../facts/effects/opaque-call.ts'
import { refsMeet } from '../facts/effects/place.ts'
import { valueUseOf } from '../facts/effects/value-use.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { signOfName } from '../facts/signs/name-signs.ts'
import { isInPrefix } from './cuts.ts'
import { isHeldOutside } from './prefix-calls.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow } from './weight.ts'

/**
 * Weighs an unknown call that follows in order: it may write what a later turn's prefix reads. Where it is given
 * what the prefix fetched, it handles that; else it does something of its own to the same thing: `if (await
 * exists(x)) await remove(x)`.
 */
export function weighSuffixCall(call: OpaqueCall, question: Question, cut: Cut | null): Weight {
  const name = call.name ?? 'it'
  const sign = call.name === null ? null : signOfName(call.name)
  if (!call.awaited && call.used !== 'returned') {
    // auth.use(await auth.login(user))
    const changes = call.used === 'discarded' && sign !== 'reads' && cut !== null && sharesReceiver(call, question, cut)
    return changes ? allow('possible', reason('callee-unknown', call.anchor, { name })) : allow('likely')
  }
  const isGiven = isGivenAwaited(call.call, question)
  if (sign !== 'reads' && !isGiven && cut !== null && sharesReceiver(call, question, cut)) {
    return allow('possible', reason('callee-named-like-write', call.anchor, { name }))
  }
  const reading = (sign === 'reads' && call.used !== 'discarded') || isAskedInTurn(call, question)
  if (reading || cut === null || isGiven || isOfElement(call)) return allow('likely')
  return allow('possible', reason('callee-unknown', call.anchor, { name }))
}

/**
 * Known writes after the cut, none of which is given what the prefix fetched: `if (await exists(x)) await
 * unlink(x)`.
 */
export function changesSomethingElse(question: Question, cut: Cut): boolean {
  const writes = question.turn.world.filter(
    ({ does, world, anchor }) => does === 'write' && world !== 'console' && !isInPrefix(anchor, cut),
  )
  return writes.length > 0 && !writes.some(({ anchor }) => isGivenAwaited(anchor, question))
}

function isGivenAwaited(call: Node, { awaited }: Question): boolean {
  return 'arguments' in call && call.arguments.some((argument) => awaited.has(argument))
}

/** What a callee that sounds like a read calls, on the way to the value that the turn uses. */
function isAskedInTurn({ anchor, depth }: OpaqueCall, { parsed }: Question): boolean {
  if (depth === undefined || anchor.type !== 'CallExpression') return false
  const name = lastName(plainExpression(anchor.callee))
  return name !== null && signOfName(name) === 'reads' && valueUseOf(anchor, parsed) !== 'discarded'
}

/** A method of the turn's own element: `await job.finish(log)`. */
function isOfElement({ receiver }: OpaqueCall): boolean {
  const roots = (receiver ?? []).map(({ root }) => root.kind)
  return roots.includes('element') && roots.every((kind) => kind === 'element' || kind === 'fresh')
}

/** `await api.list(x)` in the prefix, `await api.remove(y)` after it. */
function sharesReceiver(call: OpaqueCall, { turn }: Question, cut: Cut): boolean {
  const own = (call.receiver ?? []).filter(
    ({ root, path }) => root.kind !== 'opaque' && (call.awaited || root.kind !== 'this' || path.length > 0),
  )
  return turn.opaque.some(
    (other) =>
      other.awaited &&
      isInPrefix(other.anchor, cut) &&
      isHeldOutside(other) &&
      (other.receiver ?? []).some((one) =>
        own.some((ref) => refsMeet(ref, one) && ref.path.length === one.path.length),
      ),
  )
}
