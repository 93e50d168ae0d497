import type { WorldAccess } from '../facts/effects/behaviour.ts'
import { namesDiffer } from '../facts/effects/names-differ.ts'
import type { NamedPart, NamePart, PlaceName } from '../facts/effects/place-name.ts'
import type { Ref } from '../facts/effects/place.ts'
import { refsMeet } from '../facts/effects/place.ts'
import type { Elements } from '../facts/loops/iteration-source.ts'
import { isInPrefix } from './cuts.ts'
import { isAskedFor, isSaidAside } from './kept-state.ts'
import type { Question } from './question.ts'
import type { Cut } from './verdict.ts'

export interface WorldConflict {
  /** `yes`: the turns touch one place. `unknown`: they may. */
  readonly meets: 'yes' | 'unknown'
  readonly write: WorldAccess
  readonly other: WorldAccess
}

/**
 * Pairs of a write and another access outside the program, one of them in the prefix, that may touch one place in
 * two turns.
 */
export function worldConflicts(question: Question, cut: Cut | null, elements: Elements): readonly WorldConflict[] {
  const conflicts: WorldConflict[] = []
  for (const write of question.turn.world) {
    if (write.does !== 'write' || (write.world === 'console' && isSaidAside(write, question.parsed))) continue
    for (const other of question.turn.world) {
      if (!worldsMeet(write, other) || (!isInPrefix(write.anchor, cut) && !isInPrefix(other.anchor, cut))) continue
      if (write.idempotent && (other === write || (other.idempotent && other.does === 'write'))) continue
      const meets = isQuery(write, question) ? 'unknown' : placesMeet(write, other, elements)
      if (meets !== 'no') conflicts.push({ meets, write, other })
    }
  }
  return conflicts
}

/** A program that is started for its answer, which the turn uses, mostly leaves things as they are. */
function isQuery(write: WorldAccess, { turn, parsed }: Question): boolean {
  if (!isAskedFor(write, parsed)) return false
  return turn.world.some(({ world, does, origin }) => origin === write.origin && does === 'write' && world === 'process')
}

/** A process that is started may do anything outside. */
function worldsMeet(write: WorldAccess, other: WorldAccess): boolean {
  return write.world === other.world || (write.world === 'process' && OUTSIDE.has(other.world))
}

const OUTSIDE: ReadonlySet<string> = new Set(['file-system', 'network', 'database'])

function placesMeet(a: WorldAccess, b: WorldAccess, elements: Elements): 'yes' | 'no' | 'unknown' {
  if (a.world !== b.world) return 'unknown'
  if (!a.at || !b.at) return a.world === 'network' || a.world === 'database' ? 'unknown' : 'yes'
  if (namesDiffer(a.at, b.at)) return 'no'
  const [varyingA, varyingB] = [varyingParts(a.at), varyingParts(b.at)]
  const repeats = a.idempotent || b.idempotent
  if (varyingA.length === 0 && varyingB.length === 0)
    return isConstant(a.at) && isConstant(b.at) && !repeats ? 'yes' : 'unknown'
  const [varying] = varyingA
  if (!varying?.exact || varyingA.length > 1 || !sameName(a.at, b.at)) return 'unknown'
  if (elements.distinct !== 'flat' && !a.at.parts.every((part) => part === varying || isFixed(part))) return 'unknown'
  const apart = a.tree || b.tree ? elements.distinct === 'flat' : elements.distinct !== 'unknown'
  return apart && isWholeKey(varying.ref, elements.kind) ? 'no' : 'unknown'
}

/** The element itself, or the `name` of a directory entry: not just any property, which two elements may share. */
function isWholeKey({ path }: Ref, elementKind: string | null): boolean {
  return path.length === 0 || (path.length === 1 && path[0] === 'name' && elementKind === 'fs:Dirent')
}

function varyingParts(name: PlaceName): readonly NamedPart[] {
  return name.parts.filter((part): part is NamedPart => 'ref' in part && part.ref.root.kind === 'element')
}

/** Of the same value in every turn, as far as the name tells. */
function isFixed(part: NamePart): boolean {
  return 'text' in part || (['variable', 'this', 'global'].includes(part.ref.root.kind) && !part.ref.path.includes('*'))
}

function isConstant(name: PlaceName): boolean {
  return name.parts.every((part) => 'text' in part || ['variable', 'this', 'global'].includes(part.ref.root.kind))
}

function sameName(a: PlaceName, b: PlaceName): boolean {
  if (a === b) return true
  return (
    a.parts.length === b.parts.length &&
    a.parts.every((part, index) => {
      const other = b.parts[index]!
      if ('text' in part || 'text' in other) return 'text' in part && 'text' in other && part.text === other.text
      return refsMeet(part.ref, other.ref) && part.ref.path.join('.') === other.ref.path.join('.')
    })
  )
}
