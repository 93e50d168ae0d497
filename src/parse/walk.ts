import { pushChildren } from './children-of.ts'
import type { Node } from './node-types.ts'
import type { Parsed } from './parsed.ts'

/**
 * Calls `enter` for `root` and everything below it in source order; `'skip'` leaves out what is below a node.
 * Works without recursion.
 */
export function walk(root: Node, parsed: Pick<Parsed, 'visitorKeys'>, enter: (node: Node) => 'skip' | void): void {
  const rest: Node[] = [root]
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (enter(node) === 'skip') continue
    pushChildren(node, parsed.visitorKeys, rest)
  }
}

/** Whether `inner` is `outer` or lies below it. */
export function isWithin(inner: Node, outer: Node): boolean {
  for (let node: Node | undefined | null = inner; node; node = node.parent) if (node === outer) return true
  return false
}
