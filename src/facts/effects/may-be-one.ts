import type { TSESTree } from '@typescript-eslint/utils'
import { holdsOnlyOwn, isHandedOut, isMade, isPlain } from '../arrays/handed-out.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { callsInFile } from '../loops/given-by-callers.ts'
import { classOfThis, fieldValues } from '../values/class-members.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Access } from './behaviour.ts'
import { argumentFor } from './parameter-of.ts'
import type { Ref } from './place.ts'
import { extendRef, refsMeet, sameRoot } from './place.ts'
import { refsOf } from './refs.ts'
import type { Region } from './region.ts'
import { regionAt } from './region.ts'

/**
 * Whether two ways that begin otherwise may lead to one place: `given` where a call in the file gives one object for
 * both, `maybe` where a caller may that is not seen, or where what holds objects may hold one of them, too.
 *
 *     async function fill(list) { for (const key of keys) list.push(await read(key, all.length)) }        fill(all)
 */
export function mayBeOne(write: Access, other: Access, region: Region): 'given' | 'maybe' | null {
  if (!('ref' in write.place) || !('ref' in other.place)) return null
  const [one, two] = [write.place.ref, other.place.ref]
  // What costs least is asked first: many are held against many.
  if (!meetBelow(write, other, 0, 0, false)) return null
  if (isPlainRoot(one, region) || isPlainRoot(two, region)) return null
  if (!other.slot && other.origin.type !== 'CallExpression' && isPlain(other.origin, region)) return null
  const isApart = isOwnField(write, region) || isOwnField(other, region)
  if (!sameRoot(one.root, two.root) && isGivenForBoth(write, other, region)) return 'given'
  const [first, second] = [firstShared(one, region), firstShared(two, region)]
  return first !== null && second !== null && meetBelow(write, other, first, second, isApart) ? 'maybe' : null
}

/**
 * Whether one place is touched where an object on the one way, from `first` on, is one on the other way; `isApart` of
 * two fields of one object.
 */
function meetBelow(write: Access, other: Access, first: number, second: number, isApart: boolean): boolean {
  const [one, two] = [write, other].map(({ place }) => (place as { ref: Ref }).ref) as [Ref, Ref]
  const isFixed = sameRoot(one.root, two.root) && one.root.kind !== 'opaque'
  for (let at = first; at <= lastOf(write); at += 1) {
    for (let to = second; to <= lastOf(other); to += 1) {
      const isSame = isFixed && (at + to === 0 || (one.root.kind === 'this' && (at === 0 || to === 0 || isApart)))
      if (!isSame && refsMeet(below(one, at), below(two, to))) return true
    }
  }
  return false
}

/** Whether the class itself makes what the field holds: `names = []`. */
function isOwnField({ place, origin }: Access, region: Region): boolean {
  const key = 'ref' in place && place.ref.root.kind === 'this' ? place.ref.path[0] : undefined
  const owner = key === undefined ? null : classOfThis(origin)
  const home = owner && regionAt(owner, region)
  const values = home ? fieldValues(owner as ClassNode, home.parsed).get(key!) : undefined
  return values !== undefined && values.every((value) => value !== null && isMade(value, home!))
}

function isPlainRoot({ root }: Ref, region: Region): boolean {
  const name = root.kind === 'variable' ? (root.variable.identifiers[0] as Node | undefined) : undefined
  return name !== undefined && isPlain(name, region)
}

/** Properties down the path to the first object that may have another name; null where there is none. */
function firstShared({ root, path }: Ref, region: Region): number | null {
  if (root.kind === 'this' || root.kind === 'element') return 0
  if (root.kind === 'opaque') return isMade(root.node, region) ? null : 0
  if (root.kind !== 'variable') return null
  const { variable } = root
  if (isHandedOut(variable, region)) return 0
  return path.length === 0 || holdsOnlyOwn(variable, region) ? null : 1
}

/** A property is in the object that has it. */
function lastOf({ place, slot }: Access): number {
  const { length } = 'ref' in place ? place.ref.path : []
  return slot ? length - 1 : length
}

function below({ path }: Ref, at: number): Ref {
  return { root: { kind: 'this' }, path: path.slice(at) }
}

/** Whether a call in the file gives for the one what the other holds, or one object for both. */
function isGivenForBoth(write: Access, other: Access, region: Region): boolean {
  const owner = parameterIn(write) ?? parameterIn(other)
  const calls = owner ? (callsInFile(owner, region.parsed)?.calls ?? []) : []
  return calls.some((call) => {
    const [one, two] = [write, other].map((access) => refsGiven(access, owner!, call, region))
    return one!.some((a) => two!.some((b) => refsMeet(a, b)))
  })
}

/** The function whose parameter the object is, or is reached from. */
function parameterIn({ place }: Access): FunctionNode | null {
  const def = 'ref' in place && place.ref.root.kind === 'variable' ? place.ref.root.variable.defs[0] : undefined
  const owner = def?.type === 'Parameter' ? (def.node as Node) : null
  return owner && isFunction(owner) ? owner : null
}

/** The objects that the access is of as the caller tells them. */
function refsGiven(
  { place }: Access,
  owner: FunctionNode,
  call: TSESTree.CallExpression,
  region: Region,
): readonly Ref[] {
  if (!('ref' in place) || place.ref.root.kind !== 'variable') return []
  const { root: { variable }, path } = place.ref
  const argument = argumentFor(variable, owner, call.arguments)
  if (argument) return refsOf(argument, regionAt(call, region)).map((ref) => extendRef(ref, path))
  return variable.defs[0]?.node === owner ? [] : [place.ref]
}
