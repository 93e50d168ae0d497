import { accessesMeet } from '../effects/accesses-meet.ts'
import type { Access, Behaviour } from '../effects/behaviour.ts'
import { isNeverReassigned } from '../scopes/binding.ts'

/**
 * Whether two pieces of code may run by turns where all of the first ran before the second: neither must see what the
 * other does, nor others the order of what both do.
 *
 *     [...users].filter(f)  then  for (...) body     ->     f, body, f, body
 */
export function mayInterleave(first: Behaviour, second: Behaviour): boolean {
  const meets = first.accesses.some((one) =>
    second.accesses.some((other) => (one.does === 'write' || other.does === 'write') && accessesMeet(one, other)),
  )
  if (meets || (isSeen(first) && isSeen(second))) return false
  if (isForeign(first) && readsState(second)) return false
  return !(isForeign(second) && readsState(first))
}

/** Whether others can tell that it ran: it writes, prints, sends, or does what is not known. */
export function isSeen(behaviour: Behaviour): boolean {
  const { accesses, world, marks } = behaviour
  const isWrite = ({ does }: { does: 'read' | 'write' }): boolean => does === 'write'
  return isForeign(behaviour) || marks.length > 0 || world.some(isWrite) || accesses.some(isWrite)
}

/** Whether it calls what nothing is known of, which may write anything. */
function isForeign({ opaque, assumed }: Behaviour): boolean {
  return opaque.length > 0 || assumed.length > 0
}

export function readsState({ accesses, world }: Behaviour): boolean {
  return world.length > 0 || accesses.some(isOfState)
}

/** Whether it may be another time what it is now: not so a function, or a variable that is written once. */
function isOfState({ place }: Access): boolean {
  if ('variable' in place) return !isNeverReassigned(place.variable)
  const { root } = place.ref
  return root.kind !== 'variable' || !/^(?:FunctionName|ClassName)$/.test(root.variable.defs[0]?.type ?? '')
}
