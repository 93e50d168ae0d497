import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { nameOfLimiter } from './limiter-use.ts'
import { isGlobal } from '../scopes/variable-of.ts'

/**
 * Whether the function around the loop is itself run many times at once:
 *
 *     await Promise.all(xs.map(async (x) => { for (...) await f() }))
 *     await Promise.all(Array.from({ length: 4 }, worker))
 *     for (const x of xs) started.push(queue.add(async () => { for (...) await f() }))
 */
export function isFannedOut(loop: AwaitLoop, parsed: Parsed): boolean {
  const { owner } = loop
  if (!isFunction(owner)) return false
  if (isInPromiseAll(owner, parsed) || isHandedOverInPromiseAll(owner, parsed)) return true
  if (isQueuedInLoop(owner, parsed)) return true
  const name =
    owner.type === 'FunctionDeclaration'
      ? owner.id
      : owner.parent.type === 'VariableDeclarator'
        ? owner.parent.id
        : null
  const variable = name && variableOf(name, parsed)
  const names = variable?.references.map(({ identifier }) => identifier as Node) ?? []
  return names.some((one) => isRunInPromiseAll(one, parsed) && !isListedOnce(one, names))
}

/** `load` in `Promise.all([load(), list()])` runs once, beside other things. */
function isListedOnce(identifier: Node, names: readonly Node[]): boolean {
  const list = identifier.parent?.parent
  if (list?.type !== 'ArrayExpression' || identifier.parent?.type !== 'CallExpression') return false
  return names.filter((one) => one.parent?.parent === list).length === 1
}

/** xs.map((x) => limit(async () => { for (...) await f() })) */
function isHandedOverInPromiseAll(owner: Node, parsed: Parsed): boolean {
  const handed = owner.parent?.type === 'CallExpression' && owner.parent.arguments.includes(owner as never)
  const around = handed ? enclosing(owner) : null
  return around !== null && isInPromiseAll(around, parsed)
}

/** for (const zone of zones) started.push(queue.add(async () => { for (...) await f() })) */
function isQueuedInLoop(owner: Node, parsed: Parsed): boolean {
  const call = owner.parent
  if (call?.type !== 'CallExpression' || call.callee === owner || nameOfLimiter(call, parsed) === undefined) return false
  for (let node: Node | undefined = call.parent; node && !isFunction(node); node = node.parent) {
    if (node.type === 'AwaitExpression') return false
    if (node.type === 'ForOfStatement' || node.type === 'ForStatement' || node.type === 'ForInStatement') return true
  }
  return false
}

/**
 * `worker` in `xs.map(worker)`, or `worker()` in a list or a callback, within `Promise.all(...)`. A call that
 * passes something on (`xs.map((x) => handle(x))`) makes many different ones; their loops are judged for
 * themselves.
 */
function isRunInPromiseAll(identifier: Node, parsed: Parsed): boolean {
  const { parent } = identifier
  if (parent?.type !== 'CallExpression') return false
  if (parent.arguments.includes(identifier as never)) return isInPromiseAll(identifier, parsed)
  if (parent.callee !== identifier || parent.arguments.length > 0) return false
  const callback = enclosing(parent)
  return isInPromiseAll(parent, parsed) || (callback !== null && isInPromiseAll(callback, parsed))
}

function enclosing(node: Node): Node | null {
  let parent: Node | undefined = node.parent
  while (parent && !isFunction(parent)) parent = parent.parent
  return parent ?? null
}

/** Within the argument of `Promise.all` or its like, no other function between. */
function isInPromiseAll(node: Node, parsed: Parsed): boolean {
  for (let parent = node.parent; parent && !isFunction(parent); parent = parent.parent) {
    if (parent.type === 'CallExpression' && isPromiseCombinator(parent.callee, parsed)) return true
    if (parent.type.endsWith('Statement') || parent.type === 'VariableDeclaration') return false
  }
  return false
}

export function isPromiseCombinator(callee: Node, parsed: Parsed): boolean {
  return (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Promise' &&
    isGlobal(callee.object, parsed) &&
    callee.property.type === 'Identifier' &&
    ['all', 'allSettled', 'race', 'any'].includes(callee.property.name)
  )
}
