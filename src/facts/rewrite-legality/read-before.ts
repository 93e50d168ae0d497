import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** Whether code of the function that always runs before has read a property of the same name, and has not thrown. */
export function isReadBefore(name: TSESTree.Identifier, parsed: Parsed): boolean {
  const variable = variableOf(name, parsed)
  if (!variable || !isNeverReassigned(variable)) return false
  let owner: Node = name
  while (owner.parent && !isFunction(owner)) owner = owner.parent
  let found = false
  walk(owner, parsed, (node) => {
    if (found || node.range[0] >= name.range[0] || (isFunction(node) && node !== owner)) return 'skip'
    if (node.type !== 'MemberExpression' || node.optional || node.object.type !== 'Identifier') return
    found = node.object !== name && variableOf(node.object, parsed) === variable && alwaysRuns(node, name)
  })
  return found
}

/** Whether reaching `later` means that `earlier` has been evaluated. */
function alwaysRuns(earlier: Node, later: Node): boolean {
  for (let child = earlier, node = earlier.parent; node; child = node, node = node.parent) {
    if (isWithin(later, node)) return !MAY_LEAVE_OUT.has(node.type) || isHead(child, node)
    if (MAY_LEAVE_OUT.has(node.type) && !isHead(child, node)) return false
  }
  return false
}

/** What is evaluated whichever way is taken then. */
function isHead(child: Node, node: Node): boolean {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return node.test === child
    case 'LogicalExpression':
      return node.left === child
    case 'SwitchStatement':
      return node.discriminant === child
    case 'ForOfStatement':
    case 'ForInStatement':
      return node.right === child
    default:
      return false
  }
}

const MAY_LEAVE_OUT = new Set([
  'IfStatement',
  'ConditionalExpression',
  'LogicalExpression',
  'SwitchStatement',
  'SwitchCase',
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
  'TryStatement',
  'CatchClause',
  'ChainExpression',
  'AssignmentPattern',
])
