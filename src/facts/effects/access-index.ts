import type { Access } from './behaviour.ts'
import { rootKeyOf } from './distinct.ts'
import type { Ref } from './place.ts'
import { ANY_KEY } from './place.ts'

/** Accesses in their order, by where they are, so that a question about one place looks at few of them. */
interface AccessIndex {
  /** By variable, or by the root of what is accessed. */
  readonly byRoot: ReadonlyMap<unknown, readonly Access[]>
  /** By root and first property; worked out where it is asked for. */
  readonly byKey: Map<string, readonly Access[]>
}

const indexes = new WeakMap<readonly Access[], AccessIndex>()

/** All that are of objects with the root of one of the refs; of these alone can some meet them. */
export function accessesBelow(refs: readonly Ref[], accesses: readonly Access[]): readonly Access[] {
  const roots = [...new Set(refs.map(({ root }) => rootKeyOf(root)))]
  const { byRoot } = indexOf(accesses)
  if (roots.length === 1) return byRoot.get(roots[0]) ?? NONE
  const found = new Set(roots.flatMap((root) => byRoot.get(root) ?? NONE))
  return found.size === 0 ? NONE : accesses.filter((access) => found.has(access))
}

/** All that may touch the place of `access`, and more; in their order. */
export function accessesNear({ place }: Pick<Access, 'place'>, accesses: readonly Access[]): readonly Access[] {
  const { byRoot, byKey } = indexOf(accesses)
  if ('variable' in place) return byRoot.get(place.variable) ?? NONE
  const root = rootKeyOf(place.ref.root)
  const all = byRoot.get(root) ?? NONE
  const [key] = place.ref.path
  if (key === undefined || key === ANY_KEY || all.length < FEW) return all
  const name = `${root}.${key}`
  const known = byKey.get(name) ?? all.filter((access) => mayBeginWith(key, access))
  byKey.set(name, known)
  return known
}

const NONE: readonly Access[] = []
/** Fewer are looked through as fast as they are told apart. */
const FEW = 8

function mayBeginWith(key: string, { place }: Access): boolean {
  if (!('ref' in place)) return false
  const [first] = place.ref.path
  return first === undefined || first === key || first === ANY_KEY
}

function indexOf(accesses: readonly Access[]): AccessIndex {
  const known = indexes.get(accesses)
  if (known) return known
  const byRoot = new Map<unknown, Access[]>()
  for (const access of accesses) {
    const { place } = access
    const root = 'variable' in place ? place.variable : rootKeyOf(place.ref.root)
    const found = byRoot.get(root)
    if (found) found.push(access)
    else byRoot.set(root, [access])
  }
  const index = { byRoot, byKey: new Map<string, readonly Access[]>() }
  indexes.set(accesses, index)
  return index
}
