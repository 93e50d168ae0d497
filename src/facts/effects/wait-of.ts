import type { TSESTree } from '@typescript-eslint/utils'
import { ownerOf } from '../../model/find-await-loops.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { combinatorOf, isDeadline } from './combinator-of.ts'
import { valueUseOf } from './value-use.ts'

/**
 * Whether the code waits as long as a call takes, and what for:
 *
 *     await sleep(1)    const [page] = await Promise.all([load(), sleep(1)])      for the time alone
 *     await load().then((page) => sleep(1).then(() => page))                      likewise
 *     const name = await sleep(1, 'name')                                         for a value
 *     return sleep(1)                                                             which of the two, the caller tells
 *
 * Null for what bounds other work, `Promise.race([load(), sleep(1)])`, for what comes after a failure,
 * `load().catch(() => sleep(1))`, and for what is not waited for.
 */
export function waitOf(call: Node, parsed: Parsed): Wait {
  const made = settledBy(call)
  if (made && isHeld(call)) return resolves(call, made, parsed) ? 'value' : null
  const node = made && valueUseOf(call, parsed) !== 'used' ? made : call
  return follow({ node, isDropped: false, place: null, steps: 0 }, parsed)
}

export type Wait = 'time' | 'value' | 'returned' | null

/** What stands for the call so far. */
interface Step {
  readonly node: Node
  /** What comes of it is another value. */
  readonly isDropped: boolean
  /** Its place in the list that comes of it. */
  readonly place: number | null
  readonly steps: number
}

const MOST_STEPS = 40

function follow(step: Step, parsed: Parsed): Wait {
  const { node, steps } = step
  const { parent } = node
  if (!parent || steps > MOST_STEPS) return null
  const on: On = (next, more = {}) => follow({ ...step, ...more, node: next, steps: steps + 1 }, parsed)
  switch (parent.type) {
    case 'AwaitExpression':
      return isForTime(step, parent, parsed) ? 'time' : 'value'
    case 'ForOfStatement':
      if (!parent.await || parent.right !== node) return null
      return isNeverUsed(parent.left, parsed) ? 'time' : 'value'
    case 'ReturnStatement':
      return returned(ownerOf(parent), on)
    case 'ArrowFunctionExpression':
      return parent.body === node ? returned(parent, on) : null
    case 'MemberExpression':
      return followed(parent, step, on)
    case 'ArrayExpression':
      return combined(parent, node, on, parsed)
    case 'VariableDeclarator':
      return parent.init === node && parent.id.type === 'Identifier' ? ofReads(parent.id, on, parsed) : null
    case 'CallExpression': {
      const isList = combinatorOf(node, parsed)?.isRace === false
      return isList || isAbortEvent(parent, node) ? on(parent) : null
    }
    default:
      return PASSING.has(parent.type) ? on(parent) : null
  }
}

type On = (next: Node, more?: Partial<Step>) => Wait

const PASSING: ReadonlySet<string> = new Set([
  'LogicalExpression', 'ConditionalExpression', 'ChainExpression', 'TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression',
])

/** The promise that a timer settles: `new Promise((go) => setTimeout(go, 1))`. */
export function settledBy(call: Node): TSESTree.NewExpression | null {
  const made = ownerOf(call).parent
  return made?.type === 'NewExpression' && isPromiseMaker(made) ? made : null
}

/** `const timer = setTimeout(...)`, which may be cleared before its time. */
function isHeld({ parent }: Node): boolean {
  return parent?.type === 'VariableDeclarator' || parent?.type === 'AssignmentExpression'
}

/** `setTimeout(resolve, 1)`, `setTimeout(() => resolve(), 1)`; not `setTimeout(() => reject(late), 1)`. */
function resolves(call: Node, { arguments: [executor] }: TSESTree.NewExpression, parsed: Parsed): boolean {
  const resolve = isFunction(executor) && executor.params[0] ? variableOf(executor.params[0], parsed) : null
  const callback = call.type === 'CallExpression' ? call.arguments[0] : undefined
  if (!resolve || !callback) return false
  return resolve.references.some(({ identifier }) => isWithin(identifier as Node, callback))
}

