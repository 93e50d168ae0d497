import type { ClassNode } from '../callees/class-node.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Behaviour, Measure, WorldAccess } from './behaviour.ts'

/**
 * Whether a function takes the time that something takes for which it waits, and then gives it to its caller or not:
 *
 *     const start = Date.now(); await load(); return Date.now() - start
 *     const start = Date.now(); await load(); log(`${Date.now() - start} ms`)
 */
export function measuredIn(behaviour: Behaviour, callee: FunctionNode | ClassNode, near: Parsed): Measure | null {
  const known = measures.get(behaviour)
  if (known !== undefined) return known
  const found = isFunction(callee) ? findMeasure(behaviour, callee, fileOf(callee, near)) : null
  measures.set(behaviour, found)
  return found
}

const measures = new WeakMap<Behaviour, Measure | null>()

function findMeasure({ world }: Behaviour, callee: FunctionNode, parsed: Parsed): Measure | null {
  const reads = world.filter(readsClock)
  if (reads.length < 2) return null
  const taken = waitsIn(callee, parsed)
    .filter((wait) => reads.some(({ anchor }) => isBefore(anchor, wait)))
    .flatMap((wait) => reads.filter(({ anchor }) => isAfter(anchor, wait)))
    .flatMap(({ anchor }) => differencesWith(anchor, parsed))
  if (taken.length === 0) return null
  return taken.some((difference) => isGiven(difference, callee, parsed)) ? 'given' : 'aside'
}

export function readsClock({ does, world }: WorldAccess): boolean {
  return does === 'read' && world === 'clock'
}

export function isBefore(read: Node, wait: Node): boolean {
  return read.range[1] <= wait.range[0] || (isFollowing(wait) && isWithin(read, wait) && !isInCallback(read, wait))
}

/** Behind the wait, or in a callback of `then` that is part of it. */
export function isAfter(read: Node, wait: Node): boolean {
  return read.range[0] >= wait.range[1] || isInCallback(read, wait)
}

function isInCallback(read: Node, wait: Node): boolean {
  for (let node: Node | undefined = read; node && node !== wait; node = node.parent) {
    if (isFunction(node) && node.parent && isFollowing(node.parent) && isWithin(node.parent, wait)) return true
  }
  return false
}

/** `load().then(...)` */
function isFollowing(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  const { property } = node.callee
  return property.type === 'Identifier' && ['then', 'finally'].includes(property.name)
}

function waitsIn(callee: FunctionNode, parsed: Parsed): readonly Node[] {
  const waits: Node[] = []
  walk(callee, parsed, (node) => {
    if (isFunction(node) && node !== callee) return 'skip'
    const isWait = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await) || isFollowing(node)
    if (isWait) waits.push(node)
  })
  return waits
}

/** `Date.now() - start`, `end - start` for `const end = Date.now()`, `process.cpuUsage(start)`. */
function differencesWith(read: Node, parsed: Parsed): readonly Node[] {
  if (read.type === 'CallExpression' && read.arguments.length > 0) return [read]
  const value = valueWith(read)
  const { parent } = value
  if (parent?.type === 'BinaryExpression') return parent.operator === '-' ? [parent] : []
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return []
  const uses = variableOf(parent.id, parsed)?.references.filter((reference) => reference.isRead()) ?? []
  return uses.flatMap(({ identifier }) => {
    const around = valueWith(identifier as Node).parent
    return around?.type === 'BinaryExpression' && around.operator === '-' ? [around] : []
  })
}

/** `process.memoryUsage().heapUsed`, `new Date().getTime()`, `+new Date()`. */
function valueWith(node: Node): Node {
  const { parent } = node
  const isPart = parent?.type === 'MemberExpression' && parent.object === node
  const isCall = parent?.type === 'CallExpression' && parent.callee === node
  return parent && (isPart || isCall || parent.type === 'UnaryExpression') ? valueWith(parent) : node
}

/** It is in what the function gives, or in a variable of which that is made. */
function isGiven(difference: Node, callee: FunctionNode, parsed: Parsed): boolean {
  for (let child = difference, node = child.parent; node; child = node, node = node.parent) {
    if (node.type === 'ReturnStatement' || (node.type === 'ArrowFunctionExpression' && node.body === child)) return true
    if (node === callee) return false
    const target = node.type === 'VariableDeclarator' ? node.id : node.type === 'AssignmentExpression' ? rootOf(node.left) : null
    const variable = target && variableOf(target, parsed)
    if (variable) return variable.references.some(({ identifier }) => isReturned(identifier as Node))
  }
  return false
}

/** `result` in `result.time = end - start`. */
function rootOf(target: Node): Node {
  return target.type === 'MemberExpression' ? rootOf(target.object) : target
}

function isReturned(name: Node): boolean {
  for (let node = name.parent; node && !isFunction(node); node = node.parent) if (node.type === 'ReturnStatement') return true
  return false
}
