import type { Access, Happening, Use } from '../facts/effects/behaviour.ts'
import { isAwaited, valueUseOf } from '../facts/effects/value-use.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import { fileOf, isOfFile } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
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

/** What is done far away on the way to a value that the turn uses: a line of a log, a header that is added. */
export function isSaidAside(happening: Happening, parsed: Parsed): boolean {
  return isFarAway(happening, parsed) && valueUseOf(happening.anchor, parsed) !== 'discarded'
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
  if (isKept === undefined) kept.set(write, (isKept = isFarAway(write, parsed) || fillsWhatItMissed(write, parsed)))
  return isKept
}

/** A write is asked about against every access of the turn and for every cut. */
const kept = new WeakMap<Access, boolean>()

/** The function that writes has looked at the same thing before, in a test or to hand it out. */
function fillsWhatItMissed({ origin }: Access, parsed: Parsed): boolean {
  const { text } = fileOf(origin, parsed)
  const target = targetOf(origin)
  const around = ownerOf(origin)
  if (!target || around.type === 'Program') return false
  if (origin.parent?.type === 'AssignmentExpression' && ['??=', '||='].includes(origin.parent.operator)) return true
  const name = text.slice(...target.range)
  const isTarget = (node: Node): boolean => node.type === target.type && text.slice(...node.range) === name
  let found = false
  walk(around, parsed, (node) => {
    if (found || node.range[0] >= origin.range[0]) return 'skip'
    const test = testOf(node)
    if (test) walk(test, parsed, (inner) => { found ||= isTarget(inner) })
    found ||= looksUp(node, isTarget)
  })
  return found
}

/** `cache` of `cache.set(key, value)` and `cache[key] = value`, `token` of `token = value`. */
function targetOf(origin: Node): Node | null {
  if (origin.type === 'CallExpression') return origin.callee.type === 'MemberExpression' ? origin.callee.object : null
  if (origin.type === 'MemberExpression') return origin.computed ? origin.object : origin
  return origin.type === 'Identifier' ? origin : null
}

function testOf(node: Node): Node | null {
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return node.test
  return node.type === 'LogicalExpression' ? node.left : null
}

/** const known = cache.get(key) */
function looksUp(node: Node, isTarget: (node: Node) => boolean): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.property.type === 'Identifier' &&
    ['get', 'has'].includes(node.callee.property.name) &&
    isTarget(node.callee.object)
  )
}
