import type { WorldAccess } from '../facts/effects/behaviour.ts'
import type { Cut } from './verdict.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import type { WorldPlace } from './world-place.ts'
import { placesMeet } from './world-place.ts'
import type { WorldWrite } from './world-writes.ts'
import { isMild, worldWritesOf } from './world-writes.ts'

/**
 * The first write outside the program to a place that another turn surely touches as well, where one of the two is in
 * the prefix.
 */
export function sureWorldConflict(question: Question, cut: Cut | null): WorldAccess | null {
  const { writes, elements } = worldWritesOf(question)
  const isSure = (write: WorldWrite): boolean =>
    !write.isQuery &&
    within(write.maybeSame, write, cut).some((other) => placesMeet(write.place, other, elements) === 'yes')
  return writes.find(isSure)?.place.access ?? null
}

/** A write outside the program, perhaps to a place that another turn touches, and how sure one can be at most. */
export interface WorldDoubt {
  readonly cap: 'likely' | 'possible'
  readonly write: WorldAccess
}

/**
 * Whether turns may touch one place outside the program, one of them in the prefix: `likely` where they do not get in
 * each other's way by all signs, or where the write stays in order.
 */
export function doubtOfWorld(question: Question, cut: Cut | null): WorldDoubt | null {
  const { writes, elements } = worldWritesOf(question)
  const mayMeet = (write: WorldWrite, other: WorldPlace): boolean =>
    write.isQuery || placesMeet(write.place, other, elements) !== 'no'
  const isGrave = (write: WorldWrite): boolean =>
    isInPrefix(write.place.access.anchor, cut) &&
    write.maybeGrave.some((other) => isTold(write, other) && !isMild(write, other, elements) && mayMeet(write, other))
  const grave = writes.find(isGrave)
  if (grave) return { cap: 'possible', write: grave.place.access }
  const mild = writes.find((write) => within(write.others, write, cut).some((other) => mayMeet(write, other)))
  return mild ? { cap: 'likely', write: mild.place.access } : null
}

/** `const row = await insert(values)`: what asks for an answer mostly makes something new, unless names tell where. */
function isTold({ place }: WorldWrite, other: WorldPlace): boolean {
  return place.access.used === 'discarded' || (place.at !== null && other.at !== null)
}

/** All where the write is in the prefix, else those that are. */
function within(others: readonly WorldPlace[], { place }: WorldWrite, cut: Cut | null): readonly WorldPlace[] {
  if (isInPrefix(place.access.anchor, cut)) return others
  const known = prefixes.get(others)
  if (known?.cut === cut) return known.found
  const found = others.filter(({ access }) => isInPrefix(access.anchor, cut))
  prefixes.set(others, { cut, found })
  return found
}

/** The list is that of many writes, and cuts are asked about one after the other. */
const prefixes = new WeakMap<readonly WorldPlace[], Prefix>()

interface Prefix {
  readonly cut: Cut | null
  readonly found: readonly WorldPlace[]
}
