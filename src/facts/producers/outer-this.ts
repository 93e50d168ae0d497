import type { TSESTree } from '@typescript-eslint/utils'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

/** Whether an arrow function uses what it has from the function around: `this`, `super`, `arguments`, `new.target`. */
export function usesOuterThis(node: TSESTree.ArrowFunctionExpression, parsed: Parsed): boolean {
  let found = false
  walk(node, parsed, (one) => {
    if (isFunction(one) && one.type !== 'ArrowFunctionExpression') return 'skip'
    if (one.type === 'ThisExpression' || one.type === 'Super' || one.type === 'MetaProperty') found = true
    if (one.type === 'Identifier' && one.name === 'arguments') found = true
  })
  return found
}
