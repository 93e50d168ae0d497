import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { givenToField } from '../callees/given-to-field.ts'
import { findClass } from '../callees/value-of-name.ts'
import type { KnownCall } from '../known-calls/find-call.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { fieldValues } from '../values/class-members.ts'
import { sameRefs } from './distinct.ts'
import type { Key, Ref } from './place.ts'
import { ANY_KEY, elementsOf, extendRef } from './place.ts'
import type { Region } from './region.ts'

/** Literals that spread one another. */
const DEEPEST = 4

type Next = (inner: Node) => readonly Ref[]

/** `.key` of an object; of one that was made in sight (a literal, `new C(list)`), what it was given there. */
export function memberRefs(ref: Ref, key: Key, region: Region, next: Next, depth = 0): readonly Ref[] {
  const { root } = ref
  const self = extendRef(ref, [key])
  if (ref.path.length > 0 || depth > DEEPEST) return [self]
  if (root.kind === 'fresh') return heldByNew(root.node, key, region, next, depth) ?? [self]
  const made = root.kind === 'variable' ? madeFor(root.variable) : null
  return made ? [self, ...(heldByNew(made, key, region, next, depth) ?? []).filter(isHeldElsewhere)] : [self]
}

/** `files[name]` where the turns walk `files` by `name`: as good as an element. */
export function ownEntry(node: TSESTree.MemberExpression, region: Region, next: Next): readonly Ref[] | null {
  const { keyed, parsed } = region
  if (!keyed?.key || !node.computed || variableOf(node.property, parsed) !== keyed.key) return null
  const refs = next(node.object)
  const isOther = refs.some(({ root }) => root.kind === 'fresh' || root.kind === 'opaque')
  return isOther || !sameRefs(refs, next(keyed.object)) ? null : [{ root: { kind: 'element' }, path: keyed.path }]
}

/** Objects that may be in the result of a known call: elements of the receiver, parts of an argument. */
export function heldBy(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  known: KnownCall,
  next: Next,
): readonly Ref[] {
  return (known.row.holds ?? []).flatMap((where) => {
    const holder = where === 'receiver' ? known.receiver : node.arguments[where]
    return holder ? elementsOf(next(holder.type === 'SpreadElement' ? holder.argument : holder)) : []
  })
}

/** `const sink = { out }`, `const sink = new Sink(out)`: what the variable holds is reached by two ways. */
function madeFor(variable: Variable): Node | null {
  const init = singleInit(variable)
  const node = init && plainExpression(init)
  return node?.type === 'ObjectExpression' || node?.type === 'ArrayExpression' || node?.type === 'NewExpression'
    ? node
    : null
}

function isHeldElsewhere({ root }: Ref): boolean {
  return root.kind !== 'fresh' && root.kind !== 'opaque'
}

function heldByNew(node: Node, key: Key, region: Region, next: Next, depth: number): readonly Ref[] | null {
  switch (node.type) {
    case 'ObjectExpression':
      return heldByLiteral(node, key, region, next, depth)
    case 'ArrayExpression':
      return node.elements.flatMap((element) => {
        if (!element) return []
        return element.type === 'SpreadElement' ? elementsOf(next(element.argument)) : next(element)
      })
    case 'CallExpression':
    case 'NewExpression': {
      const known = lookUpCall(node, region.parsed, region.knownCalls)
      // What a function puts into the new object that it gives may be held elsewhere.
      if (!known && node.type === 'CallExpression') return [{ root: { kind: 'opaque', node }, path: [key] }]
      const held = known ? heldBy(node, known, next) : heldByInstance(node, key, region, next)
      return held.length > 0 ? held : null
    }
    default:
      return null
  }
}

function heldByLiteral(
  node: TSESTree.ObjectExpression,
  key: Key,
  region: Region,
  next: Next,
  depth: number,
): readonly Ref[] {
  // { ...defaults, to: x } holds x as `to`, whatever the defaults hold.
  const last = node.properties.findLastIndex((one) => one.type === 'Property' && !one.computed && keyName(one) === key)
  return node.properties.slice(Math.max(last, 0)).flatMap((property) => {
    if (property.type === 'SpreadElement') {
      return next(property.argument).flatMap((ref) => memberRefs(ref, key, region, next, depth + 1))
    }
    return keyName(property) === key || key === ANY_KEY || property.computed ? next(property.value) : []
  })
}

/** `new Sink(out)` keeps what it is given; where its class is of this file, in the fields that its constructor sets. */
function heldByInstance(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  key: Key,
  region: Region,
  next: Next,
): readonly Ref[] {
  if (node.type !== 'NewExpression') return []
  const given = givenToField(node, key, region.parsed).flatMap(({ argument, path }) =>
    next(argument).map((ref) => extendRef(ref, path)),
  )
  return [...given, ...heldByClass(node, key, region, next)]
}

/** `class Reader { state = shared }`: what a class puts into each of its objects from outside. */
function heldByClass(node: TSESTree.NewExpression, key: Key, region: Region, next: Next): readonly Ref[] {
  const found = findClass(node.callee, region.parsed)
  const values = found ? fieldValues(found, fileOf(found, region.parsed)).get(key) ?? [] : []
  return values.flatMap((value) => (value ? next(value) : [])).filter(({ root }) => root.kind === 'variable' && !isParameter(root.variable))
}

function isParameter({ defs: [def] }: Variable): boolean {
  return def?.type === 'Parameter'
}

function keyName(property: TSESTree.Property): Key {
  if (property.key.type === 'Identifier' && !property.computed) return property.key.name
  return property.key.type === 'Literal' ? String(property.key.value) : ANY_KEY
}
