import { isPromiseCombinator } from '../facts/loops/fan-out.ts'
import type { AwaitStep } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { hasCommentBetween } from './source-text.ts'

/** One promise of a list, and what takes its value. */
export interface ListedPromise {
  readonly operand: Node
  readonly pattern: Node | null
}

/**
 * The promises of a list that is awaited together already, so that they can stand in a longer one:
 *
 *     const [a, b] = await Promise.all([f(), g()])
 *     const c = await h()                              ->   const [a, b, c] = await Promise.all([f(), g(), h()])
 *
 * Null for every other step.
 */
export function spreadList(step: AwaitStep, parsed: Parsed): readonly ListedPromise[] | null {
  const { operation, target, value, wait, node } = step
  if (target.kind !== 'declared' || target.pattern.type !== 'ArrayPattern' || value !== wait) return null
  if (operation.type !== 'CallExpression' || !isAll(operation.callee, parsed) || operation.typeArguments) return null
  const { elements: patterns, typeAnnotation } = target.pattern
  const [list, ...others] = operation.arguments
  if (typeAnnotation || list?.type !== 'ArrayExpression' || others.length > 0) return null
  const isOdd = patterns.length > list.elements.length || patterns.some((pattern) => pattern?.type === 'RestElement')
  if (isOdd || hasCommentBetween(...node.range, parsed)) return null
  const operands = list.elements.filter((element) => element !== null && element.type !== 'SpreadElement')
  if (operands.length < list.elements.length) return null
  return operands.map((operand, at) => ({ operand, pattern: patterns[at] ?? null }))
}

function isAll(callee: Node, parsed: Parsed): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false
  return callee.property.name === 'all' && isPromiseCombinator(callee, parsed)
}
