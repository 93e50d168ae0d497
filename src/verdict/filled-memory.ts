import type { Access } from '../facts/effects/behaviour.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin, walk } from '../parse/walk.ts'

const SEARCHES = new Set(['includes', 'indexOf', 'some', 'find', 'findIndex'])

/** Where the function that writes has looked at the same thing before, in a test or to hand it out. */
export function lookBefore({ origin }: Access, parsed: Parsed): Node | null {
  const { text } = fileOf(origin, parsed)
  const target = targetOf(origin)
  const around = ownerOf(origin)
  if (!target || around.type === 'Program') return null
  if (origin.parent?.type === 'AssignmentExpression' && ['??=', '||='].includes(origin.parent.operator)) return origin
  const name = text.slice(...target.range)
  const isAppend = methodOf(origin) === 'push' || methodOf(origin) === 'unshift'
  // How long a list is does not tell whether something is in it.
  const isTarget = (node: Node): boolean =>
    node.type === target.type && text.slice(...node.range) === name && (!isAppend || SEARCHES.has(methodOf(node.parent?.parent) ?? ''))
  let found: Node | null = null
  walk(around, parsed, (node) => {
    if (found || node.range[0] >= origin.range[0]) return 'skip'
    const test = guards(node, origin, parsed) ? testOf(node) : null
    if (test) walk(test, parsed, (inner) => { if (isTarget(inner)) found ??= node })
    if (looksUp(node, isTarget)) found ??= node
  })
  return found
}

/**
 * Whether a memory of values is looked into and filled before its function waits for anything: turns side by side find
 * it filled, as turns one after another do. After an await another turn may be the first. Nothing else looks into it,
 * and what is put in does not tell how full it is.
 *
 *     const known = sizes.get(path); if (known) return known; const size = measure(path); sizes.set(path, size)
 */
export function isFilledAtOnce(write: Access, others: readonly Access[], parsed: Parsed): boolean {
  const look = lookBefore(write, parsed)
  const around = ownerOf(write.origin)
  if (!look || !isFunction(around) || around.generator) return false
  const uses = [write, ...others].filter(({ origin }) => ownerOf(origin) === around)
  const last = uses.reduce((end, { origin }) => Math.max(end, statementAround(origin).range[1]), 0)
  let waits = false
  walk(around.body ?? around, parsed, (node) => {
    if (isFunction(node)) return 'skip'
    if (node.type === 'AwaitExpression' && node.range[0] < last) waits = true
  })
  const name = fileOf(write.origin, parsed).text.slice(...targetOf(write.origin)!.range)
  const value = valueOf(write.origin)
  const tells = value === null || fileOf(value, parsed).text.slice(...value.range).includes(name)
  return !waits && !tells && others.every((one) => ownerOf(one.origin) === around || isHandedOn(one))
}

/** What is put in: `size` of `sizes.set(path, size)`, `sizes[path] = size`; `seen.add(path)` keeps no value. */
function valueOf(origin: Node): Node | null {
  if (origin.type === 'CallExpression') return origin.arguments[1] ?? null
  return origin.parent?.type === 'AssignmentExpression' && origin.parent.left === origin ? origin.parent.right : null
}

/** `f(sizes)`: what `f` does with it is told for itself. */
function isHandedOn({ does, origin }: Access): boolean {
  const { parent } = origin
  if (does !== 'read' || origin.type !== 'Identifier' || !parent) return false
  if (isFunction(parent)) return true
  return (parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== origin
}

function statementAround(inner: Node): Node {
  let node = inner
  while (node.parent && !/Statement$|Declaration$/.test(node.type)) node = node.parent
  return node
}

/** `cache` of `cache.set(key, value)` and `cache[key] = value`, `token` of `token = value`. */
function targetOf(origin: Node): Node | null {
  if (origin.type === 'CallExpression') return origin.callee.type === 'MemberExpression' ? origin.callee.object : null
  if (origin.type === 'MemberExpression') return origin.computed ? origin.object : origin
  return origin.type === 'Identifier' ? origin : null
}

/** `push` of `list.push(x)`. */
function methodOf(call: Node | undefined): string | null {
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return null
  const { property } = call.callee
  return property.type === 'Identifier' ? property.name : null
}

/** Whether what is written depends on the test: it stands in the `if`, or one leaves there instead. */
function guards(node: Node, origin: Node, parsed: Parsed): boolean {
  if (node.type !== 'IfStatement' || isWithin(origin, node)) return true
  let leaves = false
  walk(node, parsed, (inner) => {
    if (isFunction(inner)) return 'skip'
    if (LEAVES.has(inner.type)) leaves = true
    return undefined
  })
  return leaves
}

const LEAVES = new Set(['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'])

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
