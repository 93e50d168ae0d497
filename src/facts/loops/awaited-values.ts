import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** Which values of a turn come from what it awaits. */
export interface AwaitedValues {
  /** Whether the node awaits, or reads a variable whose value stems from an awaited one. */
  has(node: Node): boolean
  readonly variables: ReadonlySet<Variable>
}

/**
 * Follows awaited values through the assignments of the turn: `const r = await f(x); const ok = r.ok` taints `r`
 * and `ok`.
 */
export function awaitedValuesOf(loop: AwaitLoop, parsed: Parsed): AwaitedValues {
  const variables = new Set<Variable>()
  const has = (node: Node): boolean => mentions(node, variables, parsed)
  const flows: { from: Node; to: Node }[] = []
  walk(loop.body, parsed, (node) => {
    if (isFunction(node)) return 'skip'
    const flow = flowOf(node) ?? flowIntoReceiver(node, loop, parsed)
    if (flow) flows.push(flow)
    if (node.type === 'AssignmentExpression') flows.push(...flowsByChoice(node, loop))
  })
  // Each round drops the flows that are done; a value mostly flows downwards, or to the top of a turn.
  for (let rest = flows, before = -1; rest.length !== before; ) {
    before = rest.length
    rest = rest.filter(({ from, to }) => !has(from) || !namesIn(to, parsed).every((name) => variables.add(name)))
    rest.reverse()
  }
  return { has, variables }
}

/** What flows where: an initialised declaration, an assignment, a loop's head. */
function flowOf(node: Node): { from: Node; to: Node } | null {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.init && { from: node.init, to: node.id }
    case 'AssignmentExpression':
      return { from: node.right, to: node.left }
    case 'ForOfStatement':
      return { from: node.await ? node : node.right, to: node.left }
    case 'ForInStatement':
      return { from: node.right, to: node.left }
    default:
      return null
  }
}

/** `if (await exists(path)) found = path`: what is assigned tells how the test came out. */
function flowsByChoice(assignment: TSESTree.AssignmentExpression, loop: AwaitLoop): { from: Node; to: Node }[] {
  const flows: { from: Node; to: Node }[] = []
  for (let child: Node = assignment; child !== loop.body && child.parent; child = child.parent) {
    const node: Node = child.parent
    const test: Node | null = node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test : null
    if (test && test !== child) flows.push({ from: test, to: assignment.left })
  }
  return flows
}

/** `model.add(data)`: an object of the turn holds what it is given. */
function flowIntoReceiver(node: Node, loop: AwaitLoop, parsed: Parsed): { from: Node; to: Node } | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  const { object } = node.callee
  const variable = object.type === 'Identifier' ? variableOf(object, parsed) : null
  const name = variable?.identifiers[0]
  return name && isWithin(name, loop.body) ? { from: node, to: object } : null
}

/** The variables that a pattern gives values to, and those that it asks on the way. */
export function namesIn(pattern: Node, parsed: Parsed): Variable[] {
  const names: Variable[] = []
  walk(pattern, parsed, (node) => {
    if (node.type === 'MemberExpression') return 'skip'
    const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
    if (variable) names.push(variable)
  })
  return names
}

function mentions(root: Node, variables: ReadonlySet<Variable>, parsed: Parsed): boolean {
  let found = false
  walk(root, parsed, (node) => {
    if (found) return 'skip'
    if (isFunction(node)) {
      found = readsFree(node, variables, parsed)
      return 'skip'
    }
    if (node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await)) found = true
    else if (node.type === 'Identifier') {
      const variable = variableOf(node, parsed)
      found = variable !== null && variables.has(variable)
    }
  })
  return found
}

/** A closure carries the awaited values that it reads; its own awaits are not the turn's. */
function readsFree(closure: Node, variables: ReadonlySet<Variable>, parsed: Parsed): boolean {
  let found = false
  walk(closure, parsed, (node) => {
    if (found) return 'skip'
    const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
    found = variable !== null && variables.has(variable)
  })
  return found
}
