import type { Access, OpaqueCall } from '../facts/effects/behaviour.ts'
import type { Ref } from '../facts/effects/place.ts'
import { accessesBelow } from '../facts/effects/access-index.ts'
import { refsMeet } from '../facts/effects/place.ts'
import { signOfName } from '../facts/signs/name-signs.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/**
 * A property that the prefix reads of an object on which the turn calls a method that is not known: the method may
 * move it.
 *
 *     start = file.position; c = await file.encode(r); end = file.position     read before and after
 *     r = await deliver(m, queue.position); queue.advance(r)        read by the prefix, perhaps moved after it
 *     r = await send(JSON.stringify(state)); state.items.push(r)      what holds the list is read whole
 */
export function barOfReceiverState({ turn }: Question, cut: Cut | null): Reason | null {
  for (const call of turn.opaque) {
    if (call.receiver === null || call.receiverNames.length === 0) continue
    const { reads, write: set } = stateOf(call, turn.accesses)
    const write = call.awaited && isInPrefix(call.anchor, cut) ? set : undefined
    if (write) return reason('stateful-receiver', write.anchor, { name: call.receiverNames.join('.') })
    const read = call.awaited ? readAround(call, reads) : movedBetween(call, reads, cut)
    if (read) return reason('stateful-receiver', read.anchor, { name: call.receiverNames.join('.') })
  }
  return null
}

/** What the turn does to the state of a call's receiver. */
interface ReceiverState {
  readonly reads: readonly Access[]
  readonly write: Access | undefined
}

/** The same at every cut, and asked at each. */
const states = new WeakMap<OpaqueCall, ReceiverState>()

function stateOf(call: OpaqueCall, accesses: readonly Access[]): ReceiverState {
  const known = states.get(call)
  if (known) return known
  const state = { reads: stateReads(call, accesses), write: stateWrite(call, accesses) }
  states.set(call, state)
  return state
}

/** `const r = await client.get(x); client.token = r.token`: the next call may use what is set. */
function stateWrite(call: OpaqueCall, accesses: readonly Access[]): Access | undefined {
  const receivers = (call.receiver ?? []).filter(({ root }) => root.kind !== 'fresh' && root.kind !== 'element')
  return accessesBelow(receivers, accesses).find(
    ({ does, slot, place }) =>
      does === 'write' &&
      slot &&
      'ref' in place &&
      receivers.some((ref) => refsMeet(ref, place.ref) && place.ref.path.length === ref.path.length + 1),
  )
}

function readAround(call: OpaqueCall, reads: readonly Access[]): Access | null {
  const before = reads.filter(({ anchor }) => anchor.range[1] <= call.anchor.range[0])
  const after = reads.filter(({ anchor }) => anchor.range[0] >= call.anchor.range[1])
  return before.find((one) => after.some((other) => pathOf(one) === pathOf(other))) ?? null
}

/** Another's turn may call the method between this turn's reads, unless its name says that it reads only. */
function movedBetween(call: OpaqueCall, reads: readonly Access[], cut: Cut | null): Access | null {
  const quiet = call.name !== null && (signOfName(call.name) === 'reads' || call.used !== 'discarded')
  if (quiet) return null
  return reads.find(({ anchor }) => isInPrefix(anchor, cut)) ?? null
}

/**
 * Reads of properties of the call's receiver; what a whole class keeps in `this` is too much to be meant by one
 * method.
 */
function stateReads(call: OpaqueCall, accesses: readonly Access[]): readonly Access[] {
  const receivers = (call.receiver ?? []).filter(
    ({ root, path }) => root.kind === 'variable' || (root.kind === 'this' && path.length > 0),
  )
  const isOfTurn = call.anchor === call.origin && !call.awaited
  const isGathering = isOfTurn && GATHERING_METHODS.has(call.name ?? '')
  return accessesBelow(receivers, accesses).filter(({ does, place, anchor, origin, deep }) => {
    if (does !== 'read' || !('ref' in place) || isCalled(anchor)) return false
    if (anchor !== origin && !isGathering) return false
    const isPart = (ref: Ref): boolean => place.ref.path.length > ref.path.length || (deep === true && isGathering)
    return receivers.some((ref) => refsMeet(ref, place.ref) && isPart(ref))
  })
}

/** Collections have them; on what is not known to be one, they speak against an overlap, and prove nothing. */
export const GATHERING_METHODS = new Set(['push', 'unshift', 'add', 'set', 'append'])

/** `api.users` in `api.users.list()` is a way to a method, not a state. */
function isCalled(anchor: Access['anchor']): boolean {
  const { parent } = anchor
  return parent?.type === 'MemberExpression' && parent.object === anchor && parent.parent.type === 'CallExpression'
}

function pathOf({ place }: Access): string {
  return 'ref' in place ? (place.ref satisfies Ref).path.join('.') : ''
}
