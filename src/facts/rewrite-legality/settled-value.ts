import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/**
 * Whether an expression surely gives no promise, so that returning it from an async callback hands on the value itself.
 * An object with a `then` of its own is not thought of.
 */
export function isSettled(expression: Node): boolean {
  const node = plainExpression(expression)
  switch (node.type) {
    case 'AwaitExpression':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'Literal':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return true
    case 'ConditionalExpression':
      return isSettled(node.consequent) && isSettled(node.alternate)
    case 'LogicalExpression':
      return isSettled(node.left) && isSettled(node.right)
    case 'SequenceExpression':
      return isSettled(node.expressions.at(-1)!)
    default:
      return false
  }
}

/** Whether a variable's one value is no promise. */
export function isSettledVariable(variable: Variable): boolean {
  const init = singleInit(variable)
  return init !== null && isSettled(init)
}

/** Whether some use awaits the variable or hangs a handler on it: `await p`, `p.catch(log)`, `Promise.all([p, q])`. */
export function isUsedAsPromise(variable: Variable, parts: readonly Node[]): boolean {
  return variable.references.some(({ identifier }) => {
    const name = identifier as Node
    return parts.some(({ range }) => range[0] <= name.range[0] && name.range[1] <= range[1]) && isPromiseUse(name)
  })
}

function isPromiseUse(name: Node): boolean {
  const { parent } = name
  if (parent?.type === 'AwaitExpression') return true
  if (parent?.type === 'MemberExpression' && parent.object === name && !parent.computed) {
    return parent.property.type === 'Identifier' && HANDLERS.has(parent.property.name)
  }
  return parent?.type === 'ArrayExpression' && isCombined(parent)
}

const HANDLERS = new Set(['then', 'catch', 'finally'])

/** Promise.all([p, q]) */
function isCombined({ parent }: Node): boolean {
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    parent.callee.object.type === 'Identifier' &&
    parent.callee.object.name === 'Promise'
  )
}
