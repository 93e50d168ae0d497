import type { WorldAccess } from '../facts/effects/behaviour.ts'
import { namesDiffer } from '../facts/effects/names-differ.ts'
import type { NamedPart, NamePart, PlaceName } from '../facts/effects/place-name.ts'
import type { Ref } from '../facts/effects/place.ts'
import { ANY_KEY, refsMeet } from '../facts/effects/place.ts'
import type { Elements } from '../facts/loops/iteration-source.ts'
import { endsInFailure } from '../facts/loops/ends-in-failure.ts'
import { isInPrefix } from './cuts.ts'
import { isAskedFor, isSaidAside } from './kept-state.ts'
import type { Question } from './question.ts'
import type { Cut } from './verdict.ts'

export interface WorldConflict {
  /** `yes`: the turns touch one place. `unknown`: they may. */
  readonly meets: 'yes' | 'unknown'
  readonly write: WorldAccess
  readonly other: WorldAccess
  /** By all signs the turns do not get in each other's way there. */
  readonly isMild: boolean
}

/**
 * Pairs of a write and another access outside the program, one of them in the prefix, that may touch one place in
 * two turns.
 */
export function worldConflicts(question: Question, cut: Cut | null, elements: Elements): readonly WorldConflict[] {
  const conflicts: WorldConflict[] = []
  for (const write of question.turn.world) {
    if (write.does !== 'write' || isAside(write, question)) continue
    for (const other of question.turn.world) {
      if (!worldsMeet(write, other) || (!isInPrefix(write.anchor, cut) && !isInPrefix(other.anchor, cut))) continue
      if (write.idempotent && (other === write || (other.idempotent && other.does === 'write'))) continue
      const meets = isQuery(write, question) ? 'unknown' : placesMeet(write, other, elements)
      if (meets !== 'no') conflicts.push({ meets, write, other, isMild: isMild(write, other, elements, question) })
    }
  }
  return conflicts
}

/** What is printed far away, only for those who look for faults, or as part of a failure. */
function isAside(write: WorldAccess, { parsed, loop }: Question): boolean {
  if (write.world !== 'console') return false
  return write.isForDebugging === true || isSaidAside(write, parsed) || endsInFailure(write, loop)
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
  const apart = elements.distinct === 'flat' || (elements.distinct === 'yes' && !a.tree && !b.tree)
  return apart && isWholeKey(varying.ref, elements.kind) ? 'no' : 'unknown'
}

/**
 * `writeFile(join(dir, page.slug), text)`: each turn its own place, by all signs; not a tree, which may hold another's
 * place, nor a file that is read and written again, where two turns at one place would lose an update. A folder that is
 * made where there is none is the same whichever turn makes it.
 */
function isMild(write: WorldAccess, other: WorldAccess, elements: Elements, { turn }: Question): boolean {
  if (write.idempotent || (other.does === 'write' && other.idempotent)) return true
  if (!write.at || !other.at || elements.distinct === 'no') return false
  if (elements.distinct !== 'flat' && (isTree(write) || isTree(other))) return false
  const own = write.at.parts.find(isNamedByElement)
  if (!own) return false
  if (other.does === 'read' && isAbove(other.at, write.at)) return true
  if (!other.at.parts.some(isNamedByElement)) return false
  const isRead = turn.world.some(({ does, at, world }) => {
    return does === 'read' && world === write.world && at !== null && sameName(at, write.at!)
  })
  return !isRead || isWholeKey(own.ref, elements.kind)
}

/** Not where the name ends as that of a file: `notes.md`. */
function isTree({ tree, at }: WorldAccess): boolean {
  const last = at?.parts.at(-1)
  return tree && !(last && 'text' in last && /\.[a-z]\w*$/i.test(last.text))
}

/** Whether a folder is looked at in which, or further down, the other place lies. */
function isAbove(folder: PlaceName, { parts }: PlaceName): boolean {
  return folder.parts.length < parts.length && sameName(folder, { parts: parts.slice(0, folder.parts.length) })
}

/** The element, or a property of it, as it is or spelled in another way. */
function isNamedByElement(part: NamePart): part is NamedPart {
  return 'ref' in part && (part.exact || part.respelled === true) && part.ref.root.kind === 'element' && !part.ref.path.includes(ANY_KEY)
}

/**
 * The element itself, the key of an entry, or the `name` of a directory entry: not just any property, which two
 * elements may share.
 */
function isWholeKey({ path }: Ref, elementKind: string | null): boolean {
  if (path.length === 0) return true
  if (path.length > 1) return false
  return path[0] === 'name' ? elementKind === 'fs:Dirent' : path[0] === '0' && elementKind?.startsWith('[') === true
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
