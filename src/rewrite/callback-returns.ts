import type { TSESTree } from '@typescript-eslint/utils'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { isSettled } from '../facts/rewrite-legality/settled-value.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import type { EditList } from './edit-list.ts'
import { isInList } from './insert-line.ts'

/**
 * Makes of the callback's returns what ends a turn of a loop; false where an inner loop is in the way.
 *
 *     return              ->   continue
 *     return save(x)      ->   await save(x); continue
 */
export function returnsToContinues(edits: EditList, callback: FunctionNode, parsed: Parsed): boolean {
  const returns = returnsOf(callback, parsed)
  if (returns.some((node) => isInLoop(node, callback))) return false
  for (const node of returns) replaceReturn(edits, node, isLast(node, callback), parsed)
  return true
}

/** Its own `return` statements, those of functions in it left out. */
export function returnsOf(callback: FunctionNode, parsed: Parsed): readonly TSESTree.ReturnStatement[] {
  const found: TSESTree.ReturnStatement[] = []
  walk(callback.body!, parsed, (node) => {
    if (isFunction(node)) return 'skip'
    if (node.type === 'ReturnStatement') found.push(node)
  })
  return found
}

function isInLoop(node: Node, callback: Node): boolean {
  for (let around = node.parent; around && around !== callback; around = around.parent) {
    if (isLoopStatement(around)) return true
  }
  return false
}

function isLast(node: TSESTree.ReturnStatement, { body }: FunctionNode): boolean {
  return body?.type === 'BlockStatement' && body.body.at(-1) === node
}

function replaceReturn(edits: EditList, node: TSESTree.ReturnStatement, last: boolean, parsed: Parsed): void {
  const { argument, range: [start, end] } = node
  const semicolon = parsed.text[end - 1] === ';' ? ';' : ''
  if (!argument || (isInert(argument) && isSettled(argument))) {
    edits.replace(start, end, `continue${semicolon}`)
    return
  }
  const isBare = !last && !isInList(node)
  const open = `${isBare ? '{ ' : ''}${argument.type === 'AwaitExpression' ? '' : 'await '}`
  edits.replace(start, argument.range[0], needsParentheses(argument) ? `${open}(` : open)
  const close = needsParentheses(argument) ? ')' : ''
  edits.replace(argument.range[1], end, last ? `${close}${semicolon}` : `${close}; continue${isBare ? ' }' : semicolon}`)
}

/** `await a ? b : c` is something else. */
export function needsParentheses({ type }: Node): boolean {
  return !BINDS_TIGHTLY.has(type)
}

const BINDS_TIGHTLY = new Set([
  'Identifier',
  'Literal',
  'ThisExpression',
  'CallExpression',
  'MemberExpression',
  'ChainExpression',
  'AwaitExpression',
  'NewExpression',
  'TemplateLiteral',
  'TaggedTemplateExpression',
  'ImportExpression',
])
