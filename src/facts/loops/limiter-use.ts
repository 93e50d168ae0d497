import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { valueOfName } from '../callees/value-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { namesLimiter } from '../signs/name-signs.ts'
import { classOfThis, fieldValues, propertyName } from '../values/class-members.ts'

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
      const name = node.type === 'CallExpression' ? (nameOfLimiter(node, parsed) ?? givenLimiter(node, parsed)) : undefined
      if (name !== undefined) found = { node, name }
    })
  }
  return found
}

/**
 * What makes code wait for its turn that a callback runs, perhaps in a callee: its function asks a limiter, or is
 * handed to one.
 */
export function limiterAt(code: Node, callback: Node, parsed: Parsed): LimiterUse | null {
  let inner: Node | null = null
  for (let node: Node | undefined = code; node && !isWithin(callback, node); node = node.parent) {
    if (!isFunction(node)) continue
    const { parent } = node
    const name = parent.type === 'CallExpression' && parent.callee !== node ? nameOfLimiter(parent, parsed) : undefined
    if (name !== undefined) return { node: parent, name }
    inner ??= node
  }
  return inner && limiterIn(inner, parsed)
}

/** What limits how many functions run at once that it is handed. */
export function nameOfLimiter(call: TSESTree.CallExpression, parsed: Parsed): string | undefined {
  return limiterName(call) ?? madeToLimit(call, parsed)
}

/** lintFile(path, retrier)    where   retrier = new Retrier({ concurrency: 9 }): what is given a limiter uses it. */
function givenLimiter({ arguments: given }: TSESTree.CallExpression, parsed: Parsed): string | undefined {
  const limiter = given.find((argument) => {
    const made = argument.type === 'Identifier' || argument.type === 'MemberExpression' ? valuesOf(argument, parsed) : []
    return made.length > 0 && made.every((value) => isLimiter(value, CONCURRENCY))
  })
  return limiter && namesOf(limiter).at(-1)
}

function limiterName({ callee, arguments: given }: TSESTree.CallExpression): string | undefined {
  const names = namesOf(callee)
  const limits = given.some((argument) => isFunction(argument)) || TAKES_TURN.test(names.at(-1) ?? '')
  return limits ? names.find(namesLimiter) : undefined
}

/** The name of what is called, where it is made with a number of things at once, or by what is named like a limiter. */
function madeToLimit({ callee, arguments: given }: TSESTree.CallExpression, parsed: Parsed): string | undefined {
  const node = plainExpression(callee)
  const holder = node.type === 'MemberExpression' ? plainExpression(node.object) : node
  const takesTurn = TAKES_TURN.test(namesOf(node).at(-1) ?? '')
  if (!takesTurn && !given.some((argument) => isFunction(argument))) return undefined
  const made = valuesOf(holder, parsed)
  return made.length > 0 && made.every((value) => isLimiter(value)) ? namesOf(holder).at(-1) : undefined
}

/** `run`, `this.retrier` */
function valuesOf(holder: Node, parsed: Parsed): readonly Node[] {
  if (holder.type === 'Identifier') return [valueOfName(holder, parsed)].filter((value) => value !== null)
  const name = holder.type === 'MemberExpression' && !holder.computed ? propertyName(holder.property) : null
  const owner = holder.type === 'MemberExpression' && holder.object.type === 'ThisExpression' ? classOfThis(holder) : null
  const values = name !== null && owner ? (fieldValues(owner, parsed).get(name) ?? []) : []
  return values.includes(null) ? [] : (values as Node[])
}

/** `pLimit(4)`, `new Retrier(isBusy, { concurrency: 100 })` */
function isLimiter(value: Node, options = LIMITS): boolean {
  const node = plainExpression(value)
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false
  if (namesLimiter(namesOf(node.callee).at(-1) ?? '')) return true
  return node.arguments.some((option) => option.type === 'ObjectExpression' && option.properties.some((one) => isLimit(one, options)))
}

function isLimit(property: TSESTree.ObjectLiteralElement, options: RegExp): boolean {
  if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return false
  return options.test(property.key.name)
}

const LIMITS = /^(?:concurrency|parallelism|limit|max(?:Concurren|Parallel|InFlight|Jobs)\w*)$/

const CONCURRENCY = /^(?:concurrency|parallelism|max(?:Concurren|Parallel|InFlight|Jobs)\w*)$/

const TAKES_TURN = /^(?:acquire|wait|lock|take|schedule)/i

/** `this.pool.run` -> pool, run */
function namesOf(expression: Node): readonly string[] {
  const node = plainExpression(expression)
  if (node.type === 'Identifier') return [node.name]
  if (node.type === 'CallExpression') return namesOf(node.callee)
  if (node.type !== 'MemberExpression') return []
  const { property: key } = node
  const isNamed = !node.computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')
  const property = isNamed ? [key.name] : []
  return [...namesOf(node.object), ...property]
}
