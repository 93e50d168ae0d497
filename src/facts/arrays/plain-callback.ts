import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/**
 * The callback of `xs.some(f)`, if it is written in place, runs at once and sees no more than its first `most`
 * arguments; null for everything else: names, methods, more parameters, `thisArg`.
 *
 *     xs.some((x) => x > 1)          xs.reduce((sum, x) => sum + x, 0)
 */
export function plainCallback(call: TSESTree.CallExpression, most: number, parsed: Parsed): FunctionNode | null {
  const [first, second] = call.arguments
  const callback = first && plainExpression(first)
  if (!callback || !isFunction(callback) || callback.async || callback.generator) return null
  if (second && !isFold(call)) return null
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return null
  const takesRest = callback.params.some(({ type }) => type === 'RestElement')
  return callback.params.length > most || takesRest || usesArguments(callback, parsed) ? null : callback
}

/** The second argument of these is where the folding begins, of others it is `this`. */
function isFold({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    ['reduce', 'reduceRight'].includes(callee.property.name)
  )
}

/** Whether a function sees all that it is called with; an arrow sees the `arguments` of the function around it. */
function usesArguments(callback: FunctionNode, parsed: Parsed): boolean {
  if (callback.type === 'ArrowFunctionExpression') return false
  let found = false
  walk(callback.body as Node, parsed, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return 'skip'
    if (node.type === 'Identifier' && node.name === 'arguments') found = true
  })
  return found
}
