import type { Behaviour, Mark, OpaqueCall } from '../facts/effects/behaviour.ts'
import { namesMaking, namesTaking, signOfName } from '../facts/signs/name-signs.ts'
import type { ArrayFiller } from '../model/find-array-fillers.ts'
import { nameOfPlace } from './conflicts.ts'
import { reason } from './question.ts'
import type { Confidence, Reason } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow, forbid, lower } from './weight.ts'
import { whereOf } from './where.ts'
import type { Parsed } from '../parse/parsed.ts'

/**
 * Whether a function only reads, so that it makes no difference when, and how far, it runs. What a caller sees of a
 * generator that does more depends on how far it is walked.
 */
export function producerWeight({ node }: ArrayFiller, behaviour: Behaviour, parsed: Parsed): Weight {
  const { accesses, world, marks, opaque, assumed, partial } = behaviour
  const effect = (name: string, one: { anchor: typeof node | OpaqueCall['anchor'] }): Weight =>
    forbid(reason('producer-has-effects', one.anchor, { name }))
  const write = accesses.find(({ does }) => does === 'write')
  if (write) return effect(nameOfPlace(write), write)
  const changes = ({ what }: Mark): boolean => what !== 'waits' && (what !== 'pacing' || !node.async)
  const change = world.find(({ does }) => does === 'write') ?? marks.find(changes)
  if (change) return effect(change.name, change)
  let cap: Confidence = assumed.length > 0 ? 'likely' : 'certain'
  let unknown: Reason | null = null
  for (const call of opaque) {
    const weight = weightOfCall(call)
    if (weight === null) return effect(call.name ?? 'a call', call)
    cap = lower(cap, weight)
    unknown ??= reason('producer-unknown', call.anchor, { name: call.name ?? 'a call', ...whereOf(call, parsed) })
  }
  return allow(partial ? 'possible' : cap, ...(unknown ? [unknown] : []))
}

/** What a call of an unknown function may be taken for; null for one that does something by all signs. */
function weightOfCall({ name, used }: OpaqueCall): Confidence | null {
  const sign = name === null ? null : signOfName(name)
  if (name !== null && used !== 'discarded' && namesMaking(name)) return 'possible'
  if (used === 'discarded' || namesTaking(name ?? '') || (sign !== null && sign !== 'reads' && sign !== 'pacing')) return null
  return sign === 'reads' ? 'likely' : 'possible'
}
