import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { AwaitLoop } from './await-loop.ts'
import { callbackLoopOf } from './callback-loop.ts'
import { formNodes, hasSuspensions } from './form-nodes.ts'
import { readLoopHead } from './loop-head.ts'
import { readTurn } from './turn.ts'

const cache = new WeakMap<TSESTree.Program, readonly AwaitLoop[]>()

/** Every form of the file whose body runs once a turn and awaits in it, in source order. */
export function findAwaitLoops(parsed: Parsed): readonly AwaitLoop[] {
  const known = cache.get(parsed.ast)
  if (known) return known
  const loops: AwaitLoop[] = []
  for (const node of formNodes(parsed)) {
    const loop = isLoopStatement(node)
      ? statementLoopOf(node, parsed)
      : node.type === 'CallExpression'
        ? callbackLoopOf(node, parsed)
        : null
    if (loop) loops.push(loop)
  }
  cache.set(parsed.ast, loops)
  return loops
}

function statementLoopOf(node: Extract<AwaitLoop['node'], { body: unknown }>, parsed: Parsed): AwaitLoop | null {
  const overSync = node.type === 'ForOfStatement' && node.await
  if (!overSync && !hasSuspensions(node, 1, parsed)) return null
  const turn = readTurn(node, repeatedParts(node), parsed)
  if (turn.awaits.length === 0 && !overSync) return null
  return {
    node,
    body: node.body,
    owner: ownerOf(node),
    label: node.parent.type === 'LabeledStatement' ? node.parent.label.name : null,
    ...readLoopHead(node, parsed),
    ...turn,
  }
}

/** What runs anew each turn: the test and update of `for` and `while` too, the source of `for...of` not. */
function repeatedParts(node: Extract<AwaitLoop['node'], { body: unknown }>): Node[] {
  switch (node.type) {
    case 'ForStatement':
      return [node.test, node.body, node.update].filter((part) => part !== null)
    case 'WhileStatement':
      return [node.test, node.body]
    case 'DoWhileStatement':
      return [node.body, node.test]
    default:
      return [node.body]
  }
}

/**
 * The function whose activation runs `node`, or the program; a class's static block and field count as its own
 * function.
 */
export function ownerOf(node: Node): FunctionNode | TSESTree.Program {
  let current: Node | undefined = node.parent
  while (current && !isFunction(current) && current.type !== 'Program') current = current.parent
  return current as FunctionNode | TSESTree.Program
}
