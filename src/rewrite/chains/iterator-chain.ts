import { parametersOf } from '../../facts/chains/parameters-of.ts'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import { isArrayByType } from '../../facts/rewrite-legality/arrayness.ts'
import type { Chain, Stage } from '../../model/chain.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { ChainForm } from '../../verdict/chains.ts'
import type { RefusalCode } from '../../verdict/reason-codes.ts'
import type { Draft } from '../drafts.ts'
import { EditList } from '../edit-list.ts'
import type { RewriteOptions } from '../rewrite.ts'
import { rangeInParentheses } from '../source-text.ts'
import { isOptional } from './fused-loop.ts'

/** xs.filter(f).map(g).find(h)   ->   xs.values().filter(f).map(g).find(h) */
export function iteratorChain(form: ChainForm, parsed: Parsed, { target }: RewriteOptions): Draft | RefusalCode {
  const { chain, isArray } = form
  const { stages, consumer, held } = chain
  if (held || isOptional(chain) || !stages.every((stage) => isLazyToo(stage, parsed))) return 'unsupported-form'
  if (!isArray) return 'no-array'
  const list = new EditList()
  if (!takesFromIterator(list, chain, parsed)) return 'unsupported-form'
  if (target !== 'es2025') return 'needs-target'
  list.insert(rangeInParentheses(stages[0]!.callee.object, parsed)[1], '.values()')
  const end = consumer.kind === 'prefix' ? `after ${consumer.count} results` : consumer.kind === 'loop' ? 'with the loop' : 'when the answer is known'
  const late = consumer.kind === 'loop' ? '; a stage that fails does so after earlier turns' : ''
  return { form: 'iterator-pipeline', title: `Use iterator helpers (the chain stops ${end}, so later elements are not examined${late}).`, list }
}

/** Whether an iterator has the method, and gives its callback the same. */
function isLazyToo({ method, node, callback }: Stage, parsed: Parsed): boolean {
  if (!callback || node.arguments.length !== 1) return false
  const seen = parametersOf(callback, parsed)
  if (seen === null || seen > 2) return false
  if (method !== 'flatMap') return true
  const body = plainExpression(callback)
  return isFunction(body) && body.body?.type !== 'BlockStatement' && isArrayByType(body.body as Node, parsed)
}

function takesFromIterator(list: EditList, { consumer }: Chain, parsed: Parsed): boolean {
  const { node } = consumer
  switch (consumer.kind) {
    case 'some':
    case 'every':
    case 'find':
      return (parametersOf(consumer.argument, parsed) ?? 3) <= 2
    case 'loop':
      return true
    case 'first':
      if (node.type === 'ArrayPattern') return true
      list.replace(endOfObject(node, parsed), node.range[1], '.next().value')
      return true
    case 'prefix':
      list.replace(endOfObject(node, parsed), node.range[1], `.take(${consumer.count}).toArray()`)
      return true
    default:
      return false
  }
}

/** Where `[0]`, `.at(0)`, `.slice(0, 3)` begins. */
function endOfObject(node: Node, parsed: Parsed): number {
  const member = node.type === 'CallExpression' ? node.callee : node
  return member.type === 'MemberExpression' ? rangeInParentheses(member.object, parsed)[1] : node.range[0]
}
