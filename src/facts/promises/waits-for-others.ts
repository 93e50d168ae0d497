import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { contains } from '../rewrite-legality/references-in.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { namesMeeting } from '../signs/name-signs.ts'

/**
 * Whether a call of the function may wait for what another call of it does, so that all of them have to be under way:
 *
 *     await everybody.arrive()        await ready        while (!done) await sleep(10)
 */
export function waitsForOthers(callback: FunctionNode, parsed: Parsed): boolean {
  const file = fileOf(callback, parsed)
  let waits = false
  walk(callback.body!, file, (node) => {
    if (waits || isFunction(node)) return 'skip'
    if (node.type === 'AwaitExpression') waits = isShared(node.argument, callback, file) || isInPoll(node, callback)
    return undefined
  })
  return waits
}

/** A promise that is not made by the call, or a meeting point by its name. */
function isShared(argument: Node, callback: FunctionNode, parsed: Parsed): boolean {
  const node = plainExpression(argument)
  if (node.type === 'CallExpression') return namesOf(node.callee).some(namesMeeting)
  const start = rootOf(node)
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
  if (start.type !== 'Identifier') return start.type === 'ThisExpression'
  const variable = variableOf(start, parsed)
  return !variable?.identifiers.some((name) => contains(callback, name as Node))
}

/** while (!ready) await sleep(10) */
function isInPoll(node: Node, callback: Node): boolean {
  for (let around = node.parent; around && around !== callback; around = around.parent) {
    if (isLoopStatement(around) && (around.type === 'WhileStatement' || around.type === 'DoWhileStatement')) return true
  }
  return false
}

function rootOf(node: Node): Node {
  let root = node
  while (root.type === 'MemberExpression') root = plainExpression((root as TSESTree.MemberExpression).object)
  return root
}

function namesOf(callee: Node): readonly string[] {
  const node = plainExpression(callee)
  if (node.type === 'Identifier') return [node.name]
  if (node.type !== 'MemberExpression') return []
  return [...namesOf(node.object), ...(node.property.type === 'Identifier' ? [node.property.name] : [])]
}
