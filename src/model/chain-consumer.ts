import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../parse/node-types.ts'
import type { Consumer } from './chain.ts'
import { outermostOf } from './wrappers.ts'

/** What takes a part of the array that `node` is; null where it is wanted as a whole, or handed on. */
export function consumerOf(node: Node): Consumer | null {
  const array = outermostOf(node)
  const { parent } = array
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === array ? consumerAt(parent) : null
    case 'VariableDeclarator':
      return parent.init === array && parent.id.type === 'ArrayPattern' ? firstOfPattern(parent.id) : null
    case 'ForOfStatement':
      return parent.right === array && !parent.await ? { kind: endsEarly(parent) ? 'loop' : 'walk', node: parent } : null
    default:
      return null
  }
}

function consumerAt(member: TSESTree.MemberExpression): Consumer | null {
  if (member.computed) {
    return isNumber(member.property, 0) && isRead(member) ? { kind: 'first', node: member, mayLackElement: false } : null
  }
  if (member.property.type !== 'Identifier') return null
  const { name } = member.property
  if (name === 'length') return isRead(member) ? emptinessOrCount(member) : null
  const call = member.parent
  return call.type === 'CallExpression' && call.callee === member ? consumingCall(call, name) : null
}

function consumingCall(node: TSESTree.CallExpression, name: string): Consumer | null {
  const [first, second] = node.arguments
  if (first?.type === 'SpreadElement') return null
  switch (name) {
    case 'some':
    case 'every':
    case 'find':
    case 'includes':
      return first && !second ? { kind: name, node, argument: first } : null
    case 'at':
      return first && isNumber(first, 0) ? { kind: 'first', node, mayLackElement: true } : null
    case 'shift':
      return first ? null : { kind: 'first', node, mayLackElement: true }
    case 'slice':
      return first && isNumber(first, 0) ? prefixOf(node, second) : null
    default:
      return null
  }
}

function prefixOf(node: TSESTree.CallExpression, end: Node | undefined): Consumer | null {
  const count = end?.type === 'Literal' && typeof end.value === 'number' ? end.value : 0
  return Number.isInteger(count) && count > 0 ? { kind: 'prefix', node, count } : null
}

/** const [first] = xs.filter(f) */
function firstOfPattern(pattern: TSESTree.ArrayPattern): Consumer | null {
  const [element] = pattern.elements
  if (pattern.elements.length !== 1 || !element || element.type === 'RestElement') return null
  return { kind: 'first', node: pattern, mayLackElement: element.type === 'AssignmentPattern' }
}

function emptinessOrCount(member: TSESTree.MemberExpression): Consumer {
  const outer = outermostOf(member) as TSESTree.Expression
  const { parent } = outer
  if (parent?.type === 'BinaryExpression') {
    const whenEmpty = comparedToEmpty(parent, outer)
    if (whenEmpty !== null) return { kind: 'emptiness', node: parent, whenEmpty }
  }
  if (parent?.type === 'UnaryExpression' && parent.operator === '!') {
    return { kind: 'emptiness', node: parent, whenEmpty: true }
  }
  return isTested(outer) ? { kind: 'emptiness', node: outer, whenEmpty: false } : { kind: 'count', node: member }
}

/** What the comparison of a length is where it is 0; null for a comparison with another number. */
function comparedToEmpty({ operator, left, right }: TSESTree.BinaryExpression, length: Node): boolean | null {
  const [other, isTurned] = right === length ? [left, true] : [right, false]
  const turned = (isTurned && TURNED[operator]) || operator
  if (isNumber(other, 0)) return COMPARED_TO_0[turned] ?? null
  return isNumber(other, 1) ? (COMPARED_TO_1[turned] ?? null) : null
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' }
const COMPARED_TO_0: Readonly<Record<string, boolean>> = {
  '>': false,
  '!==': false,
  '!=': false,
  '===': true,
  '==': true,
  '<=': true,
}
const COMPARED_TO_1: Readonly<Record<string, boolean>> = { '>=': false, '<': true }

/** Whether only the truth of the value counts. */
function isTested(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ConditionalExpression':
      return parent.test === node
    case 'LogicalExpression':
      return parent.operator !== '??' && isTested(parent)
    case 'UnaryExpression':
      return parent.operator === '!'
    default:
      return false
  }
}

/** Not written, deleted or called. */
function isRead(member: TSESTree.MemberExpression): boolean {
  const outer = outermostOf(member)
  const { parent } = outer
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.right === outer
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return parent.type === 'CallExpression' && parent.callee !== outer
    case 'UpdateExpression':
      return false
    case 'UnaryExpression':
      return parent.operator !== 'delete'
    default:
      return true
  }
}

/** Whether the loop is left by a `break` or `return` of its own. */
function endsEarly(loop: TSESTree.ForOfStatement): boolean {
  const label = loop.parent.type === 'LabeledStatement' ? loop.parent.label.name : null
  const rest: { node: Node; isInner: boolean }[] = [{ node: loop.body, isInner: false }]
  for (let item = rest.pop(); item; item = rest.pop()) {
    const { node, isInner } = item
    if (node.type === 'ReturnStatement') return true
    if (node.type === 'BreakStatement' && (node.label ? node.label.name === label : !isInner)) return true
    const isBreakTarget = isLoopStatement(node) || node.type === 'SwitchStatement'
    for (const inner of statementsIn(node)) rest.push({ node: inner, isInner: isInner || isBreakTarget })
  }
  return false
}

function statementsIn(node: Node): readonly Node[] {
  if (isFunction(node)) return []
  switch (node.type) {
    case 'BlockStatement':
      return node.body
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent]
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent)
    case 'TryStatement':
      return [node.block, node.handler?.body, node.finalizer].filter((part) => part !== null && part !== undefined)
    case 'LabeledStatement':
      return [node.body]
    default:
      return isLoopStatement(node) ? [node.body] : []
  }
}

function isNumber(node: Node, value: number): boolean {
  return node.type === 'Literal' && node.value === value
}
