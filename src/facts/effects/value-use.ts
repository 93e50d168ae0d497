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
    const later = awaitedLater(node, child, parsed)
    if (later) return valueUseOf(later, parsed)
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
 * Whether the call's promise is awaited in place: `await f()`, `await f().then(pick)`, `await f().finished`, `await
 * Promise.all([f()])`.
 */
export function isAwaited(call: Node, parsed: Parsed): boolean {
  for (let child: Node = call, node = child.parent; node && !isFunction(node); child = node, node = node.parent) {
    if (node.type === 'AwaitExpression' || awaitedLater(node, child, parsed)) return true
    if (node.type === 'ArrayExpression' || isCombined(node, child) || isFollowed(node, child)) continue
    if (!passesValueOn(node, child)) return false
  }
  return false
}

/** `const saved = save(x); await saved`: the one use of the variable. */
function awaitedLater(node: Node, child: Node, parsed: Parsed): Node | null {
  if (node.type !== 'VariableDeclarator' || node.init !== child || node.id.type !== 'Identifier') return null
  const reads = variableOf(node.id, parsed)?.references.filter((reference) => reference.isRead()) ?? []
  const name = reads[0]?.identifier as Node | undefined
  if (reads.length !== 1 || child.type === 'AwaitExpression' || name?.parent?.type !== 'AwaitExpression') return null
  return name
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

/** `f().then(pick)`: what is awaited comes after the call, whatever becomes of its value. */
function isFollowed(node: Node, child: Node): boolean {
  const member = node.type === 'CallExpression' && node.callee === child ? child : node
  if (member.type !== 'MemberExpression' || member.computed || member.property.type !== 'Identifier') return false
  if (member.property.name !== 'then' || (member === node && node.object !== child)) return false
  return member.parent.type === 'CallExpression' && member.parent.callee === member
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
 * The protocol of promises, which every thenable follows: `then` passes on another value, so that `catch` and
 * `finally` count, and `then(() => ...)`, which drops the value.
 */
function isPromiseMethod(member: Extract<Node, { type: 'MemberExpression' }>): boolean {
  if (member.computed || member.property.type !== 'Identifier') return false
  const { name } = member.property
  if (name !== 'then') return name === 'catch' || name === 'finally'
  const callback = member.parent.type === 'CallExpression' ? member.parent.arguments[0] : undefined
  return isFunction(callback) && callback.params.length === 0 && valueIsDropped(member.parent)
}

/** `await f(x).then(() => log(x))` */
function valueIsDropped({ parent }: Node): boolean {
  return parent?.type === 'ExpressionStatement' || (parent?.type === 'AwaitExpression' && valueIsDropped(parent))
}

function isNeverRead(name: Node, parsed: Parsed): boolean {
  const variable = variableOf(name, parsed)
  return variable !== null && variable.references.every((reference) => !reference.isRead())
}
