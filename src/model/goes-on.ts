import type { Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'

/**
 * The code of a loop's body that may be followed by another turn. What is done on the way out, before a `break`, a
 * `return` or a `throw`, is not among it:
 *
 *     for (const x of xs) { if (fits(x)) { use(x); break } }      fits(x)
 */
export function goesOn(body: Node, parsed: Parsed): readonly Node[] {
  if (body.type === 'BlockStatement') return leaves(body, parsed) ? [] : body.body.flatMap((node) => goesOn(node, parsed))
  if (body.type !== 'IfStatement') return leaves(body, parsed) ? [] : [body]
  return [body.test, ...[body.consequent, body.alternate].flatMap((part) => (part ? goesOn(part, parsed) : []))]
}

/** Whether the statement surely leaves the loop, with no `continue` on the way. */
function leaves(node: Node, parsed: Parsed): boolean {
  if (node.type === 'BlockStatement') return node.body.some((inner) => leaves(inner, parsed)) && !mayContinue(node, parsed)
  return LEAVES.has(node.type)
}

/** No loop or `switch` is looked into from outside, so that a `break` is the loop's own. */
const LEAVES: ReadonlySet<string> = new Set(['BreakStatement', 'ReturnStatement', 'ThrowStatement'])

function mayContinue(block: Node, parsed: Parsed): boolean {
  let found = false
  walk(block, parsed, (node) => {
    if (isFunction(node)) return 'skip'
    if (node.type === 'ContinueStatement') found = true
  })
  return found
}
