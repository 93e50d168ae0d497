import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { splitName } from '../signs/name-signs.ts'

const UNDO_WORDS = new Set([
  'rollback',
  'abort',
  'revert',
  'undo',
  'cleanup',
  'restore',
  'unlock',
  'compensate',
  'rethrow',
])

/** The call in a `catch` or `finally` around the loop by which the function takes back what the turns did. */
export function rollbackOf(loop: AwaitLoop, parsed: Parsed): TSESTree.CallExpression | null {
  for (
    let child: Node = loop.node, node: Node | undefined = child.parent;
    node && !isFunction(node);
    child = node, node = node.parent
  ) {
    if (node.type !== 'TryStatement' || node.block !== child) continue
    for (const part of [node.handler, node.finalizer]) {
      const call = part && undoCallIn(part, parsed)
      if (call) return call
    }
  }
  return null
}

function undoCallIn(part: Node, parsed: Parsed): TSESTree.CallExpression | null {
  let found: TSESTree.CallExpression | null = null
  walk(part, parsed, (node) => {
    if (found) return 'skip'
    if (node.type !== 'CallExpression') return
    const callee = plainExpression(node.callee)
    const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property : callee
    if (name.type === 'Identifier' && splitName(name.name).some((word) => UNDO_WORDS.has(word))) found = node
  })
  return found
}
