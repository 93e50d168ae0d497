import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Use } from './behaviour.ts'

/**
 * Whether the value of a call, or what it promises, is used:
 *
 *     const x = await f()   used      await f()   discarded      f().catch(log)   discarded     return f()   returned
 */
export function valueUseOf(call: Node, parsed: Parsed): Use {
  let child: Node = call
  for (let node = child.parent; node; child = node, node = node.parent) {
    if (passesValueOn(node, child)) continue
    switch (node.type) {
      case 'ExpressionStatement':
        return 'discarded'
      case 'UnaryExpression':
        return node.operator === 'void' ? 'discarded' : 'used'
      case 'ReturnStatement':
        return 'returned'
      case 'ArrowFunctionExpression':
        return node.body === child ? 'returned' : 'used'
      case 'VariableDeclarator':
        return node.id.type === 'Identifier' && isNeverRead(node.id, parsed) ? 'discarded' : 'used'
      default:
        return 'used'
    }
  }
  return 'used'
}

/**
 * Whether the call's promise is awaited in place: `await f()`, `await f().catch(log)`, `await f().finished`, `await
 * Promise.all([f()])`.
 */
export function isAwaited(call: Node): boolean {
  for (let child: Node = call, node = child.parent; node && !isFunction(node); child = node, node = node.parent) {
    if (node.type === 'AwaitExpression') return true
    if (node.type !== 'ArrayExpression' && !isCombined(node, child) && !passesValueOn(node, child)) return false
  }
  return false
}

/** `Promise.all([f(), g()])` */
function isCombined(node: Node, list: Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.arguments[0] === list &&
    node.callee.type === 'MemberExpression' &&
    node.callee.object.type === 'Identifier' &&
    node.callee.object.name === 'Promise'
  )
}

function passesValueOn(node: Node, child: Node): boolean {
  switch (node.type) {
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return true
    case 'ConditionalExpression':
      return node.test !== child
    case 'LogicalExpression':
      return node.right === child
    case 'SequenceExpression':
      return node.expressions.at(-1) === child
    case 'MemberExpression': {
      const isCalled = node.parent.type === 'CallExpression' && node.parent.callee === node
      return node.object === child && (!isCalled || isPromiseMethod(node))
    }
    // await new Promise((resolve) => setTimeout(resolve, 100))
    case 'ArrowFunctionExpression':
      return node.body === child && isExecutor(node)
    case 'NewExpression':
      return isExecutor(child)
    case 'CallExpression':
      return node.callee === child && child.type === 'MemberExpression' && isPromiseMethod(child)
    default:
      return false
  }
}

function isExecutor({ type, parent }: Node): boolean {
  return (
    type === 'ArrowFunctionExpression' &&
    parent.type === 'NewExpression' &&
    parent.callee.type === 'Identifier' &&
    parent.callee.name === 'Promise'
  )
}

/**
 * The protocol of promises, which every thenable follows: `then` passes on another value, so only `catch` and
 * `finally` count.
 */
function isPromiseMethod(member: Extract<Node, { type: 'MemberExpression' }>): boolean {
  return (
    !member.computed && member.property.type === 'Identifier' && ['catch', 'finally'].includes(member.property.name)
  )
}

function isNeverRead(name: Node, parsed: Parsed): boolean {
  const variable = variableOf(name, parsed)
  return variable !== null && variable.references.every((reference) => !reference.isRead())
}
