import type { Access } from '../facts/effects/behaviour.ts'
import { initOfName } from '../facts/scopes/init-of-name.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import { ownerOf } from '../model/find-await-loops.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { isWithin, walk } from '../parse/walk.ts'
import type { Fill } from './fill.ts'
import { fillOf, methodOf } from './fill.ts'

const SEARCHES = new Set(['includes', 'indexOf', 'some', 'find', 'findIndex'])

/**
 * Where the function that writes has found nothing at the same place, which decides that it is filled. What is put in
 * is not made of what is there, nor what that was compared with:
 *
 *     if (!cache.has(key)) cache.set(key, value)                     token ??= login()
 *     const known = cache.get(key); if (known) return known; ...     const found = cache.get(key) ?? read(key)
 */
export function lookBefore({ origin }: Access, parsed: Parsed): Node | null {
  const file = fileOf(origin, parsed)
  const fill = fillOf(origin, file)
  const around = ownerOf(origin)
  if (!fill || around.type === 'Program') return null
  if (origin.parent?.type === 'AssignmentExpression' && ['??=', '||='].includes(origin.parent.operator)) return origin
  if (isMadeOfItself(fill, file)) return null
  let found: Node | null = null
  walk(around, file, (node) => {
    if (found || node.range[0] >= origin.range[0]) return 'skip'
    const test = guards(node, fill, file) ? testOf(node) : null
    if (test && findsNothing(test, fill, file)) found = node
    return undefined
  })
  return found
}

/** `counts.set(key, (counts.get(key) ?? 0) + 1)`, also through `const before = counts.get(key) ?? 0`. */
export function isMadeOfItself({ name, value }: Fill, file: Parsed): boolean {
  if (!value) return false
  const plain = plainExpression(value)
  const init = plain.type === 'Identifier' ? initOf(plain, file) : null
  // const found = cache.get(key) ?? read(key); cache.set(key, found)
  if (init?.type === 'LogicalExpression') return mentions(init.right, name, file)
  return mentions(value, name, file)
}

function mentions(root: Node, name: string, file: Parsed, depth = 0): boolean {
  let found = false
  walk(root, file, (node) => {
    if (found) return 'skip'
    if (isNamed(node, name, file)) found = true
    else if (node.type === 'Identifier' && depth < 3) {
      const init = initOf(node, file)
      found = init !== null && mentions(init, name, file, depth + 1)
    }
    return undefined
  })
  return found
}

/** Whether what is written depends on the test: it stands in it, one leaves there instead, or it gives the value. */
function guards(node: Node, { origin, value }: Fill, file: Parsed): boolean {
  if (isWithin(origin, node)) return true
  if (node.type === 'IfStatement') return leavesIn(node, file)
  return node.type === 'LogicalExpression' && value?.type === 'Identifier' && initOf(value, file) === node
}

function leavesIn(node: Node, file: Parsed): boolean {
  let leaves = false
  walk(node, file, (inner) => {
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

/** A test that looks at the place itself, or at what was found there. */
function findsNothing(test: Node, fill: Fill, file: Parsed): boolean {
  let found = false
  walk(test, file, (node) => {
    if (found) return 'skip'
    const first = node.type === 'Identifier' ? firstValueOf(node, file) : null
    const look = isNamed(node, fill.name, file) ? node : first && lookIn(first, fill, file)
    if (!look || !isLookAt(look, fill, file)) return undefined
    found = !isComparedWithValue(look === node ? outermost(node) : node, fill, file)
    return undefined
  })
  return found
}

/** `cache` in `cache.get(key)`, `await cache.get(key)`, `cache[key]`, `cache.get(key) ?? null`. */
function lookIn(init: Node, { name }: Fill, file: Parsed): Node | null {
  let found: Node | null = null
  walk(init, file, (node) => {
    if (isFunction(node) || found) return 'skip'
    if (isNamed(node, name, file)) found = node
    return undefined
  })
  return found
}

/** Under the same key; how much is in it does not tell whether something is. */
function isLookAt(look: Node, { key, isAppend }: Fill, file: Parsed): boolean {
  const { parent } = look
  const isOf = (node: Node | undefined): boolean => node !== undefined && (key === null || textOf(node, file) === key)
  if (parent?.type === 'BinaryExpression' && parent.operator === 'in') return isOf(parent.left)
  if (parent?.type !== 'MemberExpression' || parent.object !== look) return !isAppend
  if (parent.computed) return isOf(parent.property)
  if (parent.property.type === 'Identifier' && ['size', 'length'].includes(parent.property.name)) return false
  const call = parent.parent
  const method = methodOf(call)
  if (method === 'get' || method === 'has') return call?.type === 'CallExpression' && isOf(call.arguments[0])
  return !isAppend || SEARCHES.has(method ?? '')
}

/** `if (size > largest) largest = size`, `if (next !== last) last = next`: which of two comes first is told by it. */
function isComparedWithValue(looked: Node, { value }: Fill, file: Parsed): boolean {
  const { parent } = looked
  if (parent?.type !== 'BinaryExpression' || parent.operator === 'in' || !value) return false
  const other = parent.left === looked ? parent.right : parent.left
  return textOf(other, file) === textOf(value, file)
}

/** The whole look: `cache.get(key)` of `cache`. */
function outermost(look: Node): Node {
  let node = look
  while (node.parent && 'object' in node.parent && node.parent.object === node) {
    node = node.parent
    if (node.parent?.type === 'CallExpression' && node.parent.callee === node) node = node.parent
  }
  return node
}

function isNamed(node: Node, name: string, file: Parsed): boolean {
  return (node.type === 'Identifier' || node.type === 'MemberExpression') && textOf(node, file) === name
}

/** What a name held at first: `let known = cache.get(key); if (!known) { known = read(key); ... }` */
function firstValueOf(name: Node, file: Parsed): Node | null {
  const [definition, ...others] = variableOf(name, file)?.defs ?? []
  if (definition?.type !== 'Variable' || others.length > 0 || definition.node.id.type !== 'Identifier') return null
  return definition.node.init
}

function initOf(name: Node, file: Parsed): Node | null {
  const init = initOfName(name, file)
  return init && plainExpression(init)
}

function textOf(node: Node, { text }: Parsed): string {
  return text.slice(...node.range)
}
