import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'

/** Callees of callees that are looked into. */
const DEEPEST = 3

/** Whether a function, or one that it calls and that is in sight, has a `throw` of its own. */
export function hasThrow(callee: FunctionNode, near: Parsed, depth = 0): boolean {
  const parsed = fileOf(callee, near)
  let found = false
  walk(callee.body as Node, parsed, (node) => {
    if (found || isFunction(node)) return 'skip'
    if (node.type === 'ThrowStatement') found = true
    const called = node.type === 'CallExpression' && depth < DEEPEST ? findFunction(node.callee, parsed) : null
    if (called && called !== callee && hasThrow(called, parsed, depth + 1)) found = true
    return undefined
  })
  return found
}
