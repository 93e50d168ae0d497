import type { Append, ArrayFiller } from '../../model/find-array-fillers.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { Access, Behaviour, Happening } from '../effects/behaviour.ts'
import { signOfName } from '../signs/name-signs.ts'
import type { Held } from './held-values.ts'
import type { InsideView } from './inside-view.ts'
import { changedObject, isReachedFrom, mayBeSame } from './reached.ts'
import { mayComeAfter } from './comes-after.ts'

/**
 * What happens to an appended value, or to what its functions use, after it was appended. Whoever walks the array sees
 * it as it is in the end; whoever walks a generator, as it is when it is yielded.
 *
 *     out.push(row); row.total = 1          out.push(() => n); n += 1
 */
export function changesLater({ appends }: ArrayFiller, view: InsideView, parsed: Parsed): Happening | null {
  for (const [index, append] of appends.entries()) {
    for (const held of view.held[index]!) {
      const change = changeOf(held, append, view.behaviour, parsed)
      if (change) return change
    }
  }
  return null
}

function changeOf(held: Held, append: Append, { accesses, opaque }: Behaviour, parsed: Parsed): Happening | null {
  const isLater = ({ anchor }: Happening): boolean => mayComeAfter(anchor, append, held, parsed)
  const change = accesses.find((access) => changes(access, held) && isLater(access))
  if (change) return change
  const handed = opaque.find(
    (call) =>
      signOfName(call.name ?? '') !== 'reads' &&
      [...call.args.flat(), ...(call.receiver ?? [])].some((ref) => held.refs.some((one) => mayBeSame(one, ref))) &&
      isLater(call),
  )
  return handed ?? null
}

function changes({ does, place, slot }: Access, { refs, variable, isCaptured }: Held): boolean {
  if (does === 'read') return false
  if ('variable' in place) return isCaptured && place.variable === variable
  return refs.some((one) => isReachedFrom(changedObject(place.ref, slot), one))
}
