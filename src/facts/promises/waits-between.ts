import type { TSESTree } from '@typescript-eslint/utils'
import { waitsOf } from '../../model/waits.ts'
import type { Wait } from '../../model/waits.ts'
import { firstFrom } from '../../parse/first-from.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { NextThat } from '../next-that.ts'
import { branchesBefore } from './paths.ts'

/** Some of the waits of a function, as stretches of their list: for many promises many of them are the same. */
export interface WaitsBetween {
  /** All of the function, in source order. */
  readonly waits: readonly Wait[]
  /** From the first, up to the second, in source order. None is empty. */
  readonly stretches: readonly (readonly [from: number, to: number])[]
}

/** What a function waits for after a statement and before a wait, but in branches that are not taken with that wait. */
export function waitsBetween(
  statement: Node,
  wait: TSESTree.AwaitExpression,
  owner: FunctionNode | TSESTree.Program,
  parsed: Parsed,
): WaitsBetween {
  const waits = waitsOf(owner, parsed)
  const first = indexFrom(statement.range[1], waits)
  const stretches: [number, number][] = []
  const add = (from: number, to: number): void => {
    if (Math.max(from, first) < to) stretches.unshift([Math.max(from, first), to])
  }
  let to = indexFrom(wait.range[0], waits)
  for (let child: Node = wait; child.parent && !isFunction(child.parent); child = child.parent) {
    for (const [start, end] of leftOutIn(child.parent, child)) {
      add(indexFrom(end, waits), to)
      to = indexFrom(start, waits)
    }
  }
  add(first, to)
  return { waits, stretches }
}

/** The first of them of which something holds. */
export function firstThat({ stretches }: WaitsBetween, next: NextThat<Wait>): Wait | null {
  for (const [from, to] of stretches) {
    const found = next.within(from, to)
    if (found) return found
  }
  return null
}

/** What begins before the child, in the node around it, and is not over before the child, or does not run with it. */
function leftOutIn(node: Node, child: Node): readonly (readonly [start: number, end: number])[] {
  // A `for await` waits from its first turn on: before what is in its body.
  const isAround = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await && child !== node.body)
  if (isAround) return [[node.range[0], node.range[0] + 1]]
  const branches = branchesBefore(node, child)
  return branches.length > 0 ? [[branches[0]!.range[0], branches.at(-1)!.range[1]]] : []
}

function indexFrom(offset: number, waits: readonly Wait[]): number {
  return firstFrom(waits, offset, ({ range }) => range[0])
}
