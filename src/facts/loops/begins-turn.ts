import type { AwaitLoop } from '../../model/await-loop.ts'
import { ownerOf } from '../../model/find-await-loops.ts'
import type { Wait } from '../../model/waits.ts'
import { waitsOf } from '../../model/waits.ts'
import { fileOf } from '../../parse/file-of.ts'
import { firstFrom } from '../../parse/first-from.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import type { Happening } from '../effects/behaviour.ts'

/**
 * Whether it happens before the turn first waits: in the turn itself, in a function of it that does not wait, or as
 * the first thing that is waited for, before that waits in turn:
 *
 *     names.push(x)        const table = schema.addTable(x)
 *     await remove(x)      async function remove(x) { console.log(x); await client.delete(x) }
 */
export function beginsTurn({ anchor, origin, depth }: Happening, loop: AwaitLoop, parsed: Parsed): boolean {
  const { waits, first } = waitsIn(loop, parsed)
  if (isInLoopThatWaits(anchor, loop.node, waits)) return false
  const around = ownerOf(origin)
  const isBefore = first >= endOf(anchor)
  if (depth === undefined) return isBefore && around === loop.owner
  if (depth > 1 || !isFunction(around) || around.parent?.type === 'CallExpression') return false
  if (isBefore && !around.async) return true
  return isCalledFirst(anchor, around, loop, parsed) && isDoneBeforeWaiting(origin, around, parsed)
}

/** Whether the call runs its function before the turn first waits: `await f(x)`, the first of all awaits. */
export function isCalledFirst(anchor: Node, callee: Node, loop: AwaitLoop, parsed: Parsed): boolean {
  const { waits } = waitsIn(loop, parsed)
  if (!isFunction(callee) || isInLoopThatWaits(anchor, loop.node, waits)) return false
  return isBeforeAll(anchor, loop, waits) && isCallOf(anchor, callee, parsed)
}

function isBeforeAll(anchor: Node, loop: AwaitLoop, waits: readonly Wait[]): boolean {
  const isAround = (wait: Wait): boolean => isWithin(anchor, wait.type === 'AwaitExpression' ? wait : wait.right)
  return ownerOf(anchor) === loop.owner && waits.slice(0, firstFrom(waits, anchor.range[1], startOf)).every(isAround)
}

/** Not of a function that the callee is given, which may call it whenever it likes. */
function isCallOf(anchor: Node, callee: FunctionNode, parsed: Parsed): boolean {
  return anchor.type === 'CallExpression' && findFunction(anchor.callee, parsed) === callee
}

/** A statement of the function, which is over before it waits for anything. */
function isDoneBeforeWaiting(origin: Node, around: FunctionNode, parsed: Parsed): boolean {
  const statement = origin.parent
  if (statement?.type !== 'ExpressionStatement' || around.generator) return false
  const waits = waitsOf(around, fileOf(origin, parsed))
  return firstFrom(waits, statement.range[1], startOf) === 0 && !isInLoopThatWaits(origin, around, waits)
}

/** What is assigned is written after the value has come: `names[id] = await nameOf(id)`. */
function endOf({ parent, range }: Node): number {
  return parent?.type === 'AssignmentExpression' && parent.left.range[0] === range[0] ? parent.range[1] : range[1]
}

const known = new WeakMap<AwaitLoop, { readonly waits: readonly Wait[]; readonly first: number }>()

/** All waits of the turn, and where the first begins. It is asked for each thing that a turn does. */
function waitsIn(loop: AwaitLoop, parsed: Parsed): { readonly waits: readonly Wait[]; readonly first: number } {
  const found = known.get(loop)
  if (found) return found
  const waits = waitsBelow(loop.body, waitsOf(loop.owner, parsed))
  const turn = { waits, first: waits[0]?.range[0] ?? Infinity }
  known.set(loop, turn)
  return turn
}

function waitsBelow({ range: [from, to] }: Node, waits: readonly Wait[]): readonly Wait[] {
  return waits.slice(firstFrom(waits, from, startOf), firstFrom(waits, to, startOf))
}

function startOf({ range }: Wait): number {
  return range[0]
}

/** for (const y of ys) { names.push(y); await f(y) } */
function isInLoopThatWaits(inner: Node, outer: Node, waits: readonly Wait[]): boolean {
  for (let node = inner.parent; node && node !== outer; node = node.parent) {
    if (isLoopStatement(node) && waitsBelow(node, waits).length > 0) return true
  }
  return false
}
