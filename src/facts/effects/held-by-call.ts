import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { KnownCall } from '../known-calls/find-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { isNothing } from '../scopes/is-nothing.ts'
import { callbackRefs } from './callback-refs.ts'
import { callbackResults } from './callback-results.ts'
import type { Key, Ref } from './place.ts'
import { ANY_KEY, MAP_KEYS } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'

type Call = TSESTree.CallExpression | TSESTree.NewExpression
type Where = 'receiver' | number

/** Objects that the result of a known call may be, where it makes none: elements of the receiver, an argument. */
export function resultOfCall(node: Call, known: KnownCall, region: Region, asking: RefAsking): readonly Ref[] {
  const { gives } = known.row
  const given = gives === undefined ? [] : holderRefs(gives, node, known, region, asking)
  const isNew = given.length > 0 && given.every(({ root, path }) => root.kind === 'fresh' && path.length === 0)
  const self: Ref = { root: { kind: 'fresh', node }, path: [] }
  const parts = (known.row.holds ?? []).flatMap((where) => {
    if (isCalled(where, known)) return asMade(resultsAt(where, [], node, known, region, asking), node, [])
    if (gives === undefined) return elementsAt(where, ANY_KEY, [], node, known, region, asking)
    return isNew ? [] : holderRefs(where, node, known, region, asking)
  })
  return [...(isNew ? [self] : given), ...parts]
}

/**
 * What `path` leads to in the new object that a known call gives: parts of the receiver and of arguments, what the
 * functions among these give. Null where it is new as well.
 */
export function heldByCall(
  node: Call,
  known: KnownCall,
  path: readonly Key[],
  region: Region,
  asking: RefAsking,
): readonly Ref[] | null {
  const { gives, holds = [], fresh, holdsIn } = known.row
  if (gives !== undefined) {
    // Promise.all([load(x), x]), Object.assign({}, x): what it is in lies under the same key.
    return [...new Set([gives, ...holds])].flatMap((where) =>
      isCalled(where, known)
        ? asMade(resultsAt(where, path, node, known, region, asking), node, path)
        : asking.refsAt(holderRefs(where, node, known, region, asking), path, region),
    )
  }
  const inset = !fresh && node.type === 'CallExpression' ? 0 : holdsIn === 'entries' ? 2 : 1
  if (holds.length === 0 || path.length < inset) return null
  return holds.flatMap((where) =>
    isCalled(where, known)
      ? asMade(resultsAt(where, path.slice(inset), node, known, region, asking), node, path)
      : elementsAt(where, path[0]!, path.slice(inset), node, known, region, asking),
  )
}

/** What the parts of the holder lead to that may be in the result. */
function elementsAt(
  where: Where,
  key: Key,
  path: readonly Key[],
  node: Call,
  known: KnownCall,
  region: Region,
  { refsOf, refsAt }: RefAsking,
): readonly Ref[] {
  const refs = holderRefs(where, node, known, region, { refsOf })
  return waysTo(known.row.holdsIn, key).flatMap((way) => refsAt(refs, [...way, ...path], region))
}

/** From a holder to what the result has under the key. */
function waysTo(holdsIn: KnownCallRow['holdsIn'], key: Key): readonly (readonly Key[])[] {
  switch (holdsIn) {
    case 'entries':
      return [[ANY_KEY], [MAP_KEYS]]
    case 'keys':
      return [[MAP_KEYS]]
    case 'values':
      return key === MAP_KEYS ? [[ANY_KEY, '0'], [MAP_KEYS]] : [[ANY_KEY, '1'], [ANY_KEY]]
    case 'parts':
      return [[ANY_KEY], [ANY_KEY, ANY_KEY]]
    case 'self':
      return [[], [ANY_KEY]]
    default:
      return [[ANY_KEY]]
  }
}

/** What a function makes that a call calls is made by the call, where `path` leads to. */
function asMade(refs: readonly Ref[], node: Node, path: readonly Key[]): readonly Ref[] {
  return refs.map((ref) => (ref.root.kind === 'fresh' ? { root: { kind: 'fresh', node }, path } : ref))
}

/** What a function among the arguments gives. */
function resultsAt(
  where: Where,
  path: readonly Key[],
  node: Call,
  known: KnownCall,
  region: Region,
  asking: RefAsking,
): readonly Ref[] {
  const argument = node.arguments[where as number]
  if (!argument || isNothing(argument)) return []
  const receiver = known.receiver ? asking.refsOf(known.receiver, region) : []
  const given = callbackRefs(known, node.arguments, receiver, region, asking)
  const results = (at: readonly Key[]): readonly Ref[] => callbackResults(argument, given, at, region, asking)
  return known.row.holdsIn === 'parts' ? [...results(path), ...results([ANY_KEY, ...path])] : results(path)
}

/** Whether it stands for what the function gives that is this argument. */
function isCalled(where: Where, { row: { calls = [], callsLater = [] } }: KnownCall): where is number {
  return typeof where === 'number' && (calls.includes(where) || callsLater.includes(where))
}

function holderRefs(
  where: Where,
  node: Call,
  known: KnownCall,
  region: Region,
  { refsOf }: Pick<RefAsking, 'refsOf'>,
): readonly Ref[] {
  const holder: Node | null | undefined = where === 'receiver' ? known.receiver : node.arguments[where]
  if (!holder) return []
  return refsOf(holder.type === 'SpreadElement' ? holder.argument : holder, region)
}
