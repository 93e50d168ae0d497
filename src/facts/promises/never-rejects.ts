import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { namesSafe } from '../signs/name-signs.ts'

/**
 * Whether an async function handles whatever fails in it, by all signs: everything that could fail is in a `try` whose
 * `catch` does not throw, or has a `.catch` of its own.
 */
export function neverRejects(node: FunctionNode, parsed: Parsed): boolean {
  return node.body !== null && node.body !== undefined && failuresOf(node, parsed).length === 0
}

/** What may fail in a function and is not handled there, nested functions left out. */
export function failuresOf(node: FunctionNode, parsed: Parsed): readonly Node[] {
  const failures: Node[] = []
  const look = (root: Node): void => {
    walk(root, parsed, (inner) => {
      if (isFunction(inner)) return 'skip'
      if (inner.type === 'TryStatement' && inner.handler) {
        // What throws again fails as what it handles does.
        if (throwsOf(inner.handler, parsed).length > 0) look(inner.block)
        if (inner.finalizer) failures.push(...throwsOf(inner.finalizer, parsed))
        return 'skip'
      }
      if (hasHandler(inner, parsed)) return 'skip'
      if (FAILS.has(inner.type)) failures.push(inner)
    })
  }
  if (node.body) look(node.body)
  return failures
}

/** The values that the function returns, those of nested functions left out. */
export function returnedBy(node: FunctionNode, parsed: Parsed): readonly Node[] {
  if (!node.body || node.body.type !== 'BlockStatement') return node.body ? [node.body] : []
  const found: Node[] = []
  walk(node.body, parsed, (inner) => {
    if (isFunction(inner)) return 'skip'
    if (inner.type === 'ReturnStatement' && inner.argument) found.push(inner.argument)
  })
  return found
}

const FAILS = new Set([
  'CallExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'AwaitExpression',
  'ThrowStatement',
  'ImportExpression',
])

function throwsOf(handler: Node, parsed: Parsed): readonly Node[] {
  const found: Node[] = []
  walk(handler, parsed, (inner) => {
    if (isFunction(inner)) return 'skip'
    if (inner.type === 'ThrowStatement') found.push(inner)
  })
  return found
}

/** Whether the call hangs a handler on a promise that does not fail in turn: `f().catch(log)`, `f().then(use, log)`. */
export function handlesFailure({ callee, arguments: given }: TSESTree.CallExpression, parsed: Parsed): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false
  const { name } = callee.property
  const handler = name === 'catch' ? given[0] : name === 'then' ? given[1] : undefined
  return handler !== undefined && !(isFunction(handler) && handler.body && throwsOf(handler.body, parsed).length > 0)
}

/** f().catch(log), await f().catch(log), trapErrors(f) */
function hasHandler(node: Node, parsed: Parsed): boolean {
  const value = plainExpression(node.type === 'AwaitExpression' ? node.argument : node)
  return value.type === 'CallExpression' && (handlesFailure(value, parsed) || soundsSafe(value))
}

/** Whether the callee's name says that it handles failures itself; enough to stay silent. */
export function soundsSafe({ callee }: TSESTree.CallExpression): boolean {
  const node = plainExpression(callee)
  const name = node.type === 'MemberExpression' ? node.property : node
  return name.type === 'Identifier' && namesSafe(name.name)
}
