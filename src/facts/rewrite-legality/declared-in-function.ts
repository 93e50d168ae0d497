import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

/** Whether the parts declare a `var`, which belongs to the function around the loop and not to the turn. */
export function declaresVar(parts: readonly Node[], parsed: Parsed): boolean {
  return parts.some((part) =>
    hasOwn(part, parsed, (node) => node.type === 'VariableDeclaration' && node.kind === 'var'),
  )
}

/** Whether the parts hold something that is let go at their end: `using file = open(x)`. */
export function declaresUsing(parts: readonly Node[], parsed: Parsed): boolean {
  return parts.some((part) =>
    hasOwn(part, parsed, (node) => node.type === 'VariableDeclaration' && isUsing(node.kind)),
  )
}

export function isUsing(kind: string): boolean {
  return kind === 'using' || kind === 'await using'
}

function hasOwn(root: Node, parsed: Parsed, matches: (node: Node) => boolean): boolean {
  let found = false
  walk(root, parsed, (node) => {
    if (found || isFunction(node)) return 'skip'
    found = matches(node)
    return undefined
  })
  return found
}
