import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { isOfFile } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isClass } from '../callees/class-node.ts'
import { definingVariable } from '../callees/imported-node.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isPlainKind } from '../values/is-plain-kind.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { keyOfAccess } from './access-key.ts'
import type { AssignedValue } from './assigned-values.ts'
import { assignedValues } from './assigned-values.ts'
import { distinctRefs } from './distinct.ts'
import { resultOfCall } from './held-by-call.ts'
import { memberRefs, ownEntry } from './member-refs.ts'
import { pathToName } from './pattern-path.ts'
import { givesNew } from './new-result.ts'
import type { Key, Ref } from './place.ts'
import { ANY_KEY, extendRef } from './place.ts'
import { answersIn, fewRefs, memberIn, opaque } from './ref-answers.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'
import { boundThis, isLocal, regionAt } from './region.ts'
import { settledWith } from './settled-with.ts'

/**
 * Which objects an expression may be. Aliases within the file's bindings are followed: after `const l = this.items`
 * the refs of `l` are those of `this.items`. What a call gives that is not known is `opaque`.
 */
export function refsOf(expression: Node, region: Region): readonly Ref[] {
  const node = plainExpression(expression)
  return answersIn(region).ask(node, () => fewRefs(possibleRefs(node, region), node))
}

function possibleRefs(node: Node, region: Region): readonly Ref[] {
  const next = (inner: Node): readonly Ref[] => refsOf(inner, region)
  switch (node.type) {
    case 'Identifier':
      return refsOfName(node, region)
    case 'ThisExpression':
    case 'Super':
      return boundThis(node, region) ?? [{ root: { kind: 'this' }, path: [] }]
    case 'MemberExpression':
      return ownEntry(node, region, next) ?? refsAt(next(node.object), [keyOfAccess(node)], region)
    case 'AwaitExpression':
      return next(node.argument)
    case 'AssignmentExpression':
      return next(node.right)
    case 'SequenceExpression':
      return next(node.expressions.at(-1)!)
    case 'ConditionalExpression':
      return [...next(node.consequent), ...next(node.alternate)]
    case 'LogicalExpression':
      return [...next(node.left), ...next(node.right)]
    case 'CallExpression':
      return refsOfCall(node, region)
    case 'NewExpression':
      return refsOfNew(node, region)
    case 'YieldExpression':
    case 'TaggedTemplateExpression':
    case 'ImportExpression':
      return [opaque(node)]
    default:
      return [{ root: { kind: 'fresh', node }, path: [] }]
  }
}

/**
 * The properties that a member expression reads or writes, `b` of the objects that `a` may be in `a.b`; not what
 * they hold.
 */
export function slotsOf(node: TSESTree.MemberExpression, region: Region): readonly Ref[] {
  return refsOf(node.object, region).map((ref) => extendRef(ref, [keyOfAccess(node)]))
}

/** What is reached from the objects by properties; through literals of the region it is what they were given. */
export function refsAt(refs: readonly Ref[], path: readonly Key[], region: Region): readonly Ref[] {
  return path.reduce((all, key) => distinctRefs(all.flatMap((ref) => refsOfMember(ref, key, region))), refs)
}

function refsOfMember(ref: Ref, key: Key, region: Region): readonly Ref[] {
  if (ref.root.kind !== 'fresh' && ref.root.kind !== 'variable') return [extendRef(ref, [key])]
  const member = memberIn(region, ref, key)
  return answersIn(region).ask(member, () => fewRefs(memberRefs(ref, key, region, ASKING), member.node))
}

/** For those that the answers rest upon. */
export const ASKING: RefAsking = {
  refsOf: (node, region) => refsOf(node, isForeign(node, region) ? regionAt(node, region) : region),
  refsAt,
  refsOfVariable,
}

/** Objects that a variable may hold, seen from the region. */
export function refsOfVariable(named: Variable, region: Region): readonly Ref[] {
  const variable = definingVariable(named, region.parsed)
  const bound = region.bound.get(variable)
  if (bound) return bound
  if (region.elements.has(variable)) {
    const path = pathToName(variable) ?? [ANY_KEY]
    return [{ root: { kind: 'element' }, path: isAssigned(variable) ? [...path, ANY_KEY] : path }]
  }
  const values = assignedValues(variable)
  const self: Ref = { root: { kind: 'variable', variable }, path: [] }
  if (!values || isForeign(variable.identifiers[0], region)) return [self]
  return answersIn(region).ask(variable, () => refsOfValues(values, self, variable, region))
}

function refsOfValues(values: readonly AssignedValue[], self: Ref, variable: Variable, region: Region): readonly Ref[] {
  const refs = distinctRefs(values.flatMap(({ node, path }) => refsAt(refsOf(node, region), path, region)))
  if (isLocal(variable, region)) return refs
  // What an outer variable holds is one object through all turns, wherever it was made.
  const outer = refs.filter((ref) => ref.root.kind !== 'fresh' && ref.root.kind !== 'opaque')
  const isOneOfMany = outer.length < refs.length || outer.length === 0
  const isOtherThis = hasOwnThis(region) && outer.some(({ root }) => root.kind === 'this')
  return isOneOfMany || isOtherThis ? [...outer, self] : outer
}

const assigned = new WeakMap<Variable, boolean>()

/** `for (let x of xs) { x = clean(x); ... }`: the name holds something made from the element. */
function isAssigned(variable: Variable): boolean {
  const known = assigned.get(variable)
  if (known !== undefined) return known
  const found = variable.references.some(({ identifier }) => {
    const { parent } = identifier
    return parent?.type === 'AssignmentExpression' && parent.left === identifier
  })
  assigned.set(variable, found)
  return found
}

/** `const self = this`: seen from a method of another object, `this` is not that `self`. */
function hasOwnThis({ node }: Region): boolean {
  return node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration' || isClass(node)
}

function refsOfName(node: TSESTree.Identifier, region: Region): readonly Ref[] {
  const variable = variableOf(node, region.parsed)
  if (!variable || variable.defs.length === 0) {
    return [{ root: node.name === 'undefined' ? { kind: 'fresh', node } : { kind: 'global', name: node.name }, path: [] }]
  }
  return refsOfVariable(variable, region)
}

/** The result of a call that is part of its receiver or an argument (`map.get(k)`, `xs.at(0)`), new, or unknown. */
function refsOfCall(node: TSESTree.CallExpression, region: Region): readonly Ref[] {
  const known = lookUpCall(node, region.parsed, region.knownCalls)
  if (!known) return [givesNew(node, region) ? { root: { kind: 'fresh', node }, path: [] } : opaque(node)]
  if (known.row.fresh || isPlainKind(known.row.returns)) return [{ root: { kind: 'fresh', node }, path: [] }]
  const held = resultOfCall(node, known, region, ASKING)
  return held.length > 0 ? held : [opaque(node)]
}

/** A new object, but for a promise, which is what it is settled with. */
function refsOfNew(node: TSESTree.NewExpression, region: Region): readonly Ref[] {
  return settledWith(node, region, ASKING) ?? [{ root: { kind: 'fresh', node }, path: [] }]
}

/** Of another file than the region. */
function isForeign(node: Node | undefined, { parsed }: Region): boolean {
  return node !== undefined && !isOfFile(node, parsed)
}