/** The first of the reads of a variable that waits. */
function ofReads(name: Node, on: On, parsed: Parsed): Wait {
  for (const reference of variableOf(name, parsed)?.references ?? []) {
    const wait = reference.isRead() ? on(reference.identifier as Node) : null
    if (wait) return wait
  }
  return null
}

/** What a callback gives is what `then` goes on with. */
function returned(owner: Node, on: On): Wait {
  const call = owner.parent
  if (call?.type === 'NewExpression') return null
  if (call?.type !== 'CallExpression' || call.callee === owner) return 'returned'
  const name = methodOf(call.callee)
  if (name === 'catch' || (name === 'then' && call.arguments[0] !== owner)) return null
  return name === 'then' || name === 'finally' ? on(call) : 'returned'
}

/** `sleep(1).then(...)`; `new Promise((go) => signal.addEventListener('abort', go))` for a signal of a time. */
function followed(member: TSESTree.MemberExpression, step: Step, on: On): Wait {
  const call = member.parent
  const name = methodOf(member)
  if (member.object !== step.node || call.type !== 'CallExpression' || call.callee !== member) return null
  if (name === 'addEventListener' && isAbort(call.arguments[0])) {
    const made = ownerOf(call).parent
    return made && isPromiseMaker(made) ? on(made) : null
  }
  if (name !== 'then' && name !== 'catch' && name !== 'finally') return null
  const [callback] = call.arguments
  const isDropped = name === 'then' && isFunction(callback) && callback.params.length === 0
  return on(call, { isDropped: step.isDropped || isDropped })
}

function combined(list: TSESTree.ArrayExpression, node: Node, on: On, parsed: Parsed): Wait {
  const combinator = combinatorOf(list, parsed)
  if (!combinator || isDeadline(node, list, combinator, parsed)) return null
  return on(combinator.call, combinator.isRace ? {} : { place: list.elements.indexOf(node as TSESTree.Expression) })
}

/** `once(AbortSignal.timeout(1), 'abort')` */
function isAbortEvent({ arguments: [first, event] }: TSESTree.CallExpression, node: Node): boolean {
  return first === node && isAbort(event)
}

function isAbort(event: Node | undefined): boolean {
  return event?.type === 'Literal' && event.value === 'abort'
}

/** Nothing but the time is used: `await sleep(1)`, `const [page] = await Promise.all([load(), sleep(1)])`. */
function isForTime({ isDropped, place }: Step, wait: Node, parsed: Parsed): boolean {
  if (isDropped || valueUseOf(wait, parsed) === 'discarded') return true
  const { parent } = wait
  if (place === null || !parent) return false
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'ArrayPattern' && !parent.id.elements[place]
  if (parent.type !== 'MemberExpression' || parent.object !== wait || !parent.computed) return false
  return parent.property.type === 'Literal' && parent.property.value !== place
}

/** `for await (const tick of ticks) {}` */
function isNeverUsed(head: Node, parsed: Parsed): boolean {
  const name = head.type === 'VariableDeclaration' ? head.declarations[0]!.id : head
  const variable = name.type === 'Identifier' ? variableOf(name, parsed) : null
  return variable?.references.every((reference) => reference.init ?? isVoid(reference.identifier as Node)) ?? false
}

function isVoid({ parent }: Node): boolean {
  return parent?.type === 'UnaryExpression' && parent.operator === 'void'
}

function methodOf(callee: Node): string | null {
  if (callee.type !== 'MemberExpression' || callee.computed) return null
  return callee.property.type === 'Identifier' ? callee.property.name : null
}

function isPromiseMaker(node: Node): boolean {
  return node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Promise'
}
