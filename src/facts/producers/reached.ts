import type { Ref } from '../effects/place.ts'
import { ANY_KEY, sameRoot } from '../effects/place.ts'

/** The object that a write changes: `a.b` for the property `c` of `a.b.c`, else what is written itself. */
export function changedObject(ref: Ref, isSlot?: true): Ref {
  return isSlot ? { root: ref.root, path: ref.path.slice(0, -1) } : ref
}

/** Whether the object at `ref` is, or hangs below, the one at `from`. */
export function isReachedFrom(ref: Ref, from: Ref): boolean {
  if (!sameRoot(ref.root, from.root) || from.path.length > ref.path.length) return false
  return from.path.every((key, index) => key === ref.path[index] || key === ANY_KEY || ref.path[index] === ANY_KEY)
}

/** Whether one of the two is, or hangs below, the other. */
export function mayBeSame(a: Ref, b: Ref): boolean {
  return isReachedFrom(a, b) || isReachedFrom(b, a)
}
