import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

/** The branches before `child` of which none is taken where it is: those of `if (a) { ... } else CHILD`. */
export function branchesBefore(node: Node, child: Node): readonly Node[] {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child === node.alternate ? [node.consequent] : []
    case 'SwitchStatement':
      return child === node.discriminant ? [] : node.cases.slice(0, node.cases.indexOf(child as TSESTree.SwitchCase))
    default:
      return []
  }
}

/** Whether the code between a statement and a later node of the same block, or below it, always leads to the node. */
export function isCertainlyReached(node: Node, statement: Node): boolean {
  let child = node
  for (let parent = node.parent; parent && parent !== statement.parent; parent = parent.parent) {
    if (isChoice(parent, child) || MAY_NOT_RUN.has(parent.type)) return false
    child = parent
  }
  return true
}

/** Whether `child` runs only when `parent` chooses it. */
function isChoice(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test !== child
    case 'LogicalExpression':
      return parent.right === child
    case 'SwitchStatement':
      return parent.discriminant !== child
    case 'TryStatement':
      return parent.handler === child
    case 'CatchClause':
      return true
    default:
      return false
  }
}

const MAY_NOT_RUN = new Set(['ForStatement', 'ForInStatement', 'WhileStatement', 'ForOfStatement', 'ChainExpression'])
