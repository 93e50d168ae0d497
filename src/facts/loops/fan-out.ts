import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { isGlobal } from '../scopes/variable-of.ts'

/**
 * Whether the function around the loop is itself run many times at once:
 *
 *     await Promise.all(xs.map(async (x) => { for (...) await f() }))        await Promise.all(Array.from({ length: 4 }, worker))
 */
export function isFannedOut(loop: AwaitLoop, parsed: Parsed): boolean {
  const { owner } = loop
  if (!isFunction(owner)) return false
  if (isInPromiseAll(owner, parsed)) return true
  const name = owner.type === 'FunctionDeclaration' ? owner.id : owner.parent.type === 'VariableDeclarator' ? owner.parent.id : null
  const variable = name && variableOf(name, parsed)
  return variable?.references.some(({ identifier }) => isRunInPromiseAll(identifier as Node, parsed)) ?? false
}

/** `worker` in `xs.map(worker)`, or `worker()` in a callback or list, within `Promise.all(...)`. */
function isRunInPromiseAll(identifier: Node, parsed: Parsed): boolean {
  const { parent } = identifier
  if (parent?.type !== 'CallExpression') return false
  const passed = parent.arguments.includes(identifier as never)
  const inCallback = parent.callee === identifier && isFunction(enclosing(parent)) && isInPromiseAll(enclosing(parent)!, parsed)
  return (passed && isInPromiseAll(identifier, parsed)) || inCallback
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
