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

/** Whether the call's promise is awaited in place: `await f()`, `await f().catch(log)`, `await Promise.all([f()])`. */
export function isAwaited(call: Node): boolean {
  for (let child: Node = call, node = child.parent; node && !isFunction(node); child = node, node = node.parent) {
    if (node.type === 'AwaitExpression') return true
    const inList = node.type === 'ArrayExpression' || (node.type === 'CallExpression' && node.arguments.includes(child as never))
    if (!inList && !passesValueOn(node, child)) return false
  }
  return false
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
    case 'MemberExpression':
      return node.object === child && isPromiseMethod(node) && node.parent.type === 'CallExpression' && node.parent.callee === node
    case 'CallExpression':
      return node.callee === child && child.type === 'MemberExpression' && isPromiseMethod(child)
    default:
      return false
  }
}

/** The protocol of promises, which every thenable follows: `then` passes on another value, so only `catch` and `finally` count. */
function isPromiseMethod(member: Extract<Node, { type: 'MemberExpression' }>): boolean {
  return !member.computed && member.property.type === 'Identifier' && ['catch', 'finally'].includes(member.property.name)
}

function isNeverRead(name: Node, parsed: Parsed): boolean {
  const variable = variableOf(name, parsed)
  return variable !== null && variable.references.every((reference) => !reference.isRead())
}
