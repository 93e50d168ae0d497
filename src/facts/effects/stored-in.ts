import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { namingArguments } from '../known-calls/naming-argument.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { referencesOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { keyOfAccess } from './access-key.ts'
import { callbackRefs } from './callback-refs.ts'
import { callbackRegionIn } from './callback-region.ts'
import { isObjectAssign } from '../callees/values-of-field.ts'
import type { Key, Ref } from './place.ts'
import { ANY_KEY, MAP_KEYS } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'

/** What is put into an object, and where: the value itself, or what it has there. */
interface Stored {
  readonly value: Node
  /** Null where the value's own properties become those of the object. */
  readonly key: Key | null
}

/**
 * What `path` leads to in a new object that has a name, by what is put there by that name:
 *
 *     const job = {}; job.state = state        const list = []; list.push(state)        Object.assign(job, { state })
 */
export function storedIn(made: Node, path: readonly Key[], region: Region, asking: RefAsking): readonly Ref[] {
  const variable = nameOf(made, region)
  if (!variable) return []
  const [key, ...rest] = path as [Key, ...Key[]]
  return referencesOf(variable).flatMap(({ identifier }) =>
    storedBy(identifier as Node, region)
      .filter((stored) => stored.key === null || stored.key === key || mayBeSame(stored.key, key))
      .flatMap(({ value, key: within }) => {
        const inner = regionOfMention(value, made, region, asking)
        const refs = asking.refsAt(asking.refsOf(value, inner), within === null ? path : rest, inner)
        return refs.map((ref) => (isUnbound(ref, made, inner) ? unknownIn(value) : ref))
      }),
  )
}

function mayBeSame(one: Key, other: Key): boolean {
  return (one === ANY_KEY && other !== MAP_KEYS) || (other === ANY_KEY && one !== MAP_KEYS)
}

function unknownIn(node: Node): Ref {
  return { root: { kind: 'opaque', node }, path: [] }
}

/** `list` of `const list = []` */
function nameOf(made: Node, { parsed }: Region): Variable | null {
  let node = made
  while (node.parent && plainExpression(node.parent) === made) node = node.parent
  const declarator = node.parent
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== node) return null
  return declarator.id.type === 'Identifier' ? variableOf(declarator.id, parsed) : null
}

function storedBy(mention: Node, region: Region): readonly Stored[] {
  const { parent } = mention
  if (parent?.type === 'CallExpression' && parent.arguments[0] === mention) return mergedBy(parent)
  if (parent?.type !== 'MemberExpression' || parent.object !== mention) return []
  const { parent: around } = parent
  if (around.type === 'AssignmentExpression' && around.left === parent) return [{ value: around.right, key: keyOfAccess(parent) }]
  return around.type === 'CallExpression' && around.callee === parent ? addedBy(around, region) : []
}

/** Object.assign(job, options) */
function mergedBy({ callee, arguments: [, ...given] }: TSESTree.CallExpression): readonly Stored[] {
  return isObjectAssign(callee) ? given.flatMap((value) => (value.type === 'SpreadElement' ? [] : [{ value, key: null }])) : []
}

/** `list.push(x)`, `byId.set(x.id, x)`: what names the place is a key. */
function addedBy(call: TSESTree.CallExpression, { parsed, knownCalls }: Region): readonly Stored[] {
  const known = lookUpCall(call, parsed, knownCalls)
  const write = known?.row.effects.find(({ does, on }) => does === 'write' && on === 'receiver')
  if (!known || !write || known.row.module !== 'global') return []
  const keys = call.arguments.length > 1 ? (namingArguments(write, call) ?? []) : []
  return call.arguments.flatMap((value): readonly Stored[] => {
    if (isFunction(value)) return []
    if (value.type === 'SpreadElement') return [{ value: value.argument, key: null }]
    return [{ value, key: keys.includes(value) ? MAP_KEYS : ANY_KEY }]
  })
}

/** The region with what the functions around the mention get, where they are callbacks below what made the object. */
function regionOfMention(mention: Node, made: Node, region: Region, asking: RefAsking): Region {
  const around: FunctionNode[] = []
  for (let node = mention.parent; node && !isAround(node, made); node = node.parent) {
    if (isFunction(node)) around.unshift(node)
  }
  return around.reduce((outer, callback) => {
    const call = callback.parent
    if (call?.type !== 'CallExpression') return outer
    const known = lookUpCall(call, outer.parsed, outer.knownCalls)
    if (!known?.row.calls?.includes(call.arguments.indexOf(callback as never))) return outer
    const receiver = known.receiver ? asking.refsOf(known.receiver, outer) : []
    return callbackRegionIn(callback, callbackRefs(known, call.arguments, receiver, outer, asking), outer, asking)
  }, region)
}

/** A parameter of a function of which it is not known what it gets. */
function isUnbound({ root }: Ref, made: Node, { bound }: Region): boolean {
  if (root.kind !== 'variable' || bound.has(root.variable)) return false
  const [def] = root.variable.defs
  return def?.type === 'Parameter' && !isAround(def.node as Node, made)
}

function isAround(outer: Node, { range }: Node): boolean {
  return outer.range[0] <= range[0] && range[1] <= outer.range[1]
}
