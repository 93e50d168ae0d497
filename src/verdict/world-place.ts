import type { World } from '../facts/known-calls/row.ts'
import type { WorldAccess } from '../facts/effects/behaviour.ts'
import { rootKeyOf } from '../facts/effects/distinct.ts'
import { namesDiffer } from '../facts/effects/names-differ.ts'
import type { NamedPart, NamePart, PlaceName } from '../facts/effects/place-name.ts'
import type { Ref } from '../facts/effects/place.ts'
import { ANY_KEY } from '../facts/effects/place.ts'
import type { Elements } from '../facts/loops/iteration-source.ts'

/** An access outside the program, and what its place alone tells: it is asked against many others. */
export interface WorldPlace {
  readonly access: WorldAccess
  readonly world: World
  readonly at: PlaceName | null
  /** Equal for equal names. */
  readonly key: string | null
  readonly varying: readonly NamedPart[]
  /** The name has the same value in every turn, as far as it tells. */
  readonly isConstant: boolean
  /** The first part that names the place by the element. */
  readonly own: NamedPart | null
  readonly isTree: boolean
}

export function placeOf(access: WorldAccess): WorldPlace {
  const { at, world } = access
  return {
    access,
    world,
    at,
    key: at && keyOfName(at),
    varying: at?.parts.filter((part): part is NamedPart => 'ref' in part && part.ref.root.kind === 'element') ?? [],
    isConstant: at !== null && isConstant(at),
    own: at?.parts.find(isNamedByElement) ?? null,
    isTree: isTree(access),
  }
}

/** Whether the places of two turns are one. */
export function placesMeet(a: WorldPlace, b: WorldPlace, elements: Elements): 'yes' | 'no' | 'unknown' {
  if (a.world !== b.world) return 'unknown'
  if (!a.at || !b.at) return a.world === 'network' || a.world === 'database' ? 'unknown' : 'yes'
  if (namesDiffer(a.at, b.at)) return 'no'
  if (a.varying.length === 0 && b.varying.length === 0) {
    const repeats = isEitherOrder(a.access, b.access)
    return a.isConstant && b.isConstant && !repeats ? 'yes' : 'unknown'
  }
  const [varying] = a.varying
  // `en-1` reads `en`: what is made of one element may be what another one is.
  if (!varying?.exact || !b.varying[0]?.exact || a.varying.length > 1 || a.key !== b.key) return 'unknown'
  if (elements.distinct !== 'flat' && !a.at.parts.every((part) => part === varying || isFixed(part))) return 'unknown'
  // Two texts may name one file: `b` and `./b`. Names of one directory do not.
  const isNamed = elements.distinct === 'yes' && a.world !== 'file-system'
  const apart = elements.distinct === 'flat' || (isNamed && !a.access.tree && !b.access.tree)
  return apart && isWholeKey(varying.ref, elements.kind) ? 'no' : 'unknown'
}

/**
 * Whether two effects at one place come out alike in either order, by what they are: a folder that is made where there
 * is none, beside all but its removal; two removals.
 */
export function isEitherOrder(a: WorldAccess, b: WorldAccess): boolean {
  if (makesOnce(a)) return !removes(b)
  if (makesOnce(b)) return !removes(a)
  return removes(a) && removes(b)
}

/** `mkdir(path, { recursive: true })` */
export function makesOnce({ does, idempotent, tree }: WorldAccess): boolean {
  return does === 'write' && idempotent && !tree
}

/** `rm(path, { recursive: true, force: true })` */
function removes({ does, idempotent, tree }: WorldAccess): boolean {
  return does === 'write' && idempotent && tree
}

/** Whether a folder is looked at in which, or further down, the other place lies. */
export function isAbove(folder: PlaceName, { parts }: PlaceName): boolean {
  const { length } = folder.parts
  return length < parts.length && keyOfName(folder) === keyOfName({ parts: parts.slice(0, length) })
}

/** The element, or a property of it, as it is or spelled in another way. */
function isNamedByElement(part: NamePart): part is NamedPart {
  return 'ref' in part && (part.exact || part.respelled === true) && part.ref.root.kind === 'element' && !part.ref.path.includes(ANY_KEY)
}

/**
 * The element itself, the key of an entry, or the `name` of a directory entry: not just any property, which two
 * elements may share.
 */
export function isWholeKey({ path }: Ref, elementKind: string | null): boolean {
  if (path.length === 0) return true
  if (path.length > 1) return false
  return path[0] === 'name' ? elementKind === 'fs:Dirent' : path[0] === '0' && elementKind?.startsWith('[') === true
}

/** Not where the name ends as that of a file: `notes.md`. */
function isTree({ tree, at }: WorldAccess): boolean {
  const last = at?.parts.at(-1)
  return tree && !(last && 'text' in last && /\.[a-z]\w*$/i.test(last.text))
}

/** Of the same value in every turn, as far as the name tells. */
function isFixed(part: NamePart): boolean {
  return 'text' in part || (['variable', 'this', 'global'].includes(part.ref.root.kind) && !part.ref.path.includes('*'))
}

function isConstant(name: PlaceName): boolean {
  return name.parts.every((part) => 'text' in part || ['variable', 'this', 'global'].includes(part.ref.root.kind))
}

function keyOfName({ parts }: PlaceName): string {
  const keys = parts.map((part) => ('text' in part ? part.text : [rootKeyOf(part.ref.root), ...part.ref.path]))
  return JSON.stringify(keys)
}
