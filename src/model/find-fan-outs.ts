import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'

/** Promise.all(xs.map(f)), Promise.allSettled(Array.from(xs, f)): a call for each element, all of them at once. */
export interface FanOut {
  /** The call of `Promise.all`; whose `Promise` that is has not been asked. */
  readonly node: TSESTree.CallExpression
  readonly callee: TSESTree.MemberExpression
  readonly combinator: 'all' | 'allSettled'
  /** `xs.map(f)` */
  readonly map: TSESTree.CallExpression
  /** `xs` */
  readonly source: TSESTree.Expression
  /** `f`: a function, or the name of one. */
  readonly callback: TSESTree.Expression
  readonly isFrom: boolean
  readonly owner: FunctionNode | TSESTree.Program
}

/** The forms of the file that start a call for each element of a list, in source order. */
export function findFanOuts(parsed: Parsed): readonly FanOut[] {
  const found: FanOut[] = []
  for (const node of formNodes(parsed)) {
    const fanOut = node.type === 'CallExpression' ? fanOutOf(node) : null
    if (fanOut) found.push(fanOut)
  }
  return found
}

function fanOutOf(node: TSESTree.CallExpression): FanOut | null {
  const combinator = methodOf(node, 'Promise')
  const [list] = node.arguments
  if ((combinator !== 'all' && combinator !== 'allSettled') || node.arguments.length !== 1) return null
  if (list?.type !== 'CallExpression' || list.callee.type !== 'MemberExpression') return null
  const isFrom = methodOf(list, 'Array') === 'from'
  const isMap = !isFrom && methodOf(list) === 'map'
  if (list.arguments.length !== (isFrom ? 2 : 1) || (!isFrom && !isMap)) return null
  const source = isFrom ? list.arguments[0] : list.callee.object
  const callback = list.arguments.at(-1)
  if (!source || source.type === 'SpreadElement' || !callback || callback.type === 'SpreadElement') return null
  const callee = node.callee as TSESTree.MemberExpression
  return { node, callee, combinator, map: list, source, callback, isFrom, owner: ownerOf(node) }
}

/** `map` of `xs.map(f)`; with a holder, only of that name's. */
function methodOf({ callee }: TSESTree.CallExpression, holder?: string): string | null {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return null
  const object: Node = callee.object
  if (holder !== undefined && (object.type !== 'Identifier' || object.name !== holder)) return null
  return callee.property.name
}
