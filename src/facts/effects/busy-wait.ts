import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

/** Whether the clock is asked by a loop that only waits for the time: `while (Date.now() < end) await null`. */
export function isBusyWait(clock: Node, parsed: Parsed): boolean {
  for (let child = clock, node = clock.parent; node && !isFunction(node); child = node, node = node.parent) {
    if (node.type === 'WhileStatement' || node.type === 'DoWhileStatement' || node.type === 'ForStatement')
      return node.test === child && !callsAnything(node.body, parsed)
  }
  return false
}

/** Beyond `Promise.resolve()`. */
function callsAnything(body: Node, parsed: Parsed): boolean {
  let calls = false
  walk(body, parsed, (node) => {
    if (node.type === 'NewExpression' || node.type === 'TaggedTemplateExpression') calls = true
    if (node.type === 'CallExpression' && node.arguments.length > 0) calls = true
    if (node.type === 'CallExpression' && !isOfPromise(node.callee)) calls = true
  })
  return calls
}

function isOfPromise(callee: Node): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Promise'
}
