import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Happening } from '../effects/behaviour.ts'

/**
 * Whether what happens there is part of the failure of the turn: it is in a block that ends by throwing, which nothing
 * in the turn catches:
 *
 *     if (!handler) { log.error(`unknown: ${name}`); throw new UsageError() }
 */
export function endsInFailure({ origin, anchor, depth }: Happening, loop: AwaitLoop): boolean {
  const until = depth === undefined ? loop.body : null
  return throwsAfter(origin, until) && (depth === undefined || !isCaught(anchor, loop.body))
}

function throwsAfter(inner: Node, until: Node | null): boolean {
  let throws = false
  for (let node = inner; node.parent && node !== until && !isFunction(node.parent); node = node.parent) {
    const { parent } = node
    if (isTryWithCatch(parent, node)) return false
    throws ||= parent.type === 'BlockStatement' && parent !== until && parent.body.at(-1)?.type === 'ThrowStatement'
  }
  return throws
}

function isCaught(inner: Node, until: Node): boolean {
  for (let node = inner; node.parent && node !== until; node = node.parent) {
    if (isTryWithCatch(node.parent, node)) return true
  }
  return false
}

function isTryWithCatch(node: Node, child: Node): boolean {
  return node.type === 'TryStatement' && node.handler !== null && node.block === child
}
