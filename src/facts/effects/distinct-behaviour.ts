import type { Behaviour } from './behaviour.ts'
import type { Ref, Root } from './place.ts'

/**
 * The behaviour without repetitions, as a summary of a function keeps it: one entry for what is done to one place, one for
 * each place in the code that is reached. Without this, summaries would grow with the number of call paths.
 */
export function distinctBehaviour({ accesses, world, marks, opaque }: Behaviour): Behaviour {
  return {
    accesses: distinctBy(accesses, ({ does, place }) =>
      `${does} ${'variable' in place ? `=${identityOf(place.variable)}` : keyOfRef(place.ref)}`),
    world: distinctBy(world, ({ origin, does, at }) => `${identityOf(origin)} ${does} ${at?.parts.map(keyOfRef).join(' ') ?? ''}`),
    marks: distinctBy(marks, ({ origin, what }) => `${identityOf(origin)} ${what}`),
    opaque: distinctBy(opaque, ({ origin }) => `${identityOf(origin)}`),
  }
}

export function distinctRefs(refs: readonly Ref[]): readonly Ref[] {
  return refs.length < 2 ? refs : distinctBy(refs, keyOfRef)
}

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = keyOf(item)
    return !seen.has(key) && seen.add(key)
  })
}

function keyOfRef({ root, path }: Ref): string {
  return `${keyOfRoot(root)}.${path.join('.')}`
}

function keyOfRoot(root: Root): string {
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

function identityOf(object: object): number {
  let identity = identities.get(object)
  if (identity === undefined) {
    identity = last += 1
    identities.set(object, identity)
  }
  return identity
}
