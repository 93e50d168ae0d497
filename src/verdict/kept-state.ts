import type { Access, Happening, Use } from '../facts/effects/behaviour.ts'
import { isAwaited, valueUseOf } from '../facts/effects/value-use.ts'
import { fileOf, isOfFile } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { lookBefore } from './look-before.ts'
import type { Question } from './question.ts'

/** Calls away from the turn, in other files: what is done there is done for callers of all kinds. */
const FAR = 2

export function isFarAway({ depth, origin }: Happening, parsed: Parsed): boolean {
  return (depth ?? 0) >= FAR && !isOfFile(origin, parsed)
}

/** What is awaited for its answer, in a callee too, which the turn uses. */
export function isAskedFor({ anchor, origin, used }: Happening & { readonly used: Use }, parsed: Parsed): boolean {
  if (used === 'discarded' || valueUseOf(anchor, parsed) === 'discarded') return false
  const file = fileOf(origin, parsed)
  const promise = promiseAround(origin)
  return isAwaited(origin, file) || (promise !== null && (isAwaited(promise, file) || valueUseOf(promise, file) === 'returned'))
}

/** `new Promise((resolve) => { ... run(...) ... })`, whose value is what comes of it. */
function promiseAround(inner: Node): Node | null {
  for (let node = inner.parent; node; node = node.parent) {
    if (node.type === 'NewExpression' && isPromiseOfExecutor(node)) return node
    if (node.type === 'FunctionDeclaration' || node.type === 'MethodDefinition') return null
  }
  return null
}

function isPromiseOfExecutor({ callee, arguments: [executor] }: Extract<Node, { type: 'NewExpression' }>): boolean {
  return callee.type === 'Identifier' && callee.name === 'Promise' && isFunction(executor)
}

/** What a callee does on the way to a value that the turn uses. */
export function isOnTheWay({ depth, anchor }: Happening, parsed: Parsed): boolean {
  return depth !== undefined && valueUseOf(anchor, parsed) !== 'discarded'
}

/** What is done far away on the way to a value that the turn uses: a line of a log, a header that is added. */
export function isSaidAside(happening: Happening, parsed: Parsed): boolean {
  return isFarAway(happening, parsed) && isOnTheWay(happening, parsed)
}

/**
 * Whether a write is how a callee keeps something for itself, which changes no outcome by all signs:
 *
 *     if (!cache.has(key)) cache.set(key, await read(key))       it fills what it looked for and did not find
 *     token ??= await login()
 *     calls += 1                                                two or more calls down, in another file
 */
export function isKeptForItself(write: Access, { parsed }: Pick<Question, 'parsed'>): boolean {
  if (write.depth === undefined) return false
  let isKept = kept.get(write)
  if (isKept === undefined) kept.set(write, (isKept = isFarAway(write, parsed) || lookBefore(write, parsed) !== null))
  return isKept
}

/** A write is asked about against every access of the turn and for every cut. */
const kept = new WeakMap<Access, boolean>()
