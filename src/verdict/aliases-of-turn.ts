import type { Access, OpaqueCall } from '../facts/effects/behaviour.ts'
import { mayBeOne } from '../facts/effects/may-be-one.ts'
import { ANY_KEY, extendRef } from '../facts/effects/place.ts'
import type { Region } from '../facts/effects/region.ts'
import { looksOfWalk } from '../facts/loops/changes-walked.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { GATHERING_METHODS } from './receiver-state.ts'
import type { Cut } from './verdict.ts'

/** Two names by which turns may touch one object. */
export interface Alias {
  readonly write: Access
  readonly other: Access
  /** Whether a call that the file shows gives one object for both; else a caller may, who is not seen. */
  readonly isGiven: boolean
}

/** The worst that two names of a turn, one of them in the prefix, may lead to; null where they are of two things. */
export function aliasOfTurn(question: Question, cut: Cut | null): Alias | null {
  const aliases = aliasesOf(question).filter(({ write, other }) =>
    [write, other].some(({ anchor }) => isInPrefix(anchor, cut)),
  )
  return aliases.find(({ isGiven }) => isGiven) ?? aliases[0] ?? null
}

/** Every cut is asked about. */
const found = new WeakMap<readonly Access[], readonly Alias[]>()

function aliasesOf({ loop, turn, region }: Question): readonly Alias[] {
  const { accesses } = turn
  const known = found.get(accesses)
  if (known) return known
  const held = [...accesses, ...turn.opaque.flatMap(gathered), ...(loop.source ? looksOfWalk(loop.source, region) : [])].filter(({ place }) => 'ref' in place)
  const writes = held.filter(({ does }) => does === 'write')
  const isTooMuch = writes.length * held.length > MOST_PAIRS
  const aliases = isTooMuch
    ? [{ write: writes[0]!, other: held[0]!, isGiven: false }]
    : writes.flatMap((write) => held.flatMap((other) => aliasOf(write, other, region)))
  found.set(accesses, aliases)
  return aliases
}

/** Of more it is not told which may be one. */
const MOST_PAIRS = 100_000

function aliasOf(write: Access, other: Access, region: Region): readonly Alias[] {
  const alias = mayBeOne(write, other, region)
  return alias ? [{ write, other, isGiven: alias === 'given' }] : []
}

/** `list.push(x)`, where it is not known that the list is one. */
function gathered({ name, awaited, receiver, anchor, origin }: OpaqueCall): readonly Access[] {
  if (awaited || !GATHERING_METHODS.has(name ?? '')) return []
  return (receiver ?? []).map((ref) => ({ does: 'write', place: { ref: extendRef(ref, [ANY_KEY]) }, anchor, origin }))
}
