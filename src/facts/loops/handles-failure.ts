import type { AwaitLoop } from '../../model/await-loop.ts'
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
