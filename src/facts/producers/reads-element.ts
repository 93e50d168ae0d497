import type { ArrayFiller } from '../../model/find-array-fillers.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { Access } from '../effects/behaviour.ts'
import { ANY_KEY } from '../effects/place.ts'
import type { Held } from './held-values.ts'
import type { InsideView } from './inside-view.ts'
import { mayComeAfter } from './comes-after.ts'
import { isReachedFrom, mayBeSame } from './reached.ts'

/**
 * Whether a function may still read of a value that it gave what a caller changes in it:
 *
 *     for (const node of nodesOf(tree)) node.children = []
 *
 * Without a write: whether it reads anything of such a value.
 */
export function readsElementLater(
  filler: ArrayFiller,
  view: InsideView,
  parsed: Parsed,
  write: Access | null = null,
): boolean {
  return filler.appends.some((append, index) => {
    const held = view.held[index]!.filter(({ isPart }) => !(isPart && write && isOfValueItself(write)))
    const isUnknown = held.some(({ refs }) => refs.some(({ root }) => root.kind === 'opaque'))
    return view.behaviour.accesses.some((read) => {
      if (read.does === 'write' || (write && !sharesName(read, write))) return false
      if (isUnknown && write) return true
      // What a caller changes in one value may be in a later one too, if that is or has the same object.
      return held.some((one) => {
        return isOf(read, one) && mayComeAfter(read.anchor, append, write ? null : one, parsed)
      })
    })
  })
}

/** `x.name = ...`, not `x.children[0].name = ...` */
function isOfValueItself({ place, slot }: Access): boolean {
  return 'ref' in place && place.ref.path.length === (slot ? 1 : 0)
}

/** Whether some values stem from calls, so that what hangs below them is not known. */
export function givesUnknown({ held }: InsideView): boolean {
  return held.flat().some(({ refs }) => refs.some(({ root }) => root.kind === 'opaque'))
}

/** Two properties of different names are different places, whatever they belong to. */
function sharesName(read: Access, write: Access): boolean {
  if (!('ref' in read.place) || !('ref' in write.place)) return false
  if (!read.slot || !write.slot) return true
  const [one, other] = [read.place.ref.path.at(-1), write.place.ref.path.at(-1)]
  return one === other || one === ANY_KEY || other === ANY_KEY
}

function isOf(read: Access, { refs }: Held): boolean {
  const { place } = read
  if (!('ref' in place)) return false
  return refs.some((ref) => (isWalk(read) ? isReachedFrom(place.ref, ref) : mayBeSame(ref, place.ref)))
}

/** `for (const x of xs)`, `...xs`: takes what a list holds, and reads nothing of that. */
function isWalk({ origin }: Access): boolean {
  const { parent } = origin
  return parent?.type === 'SpreadElement' || (parent?.type === 'ForOfStatement' && parent.right === origin)
}
