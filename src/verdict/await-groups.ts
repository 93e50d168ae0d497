import type { Confidence, Reason } from './verdict.ts'
import type { GroupPlace } from './grouped.ts'

/** What is known of the steps of a run, by their positions; the earlier of two comes first. */
export interface StepRelations {
  /** Positions of the awaits. */
  readonly awaits: readonly number[]
  /** Whether something is gained where the await overlaps with others. */
  isWorth(step: number): boolean
  /** How sure it is that two awaits may overlap; a reason where they may not. */
  between(earlier: number, later: number): Confidence | Reason
  /** How sure it is that an await may change places with a step that is not in its group; why it may not. */
  passing(moved: number, other: number): Confidence | Reason
}

export interface Group {
  readonly members: readonly number[]
  readonly place: GroupPlace
  readonly confidence: Confidence
}

const LEVELS: readonly Confidence[] = ['certain', 'likely', 'possible']

/** The largest groups that may start together, the surest first; each await is in one of them. */
export function findGroups(relations: StepRelations, threshold: number): readonly Group[] {
  const groups: Group[] = []
  const taken = new Set<number>()
  for (const confidence of LEVELS) {
    for (const start of relations.awaits) {
      if (taken.has(start)) continue
      const group = largest(start, confidence, taken, relations)
      if (group.members.length < threshold) continue
      groups.push(group)
      for (const member of group.members) taken.add(member)
    }
  }
  return groups.toSorted((a, b) => a.members[0]! - b.members[0]!)
}

/** Earlier awaits are moved down only where that gathers more. */
function largest(start: number, confidence: Confidence, taken: ReadonlySet<number>, relations: StepRelations): Group {
  const [first, last] = (['first', 'last'] as const).map((place) => grow(start, place, confidence, taken, relations))
  return last!.members.length > first!.members.length ? last! : first!
}

function grow(
  start: number,
  place: GroupPlace,
  confidence: Confidence,
  taken: ReadonlySet<number>,
  relations: StepRelations,
): Group {
  const members = [start]
  for (const next of relations.awaits) {
    if (next <= start || taken.has(next)) continue
    const fits = members.every((member) => isAtLeast(relations.between(member, next), confidence))
    // Asked last, as it takes a look into the callee.
    const isWorth = fits && relations.isWorth(start) && relations.isWorth(next)
    if (isWorth && canGather([...members, next], place, confidence, relations)) members.push(next)
  }
  return { members, place, confidence }
}

function isAtLeast(found: Confidence | Reason, least: Confidence): boolean {
  return typeof found === 'string' && LEVELS.indexOf(found) <= LEVELS.indexOf(least)
}

/** Whether each member may pass what stands between it and the group's place. */
function canGather(
  members: readonly number[],
  place: GroupPlace,
  confidence: Confidence,
  { passing }: StepRelations,
): boolean {
  const [first, last] = [members[0]!, members.at(-1)!]
  return members.every((member) => {
    const [from, to] = place === 'first' ? [first, member] : [member, last]
    for (let other = from + 1; other < to; other += 1) {
      if (!members.includes(other) && !isAtLeast(passing(member, other), confidence)) return false
    }
    return true
  })
}
