import { childrenOf } from '../../parse/children-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'

/**
 * What runs after a statement and before `end`, which is in a statement after it, of the same block or below one:
 *
 *     const names = [...users]; greet(); if (isReady()) for (const name of names) ...      greet(), isReady()
 */
export function evaluatedBetween(begin: Node, end: Node, { visitorKeys }: Parsed): readonly Node[] {
  const found: Node[] = []
  for (let node = end; node.parent && node.parent !== begin; node = node.parent) {
    const isLast = node.parent === begin.parent
    const siblings = childrenOf(node.parent, visitorKeys)
    found.push(...siblings.filter(({ range }) => range[1] <= node.range[0] && (!isLast || range[0] >= begin.range[1])))
    if (isLast) break
  }
  return found
}
