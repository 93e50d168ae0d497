import type { Ref, Root } from './place.ts'

export function distinctRefs(refs: readonly Ref[]): readonly Ref[] {
  return refs.length < 2 ? refs : distinctBy(refs, keyOfRef)
}

export function sameRefs(before: readonly Ref[], after: readonly Ref[]): boolean {
  if (before.length !== after.length) return false
  const keys = new Set(before.map(keyOfRef))
  return after.every((ref) => keys.has(keyOfRef(ref)))
}

export function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item)
    return !seen.has(key) && seen.add(key)
  })
}

export function keyOfRef({ root, path }: Ref): string {
  // What is asked for most has no path, or a short one.
  return path.length < 2 ? `${rootKeyOf(root)}.${path[0] ?? ''}` : `${rootKeyOf(root)}.${path.join('.')}`
}

export function rootKeyOf(root: Root): string {
  switch (root.kind) {
    case 'variable':
      return `v${identityOf(root.variable)}`
    case 'global':
      return `g${root.name}`
    case 'fresh':
    case 'opaque':
      return `${root.kind}${identityOf(root.node)}`
    default:
      return root.kind
  }
}

const identities = new WeakMap<object, number>()
let last = 0

export function identityOf(object: object): number {
  let identity = identities.get(object)
  if (identity === undefined) {
    identity = last += 1
    identities.set(object, identity)
  }
  return identity
}
