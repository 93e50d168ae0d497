import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'

/** xs.forEach(async (x) => ...), or such a `map` whose result is thrown away: nobody waits for the callbacks. */
export interface DroppedCallback {
  readonly node: TSESTree.CallExpression
  readonly callee: TSESTree.MemberExpression
  /** `xs` */
  readonly receiver: TSESTree.Expression
  readonly method: 'forEach' | 'map'
  /** A function, or the name of one. */
  readonly callback: TSESTree.Expression
  readonly owner: FunctionNode | TSESTree.Program
  /** The statement that is nothing but the call: `xs.forEach(f)`, `await xs.forEach(f)`; null for other places. */
  readonly statement: TSESTree.ExpressionStatement | null
}

/** Calls of `forEach` with a function, and calls of `map` of which nothing is used, in source order. */
export function findDroppedCallbacks(parsed: Parsed): readonly DroppedCallback[] {
  const found: DroppedCallback[] = []
  for (const node of formNodes(parsed)) {
    if (node.type !== 'CallExpression' || node.arguments.length === 0) continue
    const { callee } = node
    const [callback] = node.arguments
    if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') continue
    const method = callee.property.name
    if ((method !== 'forEach' && method !== 'map') || !callback || !MAY_BE_CALLBACKS.has(callback.type)) continue
    const statement = statementOf(node)
    if (method === 'map' && !statement) continue
    const receiver = callee.object
    found.push({ node, callee, receiver, method, callback: callback as never, owner: ownerOf(node), statement })
  }
  return found
}

const MAY_BE_CALLBACKS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'Identifier', 'MemberExpression'])

function statementOf(call: Node): TSESTree.ExpressionStatement | null {
  let node: Node | undefined = call.parent
  while (node && (node.type === 'ChainExpression' || node.type === 'AwaitExpression')) node = node.parent
  return node?.type === 'ExpressionStatement' ? node : null
}
