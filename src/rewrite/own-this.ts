import type { FunctionNode } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'

/** Whether a function uses what only functions of its kind have: `this`, `arguments`, `new.target`, its own name. */
export function isOwnThis(callback: FunctionNode, parsed: Parsed): boolean {
  if (callback.type === 'ArrowFunctionExpression') return false
  let found = callback.type === 'FunctionExpression' && callback.id !== null
  walk(callback.body!, parsed, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return 'skip'
    if (node.type === 'ThisExpression' || node.type === 'MetaProperty') found = true
    if (node.type === 'Identifier' && node.name === 'arguments') found = true
  })
  return found
}
