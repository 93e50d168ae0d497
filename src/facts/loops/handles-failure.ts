import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

/** Whether the turn itself handles a failure: a `try` with a `catch`. */
export function handlesFailure(loop: AwaitLoop, parsed: Parsed): boolean {
  let found = false
  walk(loop.body, parsed, (node) => {
    if (node.type === 'TryStatement' && node.handler) found = true
    if (found || isFunction(node)) return 'skip'
  })
  return found
}

/** Whether the loop goes on where what happens at `node` fails: it is in a `try` of the turn whose `catch` may end. */
export function isHandledInTurn(inner: Node, loop: AwaitLoop): boolean {
  for (let child = inner, node = inner.parent; node && child !== loop.body; child = node, node = node.parent) {
    if (node.type === 'TryStatement' && node.block === child && node.handler) return !leaves(node.handler.body)
  }
  return false
}

/** Whatever happens there, it ends by leaving: `catch (error) { log(error); throw error }`. */
function leaves({ body }: Extract<Node, { type: 'BlockStatement' }>): boolean {
  return body.some(({ type }) => type === 'ThrowStatement' || type === 'ReturnStatement' || type === 'BreakStatement')
}
