import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { valueKindOf } from '../values/value-of.ts'
import { isSurelyObject } from './surely-object.ts'

/**
 * Whether evaluating a call surely gives a promise and throws nothing: the callee is an async function, in sight or by
 * its row, and neither finding it nor its arguments can throw.
 *
 *     yes   load(id)   this.load({ id })   fetch(`/users/${id}`)
 *     no    load(user.id)   load(JSON.parse(text))   for a `user` that may be missing
 */
export function startsSafely(expression: Node, parsed: Parsed, rows: readonly KnownCallRow[]): boolean {
  const node = plainExpression(expression)
  if (node.type === 'ImportExpression') return isSafe(node.source, parsed, rows)
  if (node.type !== 'CallExpression' || node.optional) return false
  const isAsync = lookUpCall(node, parsed, rows)?.row.async === true || isAsyncFunction(node.callee, parsed)
  if (!isAsync || !isSafeCallee(node.callee, parsed, rows)) return false
  return node.arguments.every((argument) => isSafe(argument, parsed, rows))
}

function isAsyncFunction(callee: TSESTree.Expression, parsed: Parsed): boolean {
  const found = findFunction(callee, parsed)
  return found !== null && found.async && !found.generator
}

function isSafeCallee(callee: Node, parsed: Parsed, rows: readonly KnownCallRow[]): boolean {
  const node = plainExpression(callee)
  return isFunction(node) || isSafe(node, parsed, rows)
}

function isSafe(expression: Node, parsed: Parsed, rows: readonly KnownCallRow[]): boolean {
  const node = plainExpression(expression)
  const next = (part: Node | null): boolean => part === null || isSafe(part, parsed, rows)
  if (ATOMS.has(node.type)) return true
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.every(next)
    case 'ArrayExpression':
      return node.elements.every(next)
    case 'ObjectExpression':
      return node.properties.every((property) =>
        property.type === 'SpreadElement' ? next(property.argument) : !property.computed && next(property.value),
      )
    case 'UnaryExpression':
      return node.operator !== 'delete' && next(node.argument)
    case 'BinaryExpression':
      return node.operator !== 'in' && node.operator !== 'instanceof' && next(node.left) && next(node.right)
    case 'LogicalExpression':
      return next(node.left) && next(node.right)
    case 'ConditionalExpression':
      return next(node.test) && next(node.consequent) && next(node.alternate)
    case 'MemberExpression':
      if (!next(node.object) || (node.computed && !next(node.property))) return false
      return node.optional || isSurelyObject(node.object, parsed)
    case 'CallExpression':
      return isSafeJoin(node, parsed, rows)
    default:
      return false
  }
}

/** `path.join(root, 'a.json')` of texts. */
function isSafeJoin(node: TSESTree.CallExpression, parsed: Parsed, rows: readonly KnownCallRow[]): boolean {
  if (lookUpCall(node, parsed, rows)?.row.joinsNames !== true) return false
  return node.arguments.every(
    (argument) => isSafe(argument, parsed, rows) && valueKindOf(argument, parsed, rows) === 'string',
  )
}

const ATOMS = new Set([
  'Identifier',
  'Literal',
  'ThisExpression',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'MetaProperty',
])
