import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { namesLimiter } from '../signs/name-signs.ts'

export interface LimiterUse {
  readonly node: Node
  readonly name: string
}

/**
 * The call in a callback that limits how many of the calls run at once, by what it is given or by its name:
 *
 *     (x) => limit(() => fetch(x))        (x) => queue.add(async () => { ... })        await semaphore.acquire()
 *     (x) => retrier.retry(() => fetch(x))        where   retrier = new Retrier({ concurrency: 100 })
 */
export function limiterIn(callback: Node, parsed: Parsed): LimiterUse | null {
  const named = namesOf(callback).find(namesLimiter)
  if (named !== undefined) return { node: callback, name: named }
  const body = findFunction(callback, parsed)?.body
  let found: LimiterUse | null = null
  if (body) {
    walk(body, parsed, (node) => {
      if (found || isFunction(node)) return 'skip'
      const name = node.type === 'CallExpression' ? (limiterName(node) ?? madeToLimit(node, parsed)) : undefined
      if (name !== undefined) found = { node, name }
    })
  }
  return found
}

function limiterName({ callee, arguments: given }: TSESTree.CallExpression): string | undefined {
  const names = namesOf(callee)
  const limits = given.some((argument) => isFunction(argument)) || TAKES_TURN.test(names.at(-1) ?? '')
  return limits ? names.find(namesLimiter) : undefined
}

/** The receiver, where it is made with a number of things at once. */
function madeToLimit({ callee, arguments: given }: TSESTree.CallExpression, parsed: Parsed): string | undefined {
  const receiver = callee.type === 'MemberExpression' ? plainExpression(callee.object) : null
  if (receiver?.type !== 'Identifier' || !given.some((argument) => isFunction(argument))) return undefined
  const variable = variableOf(receiver, parsed)
  const made = variable && singleInit(variable)
  const options = made?.type === 'NewExpression' || made?.type === 'CallExpression' ? made.arguments : []
  return options.some((option) => option.type === 'ObjectExpression' && option.properties.some(isLimit))
    ? receiver.name
    : undefined
}

function isLimit(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return false
  return LIMITS.test(property.key.name)
}

const LIMITS = /^(?:concurrency|parallelism|limit|max(?:Concurren|Parallel|InFlight|Jobs)\w*)$/

const TAKES_TURN = /^(?:acquire|wait|lock|take|schedule)/i

/** `this.pool.run` -> pool, run */
function namesOf(expression: Node): readonly string[] {
  const node = plainExpression(expression)
  if (node.type === 'Identifier') return [node.name]
  if (node.type === 'CallExpression') return namesOf(node.callee)
  if (node.type !== 'MemberExpression') return []
  const property = !node.computed && node.property.type === 'Identifier' ? [node.property.name] : []
  return [...namesOf(node.object), ...property]
}
