import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from '../../parse/children-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { valueUseOf } from './value-use.ts'

export interface Combinator {
  readonly call: TSESTree.CallExpression
  /** It is settled before all of its promises are. */
  readonly isRace: boolean
}

/** `Promise.all(list)`, for `list`. */
export function combinatorOf(list: Node, parsed: Parsed): Combinator | null {
  const call = list.parent
  if (call?.type !== 'CallExpression' || call.arguments[0] !== list || call.callee.type !== 'MemberExpression') return null
  const { object, property, computed } = call.callee
  if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return null
  if (object.name !== 'Promise' || !isGlobal(object, parsed) || !COMBINATORS.has(property.name)) return null
  return { call, isRace: property.name === 'race' || property.name === 'any' }
}

const COMBINATORS = new Set(['all', 'allSettled', 'race', 'any'])

/** `Promise.race([load(x), sleep(100)])`: a timer that bounds what else is waited for, or that gives what is used. */
export function isDeadline(timer: Node, list: Elements, { call, isRace }: Combinator, parsed: Parsed): boolean {
  if (!isRace) return false
  return valueUseOf(call, parsed) !== 'discarded' || list.elements.some((one) => one && one !== timer && isWork(one, parsed))
}

type Elements = Pick<TSESTree.ArrayExpression, 'elements'>

/** What the same turn has started; not a promise of long before that tells to stop. */
function isWork(element: Node, parsed: Parsed): boolean {
  const node = plainExpression(element)
  if (node.type === 'Identifier') {
    const variable = variableOf(node, parsed)
    const init = variable && singleInit(variable)
    return init ? turnAround(init) === turnAround(node) && isWork(init, parsed) : false
  }
  if (node.type === 'NewExpression') return node.arguments.some((one) => doesSomething(one, parsed))
  return node.type === 'CallExpression'
}

/** Not `new Promise(() => {})`. */
function doesSomething(executor: Node, parsed: Parsed): boolean {
  if (!isFunction(executor)) return false
  return executor.body.type !== 'BlockStatement' || childrenOf(executor.body, parsed.visitorKeys).length > 0
}

function turnAround(node: Node): Node | undefined {
  let around: Node | undefined = node.parent
  while (around && !isFunction(around) && !isLoopStatement(around)) around = around.parent
  return around
}
