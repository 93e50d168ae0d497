import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { isHandedOut } from '../arrays/handed-out.ts'
import { callsInFile } from '../loops/given-by-callers.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { isWithin } from '../../parse/walk.ts'
import type { Access } from './behaviour.ts'
import { argumentFor } from './parameter-of.ts'
import type { Key, Ref } from './place.ts'
import { extendRef, refsMeet } from './place.ts'
import { refsOf } from './refs.ts'
import type { Region } from './region.ts'
import { regionAt } from './region.ts'

/**
 * Whether two names may lead to one place because a caller gives for a parameter what the other name holds, too:
 * `given` where a call in the file does, `maybe` where a caller may that is not seen.
 *
 *     async function fill(list) { for (const key of keys) list.push(await read(key, all.length)) }        fill(all)
 */
export function callerAlias(write: Access, other: Access, region: Region): 'given' | 'maybe' | null {
  const [one, two] = [variableIn(write), variableIn(other)]
  if (!one || !two || one === two || !(parameterIn(write) ?? parameterIn(other))) return null
  if (!reaches(write, other) && !reaches(other, write)) return null
  if (isPlainValue(one, region) || isPlainValue(two, region)) return null
  if (isGivenForBoth(write, other, region)) return 'given'
  const mayBeGiven = isGivable(one, parameterIn(other), region) || isGivable(two, parameterIn(write), region)
  return mayBeGiven ? 'maybe' : null
}

export function variableIn({ place }: Access): Variable | null {
  return 'ref' in place && place.ref.root.kind === 'variable' ? place.ref.root.variable : null
}

/** The function whose parameter the object is, or is reached from. */
export function parameterIn(access: Access): FunctionNode | null {
  const def = variableIn(access)?.defs[0]
  const owner = def?.type === 'Parameter' ? (def.node as Node) : null
  return owner && isFunction(owner) ? owner : null
}

/** Whether a caller may have what the variable holds, to give it to the function; what the function makes none has. */
function isGivable(variable: Variable, owner: FunctionNode | null, region: Region): boolean {
  const [def] = variable.defs
  if (!owner || !def) return false
  if (def.type === 'Parameter') return def.node === owner || !isWithin(def.name as Node, owner)
  return !isWithin(def.name as Node, owner) && isHandedOut(variable, region)
}

/** A text or number has no state, and is no object that others hold. */
function isPlainValue({ identifiers: [name] }: Variable, { parsed, knownCalls }: Region): boolean {
  return name !== undefined && PLAIN_KINDS.has(valueKindOf(name as Node, parsed, knownCalls) ?? '')
}

const PLAIN_KINDS = new Set(['string', 'number', 'boolean', 'bigint', 'symbol', 'Function'])

/** Whether both touch one place where the first is what the second holds, or something in it. */
function reaches(inner: Access, outer: Access): boolean {
  const [own, path] = [pathOf(inner), pathOf(outer)]
  const last = outer.slot ? path.length - 1 : path.length
  for (let at = 0; at <= last; at += 1) if (refsMeet(asRef(own), asRef(path.slice(at)))) return true
  return false
}

function pathOf({ place }: Access): readonly Key[] {
  return 'ref' in place ? place.ref.path : []
}

function asRef(path: readonly Key[]): Ref {
  return { root: { kind: 'this' }, path }
}

/** Whether a call in the file gives for the one what the other holds, or one object for both. */
function isGivenForBoth(write: Access, other: Access, region: Region): boolean {
  const owner = parameterIn(write) ?? parameterIn(other)!
  const calls = callsInFile(owner, region.parsed)?.calls ?? []
  return calls.some((call) => {
    const [one, two] = [write, other].map((access) => refsGiven(access, owner, call, region))
    return one!.some((a) => two!.some((b) => refsMeet(a, b)))
  })
}

/** The objects that the access is of as the caller tells them. */
function refsGiven(access: Access, owner: FunctionNode, call: TSESTree.CallExpression, region: Region): readonly Ref[] {
  const variable = variableIn(access)!
  const argument = argumentFor(variable, owner, call.arguments)
  if (argument) return refsOf(argument, regionAt(call, region)).map((ref) => extendRef(ref, pathOf(access)))
  return variable.defs[0]?.node === owner ? [] : [{ root: { kind: 'variable', variable }, path: pathOf(access) }]
}
