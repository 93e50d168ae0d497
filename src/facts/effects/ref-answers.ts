import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { distinctRefs, keyOfRef, sameRefs } from './distinct.ts'
import { FixedPoint } from './fixed-point.ts'
import type { Key, Ref } from './place.ts'
import type { Region } from './region.ts'

/** Aliases of aliases that are followed. */
const DEEPEST = 60
const MOST_REFS = 12
/** A cycle lengthens paths, which are cut off, until nothing is added. */
const MOST_ROUNDS = 8

/** What has been answered for one region. */
const answers = new WeakMap<Region, Answers>()

type Answers = FixedPoint<Node | Variable | Member, readonly Ref[]>

/** `key` of an object. */
interface Member {
  readonly ref: Ref
  readonly key: Key
  readonly node: Node
}

/** The answers for one region, which may rest upon one another. */
export function answersIn(region: Region): Answers {
  const found = answers.get(region)
  if (found) return found
  const created: Answers = new FixedPoint<Node | Variable | Member, readonly Ref[]>({
    nothing: [],
    isSame: sameRefs,
    mostRounds: MOST_ROUNDS,
    giveUp: (key, last) => [...last, opaque(nodeOf(key))],
    deepest: DEEPEST,
    tooDeep: (key) => [opaque(nodeOf(key))],
  })
  answers.set(region, created)
  return created
}

function nodeOf(key: Node | Variable | Member): Node {
  if ('ref' in key) return key.node
  return 'type' in key ? key : (key.identifiers[0] as Node)
}

/** The objects without repetitions; too many to be told apart are one that nothing is known of. */
export function fewRefs(refs: readonly Ref[], node: Node): readonly Ref[] {
  const distinct = distinctRefs(refs)
  return distinct.length > MOST_REFS ? [opaque(node)] : distinct
}

const members = new WeakMap<Region, Map<string, Member>>()

/** The same object for the same question. */
export function memberIn(region: Region, ref: Ref, key: Key): Member {
  const known = members.get(region) ?? new Map<string, Member>()
  members.set(region, known)
  const name = `${keyOfRef(ref)} ${key}`
  const found = known.get(name) ?? { ref, key, node: ref.root.kind === 'fresh' ? ref.root.node : region.node }
  known.set(name, found)
  return found
}

export function opaque(node: Node): Ref {
  return { root: { kind: 'opaque', node }, path: [] }
}
