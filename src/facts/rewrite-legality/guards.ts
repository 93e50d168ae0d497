import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import type { AccessPath } from './access-path.ts'
import { accessPathOf } from './access-path.ts'

/** A loop or a statement, and the function that it belongs to. */
export type Place = Pick<AwaitLoop, 'owner'> & { readonly node: Node }

/** Paths about which code of the same function has found something out that still holds at the place. */
export function guardsBefore(place: Place, parsed: Parsed): readonly AccessPath[] {
  return guardsIn(place.owner, place, parsed).filter(({ node }) => node.range[0] < place.node.range[0])
}

/** Paths in `root` whose use there narrows them at the place, or in the rest of the turn. */
export function guardsIn(root: Node, place: Pick<Place, 'node'>, parsed: Parsed): readonly AccessPath[] {
  const guards: AccessPath[] = []
  walk(root, parsed, (node) => {
    if (isFunction(node) && node !== root) return 'skip'
    const path = accessPathOf(node, parsed)
    if (path && narrows(node, place.node)) guards.push(path)
    return undefined
  })
  return guards
}

/** Whether the use of a path at `node` narrows it for code at `place`. */
function narrows(node: Node, place: Node): boolean {
  if (isAssigned(node)) return true
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'IfStatement':
        return parent.test === child && (isWithin(place, parent) || leavesByBranch(parent))
      case 'WhileStatement':
      case 'ForStatement':
      case 'ConditionalExpression':
        if (parent.test === child) return isWithin(place, parent) || parent.type !== 'ConditionalExpression'
        break
      case 'SwitchStatement':
        return parent.discriminant === child
      case 'VariableDeclarator':
        return isCondition(child)
      case 'ExpressionStatement':
        return isAssertion(child, node)
    }
    if (isFunction(parent) || parent.type.endsWith('Statement')) return false
  }
  return false
}

/** Whether the use gives the path a value. */
export function isAssigned(node: Node): boolean {
  const { parent } = node
  if (parent?.type === 'AssignmentExpression') return parent.left === node
  return parent?.type === 'UpdateExpression' || parent?.type === 'ArrayPattern' || isPatternValue(node)
}

function isPatternValue({ parent }: Node): boolean {
  return parent?.type === 'Property' && parent.parent.type === 'ObjectPattern' && !isDeclared(parent.parent)
}

function isDeclared(pattern: Node): boolean {
  let node: Node | undefined = pattern
  while (node && /Pattern|Property|Rest/.test(node.type)) node = node.parent
  return node?.type !== 'AssignmentExpression'
}

/** const known = options.url !== undefined */
function isCondition(init: Node): boolean {
  if (init.type === 'UnaryExpression') return init.operator === '!'
  if (init.type === 'LogicalExpression') return isCondition(init.left) || isCondition(init.right)
  return init.type === 'BinaryExpression' && /^([!=]==?|in|instanceof)$/.test(init.operator)
}

/** `assert(options.url)`; what waits or prints asserts nothing. */
function isAssertion(expression: Node, path: Node): boolean {
  if (expression.type !== 'CallExpression' || isConsole(expression.callee)) return false
  return expression.arguments.some(
    (argument) => isWithin(path, argument) && (argument === path || isCondition(argument)),
  )
}

function isConsole(callee: Node): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'console'
}

/** Whether the function goes on only past one of the branches. */
function leavesByBranch({ test, consequent, alternate }: TSESTree.IfStatement): boolean {
  if (alwaysLeaves(consequent) || (alternate !== null && alwaysLeaves(alternate))) return true
  // if (!options.url) fail(): `fail` may be declared to return `never`.
  return isNegative(test) && lastOf(consequent)?.type === 'ExpressionStatement'
}

function alwaysLeaves(branch: Node): boolean {
  const last = lastOf(branch)
  if (last?.type === 'IfStatement')
    return alwaysLeaves(last.consequent) || (last.alternate !== null && alwaysLeaves(last.alternate))
  return last !== undefined && LEAVING.has(last.type)
}

const LEAVING = new Set(['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'])

function lastOf(branch: Node): Node | undefined {
  return branch.type === 'BlockStatement' ? branch.body.at(-1) : branch
}

function isNegative(test: Node): boolean {
  if (test.type === 'LogicalExpression') return isNegative(test.left) || isNegative(test.right)
  return test.type === 'UnaryExpression' || (test.type === 'BinaryExpression' && /^[!=]==?$/.test(test.operator))
}
