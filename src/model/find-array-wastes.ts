import type { Reference } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { ArrayWaste } from './array-waste.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'
import { rangeOf } from './range-array.ts'

/** Arrays and objects of the file that are made anew for nothing, in source order. */
export function findArrayWastes(parsed: Parsed): readonly ArrayWaste[] {
  const found: ArrayWaste[] = []
  for (const node of formNodes(parsed)) {
    const waste = wasteAt(node, parsed)
    if (waste) found.push(waste)
  }
  return found
}

function wasteAt(node: Node, parsed: Parsed): ArrayWaste | null {
  switch (node.type) {
    case 'AssignmentExpression':
      return spreadInLoop(node, parsed)
    case 'CallExpression':
      return spreadInReduce(node)
    case 'ForOfStatement':
      return rangeOf(node)
    default:
      return null
  }
}

/** all = [...all, x], as a statement in a loop that `all` is declared outside of. */
function spreadInLoop(node: TSESTree.AssignmentExpression, parsed: Parsed): ArrayWaste | null {
  const { left: name, right } = node
  if (node.operator !== '=' || name.type !== 'Identifier' || right.type !== 'ArrayExpression') return null
  if (node.parent.type !== 'ExpressionStatement') return null
  const [first, ...added] = right.elements
  if (!isSpreadOf(first, name.name) || added.length === 0 || added.includes(null)) return null
  const declarator = declaratorOf(name, parsed)
  const loop = declarator && outermostLoop(node, declarator)
  const elements = added as (TSESTree.Expression | TSESTree.SpreadElement)[]
  return loop ? { kind: 'spread-in-loop', node, name, added: elements, loop, declarator, owner: ownerOf(node) } : null
}

function isSpreadOf(element: Node | null | undefined, name: string): boolean {
  return element?.type === 'SpreadElement' && element.argument.type === 'Identifier' && element.argument.name === name
}

/** `let all = ...` of the name. */
function declaratorOf(name: TSESTree.Identifier, parsed: Parsed): TSESTree.VariableDeclarator | null {
  const reference = referenceAt(name, parsed)
  const node = reference?.resolved?.defs.length === 1 ? reference.resolved.defs[0]!.node : null
  return node?.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node : null
}

const references = new WeakMap<Parsed['ast'], ReadonlyMap<Node, Reference>>()

function referenceAt(name: TSESTree.Identifier, { ast, scopes }: Parsed): Reference | undefined {
  let byName = references.get(ast)
  if (!byName) {
    byName = new Map(scopes.scopes.flatMap((scope) => scope.references.map((one) => [one.identifier, one] as const)))
    references.set(ast, byName)
  }
  return byName.get(name)
}

/** The outermost loop around the node that the declaration is outside of, in the same function. */
function outermostLoop(node: Node, declarator: Node): Node | null {
  let loop: Node | null = null
  for (let around = node.parent; around && !isFunction(around); around = around.parent) {
    if (around.range[0] <= declarator.range[0] && around.range[1] >= declarator.range[1]) return loop
    if (isLoopStatement(around)) loop = around
  }
  return null
}

/** xs.reduce((all, x) => [...all, f(x)], []) */
function spreadInReduce(node: TSESTree.CallExpression): ArrayWaste | null {
  const { callee } = node
  const [callback, start] = node.arguments
  if (callee.type !== 'MemberExpression' || callee.computed || callee.optional || node.arguments.length !== 2) return null
  if (callee.property.type !== 'Identifier' || callee.property.name !== 'reduce') return null
  if (callback?.type !== 'ArrowFunctionExpression' || callback.async || !start) return null
  const [all] = callback.params
  const { body } = callback
  if (all?.type !== 'Identifier') return null
  const isArray = body.type === 'ArrayExpression' && isEmpty(start, 'ArrayExpression')
  const isObject = body.type === 'ObjectExpression' && isEmpty(start, 'ObjectExpression')
  if (!isArray && !isObject) return null
  const [first, ...rest] = body.type === 'ArrayExpression' ? body.elements : (body as TSESTree.ObjectExpression).properties
  if (!isSpreadOf(first, all.name) || rest.length === 0) return null
  const kind = isArray ? 'reduce-array' : 'reduce-object'
  const literal = body as TSESTree.ArrayExpression | TSESTree.ObjectExpression
  return { kind, node, source: callee.object, callback, literal, owner: ownerOf(node) }
}

/** `[]`, `[] as string[]`, `{}` */
function isEmpty(node: Node, type: 'ArrayExpression' | 'ObjectExpression'): boolean {
  const inner = node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion' ? node.expression : node
  if (inner.type !== type) return false
  return inner.type === 'ArrayExpression' ? inner.elements.length === 0 : (inner as TSESTree.ObjectExpression).properties.length === 0
}
