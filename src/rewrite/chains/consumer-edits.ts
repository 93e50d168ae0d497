import type { TSESTree } from '@typescript-eslint/utils'
import type { Chain, Consumer } from '../../model/chain.ts'
import { outermostOf } from '../../model/wrappers.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { tokenBefore } from '../source-text.ts'
import type { EditList } from '../edit-list.ts'
import { rangeInParentheses } from '../source-text.ts'
import { moveSource } from './moved-stages.ts'
import type { Method } from './predicate-text.ts'

/**
 * Puts one call of `method` in the place of the stages and their consumer; `callback` is its argument, null where that
 * of the one stage stays as it is. False where the text cannot be edited so.
 */
export function consumerEdits(
  list: EditList,
  chain: Chain,
  method: Method,
  callback: string | null,
  parsed: Parsed,
): boolean {
  const { stages, consumer } = chain
  const isCall = isMethod(consumer)
  const last = stages.at(-1)!
  const call = isCall ? consumer.node : last.node
  const callee = isCall ? (consumer.node.callee as TSESTree.MemberExpression) : last.callee
  const first = stages[0]!
  const isOptionalLater = stages.some((stage, index) => stage.node.optional || (index > 0 && stage.callee.optional))
  if (isOptionalLater || call.optional) return false
  const isMoved = isCall && chain.held !== null
  const isOptional = first.callee.optional || callee.optional
  if (isMoved && (callback === null || isOptional || !moveSource(list, chain, parsed))) return false
  if (call.typeArguments && (callback !== null || method !== 'find')) return false
  if (callback !== null) {
    const [, sourceEnd] = rangeInParentheses(first.callee.object, parsed)
    const [, objectEnd] = rangeInParentheses(callee.object, parsed)
    const dot = tokenBefore(callee.property.range[0], parsed)!
    if (!isMoved) list.replace(sourceEnd, objectEnd, '')
    if (first.callee.optional && callee !== first.callee && !callee.optional) list.replace(dot.range[0], dot.range[1], '?.')
    const argument = call.arguments[0]!
    list.replace(...rangeOf(argument), callback)
  }
  const [start, end] = callee.property.range
  if (parsed.text.slice(start, end) !== method) list.replace(start, end, method)
  return isCall || endEdits(list, chain, parsed)
}

function isMethod(consumer: Consumer): consumer is Extract<Consumer, { argument: unknown }> {
  return 'argument' in consumer
}

function rangeOf({ range }: Node): [number, number] {
  return [range[0], range[1]]
}

/** What is taken off around the last stage: `[0]`, `.length > 0`, the brackets of `[first]`. */
function endEdits(list: EditList, { stages, consumer, held }: Chain, parsed: Parsed): boolean {
  const array = held ? (held.use as Node) : stages.at(-1)!.node
  if (held && 'typeAnnotation' in held.declarator.id && held.declarator.id.typeAnnotation) return false
  if (consumer.kind === 'first' && consumer.node.type === 'ArrayPattern') return unwrapPattern(list, consumer.node, parsed)
  const [innerStart, innerEnd] = rangeInParentheses(outermostOf(array), parsed)
  const [start, end] = consumer.node.range
  const not = consumer.kind === 'emptiness' && consumer.whenEmpty ? '!' : ''
  if (innerStart > start || not) list.replace(start, innerStart, not)
  list.replace(innerEnd, end, '')
  return true
}

/** `const [first] = xs.filter(f)`   ->   `const first = xs.find(f)` */
function unwrapPattern(list: EditList, pattern: TSESTree.ArrayPattern, parsed: Parsed): boolean {
  const element = pattern.elements[0]!
  if (element.type !== 'Identifier' || pattern.typeAnnotation) return false
  list.replace(pattern.range[0], pattern.range[1], parsed.text.slice(...element.range))
  return true
}
