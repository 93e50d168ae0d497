import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { distinctRefs, identityOf, sameRefs } from './distinct.ts'
import { heldByCall } from './held-by-call.ts'
import { heldByInstance } from './held-by-instance.ts'
import type { Key, Ref } from './place.ts'
import { ANY_KEY, extendRef, isIndexKey } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'
import { storedIn } from './stored-in.ts'

type Next = (inner: Node) => readonly Ref[]

/** `.key` of an object; of one that was made in sight (a literal, `new C(list)`), what it was given there. */
export function memberRefs(ref: Ref, key: Key, region: Region, asking: RefAsking): readonly Ref[] {
  const { root } = ref
  const self = extendRef(ref, [key])
  const path = [...ref.path, key]
  if (root.kind === 'fresh') return heldByNew(root.node, path, region, asking) ?? [self]
  const node = root.kind === 'variable' ? madeFor(root.variable, region) : null
  if (!node) return [self]
  const held = asking.refsAt([{ root: { kind: 'fresh', node }, path: [] }], path, region)
  return [self, ...held.filter(isHeldElsewhere)]
}

/** `files[name]` where the turns walk `files` by `name`: as good as an element. */
export function ownEntry(node: TSESTree.MemberExpression, region: Region, next: Next): readonly Ref[] | null {
  const { keyed, parsed } = region
  if (!keyed?.key || !node.computed || variableOf(node.property, parsed) !== keyed.key) return null
  const refs = next(node.object)
  const isOther = refs.some(({ root }) => root.kind === 'fresh' || root.kind === 'opaque')
  return isOther || !sameRefs(refs, next(keyed.object)) ? null : [{ root: { kind: 'element' }, path: keyed.path }]
}

/** `const sink = { out }`, `const byId = new Map(list)`: what the variable holds is reached by two ways. */
function madeFor(variable: Variable, { parsed, knownCalls }: Region): Node | null {
  const init = singleInit(variable)
  let node = init && plainExpression(init)
  if (node?.type === 'AwaitExpression') node = plainExpression(node.argument)
  if (node?.type === 'CallExpression') return lookUpCall(node, parsed, knownCalls)?.row.fresh ? node : null
  return node?.type === 'ObjectExpression' || node?.type === 'ArrayExpression' || node?.type === 'NewExpression'
    ? node
    : null
}

function isHeldElsewhere({ root }: Ref): boolean {
  return root.kind !== 'fresh' && root.kind !== 'opaque'
}

/** Objects, and ways into them, that are being asked for, also as other functions see them. */
const open = new Set<string>()
/** Of what leads further through functions, nothing is known. */
const MOST_OPEN = 12

function heldByNew(node: Node, path: readonly Key[], region: Region, asking: RefAsking): readonly Ref[] | null {
  const name = `${identityOf(node)}.${path.join('.')}`
  if (open.has(name) || open.size >= MOST_OPEN) return [{ root: { kind: 'opaque', node }, path: [] }]
  open.add(name)
  try {
    const held = [...(partsOfNew(node, path, region, asking) ?? []), ...storedIn(node, path, region, asking)]
    return held.length > 0 ? distinctRefs(held) : null
  } finally {
    open.delete(name)
  }
}

function partsOfNew(node: Node, path: readonly Key[], region: Region, asking: RefAsking): readonly Ref[] | null {
  switch (node.type) {
    case 'ObjectExpression':
      return heldByObject(node, path, region, asking)
    case 'ArrayExpression':
      return heldByList(node, path, region, asking)
    case 'CallExpression':
    case 'NewExpression': {
      const known = lookUpCall(node, region.parsed, region.knownCalls)
      if (known) return heldByCall(node, known, path, region, asking)
      // What a function puts into the new object that it gives may be held elsewhere.
      return node.type === 'NewExpression'
        ? heldByInstance(node, path, region, asking)
        : [extendRef({ root: { kind: 'opaque', node }, path: [] }, path)]
    }
    default:
      return null
  }
}

function heldByObject(
  node: TSESTree.ObjectExpression,
  path: readonly Key[],
  region: Region,
  { refsOf, refsAt }: RefAsking,
): readonly Ref[] {
  const [key] = path
  // { ...defaults, to: x } holds x as `to`, whatever the defaults hold.
  const last = node.properties.findLastIndex((one) => one.type === 'Property' && !one.computed && keyName(one) === key)
  return node.properties.slice(Math.max(last, 0)).flatMap((property) => {
    if (property.type === 'SpreadElement') return refsAt(refsOf(property.argument, region), path, region)
    const isMeant = keyName(property) === key || key === ANY_KEY || property.computed
    if (!isMeant) return []
    if (property.kind === 'get') return [{ root: { kind: 'opaque', node: property.value }, path: [] }]
    return refsAt(refsOf(property.value, region), path.slice(1), region)
  })
}

function heldByList(
  node: TSESTree.ArrayExpression,
  [key, ...path]: readonly Key[],
  region: Region,
  { refsOf, refsAt }: RefAsking,
): readonly Ref[] {
  if (key !== ANY_KEY && !isIndexKey(key!)) return []
  const spread = node.elements.findIndex((element) => element?.type === 'SpreadElement')
  const isPlaced = key !== ANY_KEY && (spread < 0 || Number(key) < spread)
  const elements = isPlaced ? [node.elements[Number(key)] ?? null] : node.elements
  return elements.flatMap((element) => {
    if (!element) return []
    if (element.type !== 'SpreadElement') return refsAt(refsOf(element, region), path, region)
    return refsAt(refsOf(element.argument, region), [ANY_KEY, ...path], region)
  })
}

function keyName(property: TSESTree.Property): Key {
  if (property.key.type === 'Identifier' && !property.computed) return property.key.name
  return property.key.type === 'Literal' ? String(property.key.value) : ANY_KEY
}
