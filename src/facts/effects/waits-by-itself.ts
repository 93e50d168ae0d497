import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { fileOf } from '../../parse/file-of.ts'
import { walk } from '../../parse/walk.ts'
import { singleInit } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * Whether a function waits a time on its own account, so that it may be meant to keep its calls apart. Not after a
 * failure, nor by what came back, nor until something has come about:
 *
 *     catch { await sleep(1) }    if (page.status === 429) await sleep(1)    while (!(await isReady())) await sleep(1)
 */
export function waitsByItself(wait: Node, callee: Node, near: Parsed): boolean {
  const parsed = fileOf(callee, near)
  for (let child = wait, node = wait.parent; node && child !== callee; child = node, node = node.parent) {
    switch (node.type) {
      case 'CatchClause':
        return false
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
        if (!isGenerator(callee) && !countsElements(node)) return false
        break
      case 'IfStatement':
      case 'ConditionalExpression':
        if (node.test !== child && asksAnswer(node.test, parsed)) return false
        break
      case 'LogicalExpression':
        if (node.right === child && asksAnswer(node.left, parsed)) return false
        break
      case 'CallExpression':
        if (isForFailure(node, child)) return false
    }
  }
  return callee.parent?.type !== 'CallExpression' || !isForFailure(callee.parent, callee)
}

function isGenerator(callee: Node): boolean {
  return isFunction(callee) && callee.generator
}

/** `for (let i = 0; i < list.length; i += 1)`; another one of its kind tries again. */
function countsElements({ type, test }: LoopWithTest): boolean {
  if (type !== 'ForStatement' || test?.type !== 'BinaryExpression' || test.right.type !== 'MemberExpression') return false
  return test.right.property.type === 'Identifier' && test.right.property.name === 'length'
}

type LoopWithTest = TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement

/** What was awaited, or holds it. */
function asksAnswer(test: Node, parsed: Parsed): boolean {
  let asks = false
  walk(test, parsed, (node) => {
    const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
    const init = variable && singleInit(variable)
    if (node.type === 'AwaitExpression' || (init && holdsAwait(init, parsed)) || variable?.defs[0]?.type === 'CatchClause') asks = true
  })
  return asks
}

function holdsAwait(init: Node, parsed: Parsed): boolean {
  let holds = false
  walk(init, parsed, (node) => {
    if (node.type === 'AwaitExpression') holds = true
    if (holds || node.type.includes('Function')) return 'skip'
  })
  return holds
}

/** `load().catch(async () => { await sleep(1) })` */
function isForFailure({ callee, arguments: [first] }: TSESTree.CallExpression, callback: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || callee === callback) return false
  return callee.property.name === 'catch' || (callee.property.name === 'then' && first !== callback)
}
