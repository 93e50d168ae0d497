import type { Access, OpaqueCall } from '../facts/effects/behaviour.ts'
import { callerAlias, parameterIn, variableIn } from '../facts/effects/caller-alias.ts'
import { ANY_KEY, extendRef } from '../facts/effects/place.ts'
import type { Region } from '../facts/effects/region.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { GATHERING_METHODS } from './receiver-state.ts'
import type { Cut } from './verdict.ts'

/** Two names by which turns may touch one object, one of them a parameter. */
export interface ParameterAlias {
  readonly write: Access
  readonly other: Access
  /** Whether a call that the file shows gives one object for both; else a caller may, who is not seen. */
  readonly isGiven: boolean
}

/** The worst that callers may do to two names of a turn, one of them in the prefix; null where they may do nothing. */
export function aliasOfParameter(question: Question, cut: Cut | null): ParameterAlias | null {
  const aliases = aliasesOf(question).filter(({ write, other }) =>
    [write, other].some(({ anchor }) => isInPrefix(anchor, cut)),
  )
  return aliases.find(({ isGiven }) => isGiven) ?? aliases[0] ?? null
}

/** Every cut is asked about. */
const found = new WeakMap<readonly Access[], readonly ParameterAlias[]>()

function aliasesOf({ turn, region }: Question): readonly ParameterAlias[] {
  const { accesses } = turn
  const known = found.get(accesses)
  if (known) return known
  const held = [...accesses, ...turn.opaque.flatMap(gathered)].filter((access) => variableIn(access) !== null)
  const writes = held.some(parameterIn) ? held.filter(({ does }) => does === 'write') : []
  const isTooMuch = writes.length * held.length > MOST_PAIRS
  const aliases = isTooMuch
    ? [{ write: writes[0]!, other: held[0]!, isGiven: false }]
    : writes.flatMap((write) => held.flatMap((other) => aliasOf(write, other, region)))
  found.set(accesses, aliases)
  return aliases
}

/** Of more it is not told which may be one. */
const MOST_PAIRS = 100_000

function aliasOf(write: Access, other: Access, region: Region): readonly ParameterAlias[] {
  const alias = callerAlias(write, other, region)
  return alias ? [{ write, other, isGiven: alias === 'given' }] : []
}

/** `list.push(x)`, where it is not known that the list is one. */
function gathered({ name, awaited, receiver, anchor, origin }: OpaqueCall): readonly Access[] {
  if (awaited || !GATHERING_METHODS.has(name ?? '')) return []
  return (receiver ?? []).map((ref) => ({ does: 'write', place: { ref: extendRef(ref, [ANY_KEY]) }, anchor, origin }))
}
