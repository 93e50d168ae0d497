import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'

/** Whether the two are in branches of which only one is taken: `cond ? await f() : await p`. */
export function areExclusive(one: Node, other: Node): boolean {
  if (!hasChoice(one)) return false
  const branches = new Map<Node, Node>()
  for (let child = one, node = one.parent; node && !isFunction(node); child = node, node = node.parent) {
    branches.set(node, child)
  }
  for (let child = other, node = other.parent; node; child = node, node = node.parent) {
    const branch = branches.get(node)
    if (branch) return branch !== child && isChoice(node, branch) && isChoice(node, child)
  }
  return false
}

const choices = new WeakMap<Node, boolean>()

/** Whether anything around the node, within its function, chooses it. A node is asked about against many others. */
function hasChoice(one: Node): boolean {
  const known = choices.get(one)
  if (known !== undefined) return known
  let found = false
  for (let child = one, node = one.parent; node && !isFunction(node) && !found; child = node, node = node.parent) {
    found = isChoice(node, child)
  }
  choices.set(one, found)
  return found
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
