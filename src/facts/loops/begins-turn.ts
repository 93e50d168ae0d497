import type { AwaitLoop } from '../../model/await-loop.ts'
import { ownerOf } from '../../model/find-await-loops.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import { isWithin } from '../../parse/walk.ts'
import type { Happening } from '../effects/behaviour.ts'

/**
 * Whether it happens before the turn first awaits, in the turn itself or in a function of it that does not wait:
 *
 *     names.push(x)        const table = schema.addTable(x)
 */
export function beginsTurn({ anchor, origin, depth }: Happening, loop: AwaitLoop): boolean {
  const { awaits, first } = awaitsIn(loop)
  if (first < endOf(anchor) || isInLoopThatAwaits(anchor, loop, awaits)) return false
  const around = ownerOf(origin)
  if (depth === undefined) return around === loop.owner
  return depth === 1 && isFunction(around) && !around.async && around.parent?.type !== 'CallExpression'
}

/** What is assigned is written after the value has come: `names[id] = await nameOf(id)`. */
function endOf({ parent, range }: Node): number {
  return parent?.type === 'AssignmentExpression' && parent.left.range[0] === range[0] ? parent.range[1] : range[1]
}

const known = new WeakMap<AwaitLoop, { readonly awaits: readonly Node[]; readonly first: number }>()

/** All awaits of the loop, and where the first begins. It is asked for each thing that a turn does. */
function awaitsIn(loop: AwaitLoop): { readonly awaits: readonly Node[]; readonly first: number } {
  const found = known.get(loop)
  if (found) return found
  const awaits = [...loop.awaits, ...loop.innerAwaits]
  const first = awaits.reduce((least, { range }) => Math.min(least, range[0]), Infinity)
  known.set(loop, { awaits, first })
  return { awaits, first }
}

/** for (const y of ys) { names.push(y); await f(y) } */
function isInLoopThatAwaits(inner: Node, loop: AwaitLoop, awaits: readonly Node[]): boolean {
  for (let node = inner.parent; node && node !== loop.node; node = node.parent) {
    const around = node
    if (isLoopStatement(around) && awaits.some((one) => isWithin(one, around))) return true
  }
  return false
}
