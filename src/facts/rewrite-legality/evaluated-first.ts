import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isInert } from './inert.ts'

/**
 * Whether a statement always evaluates the expression, and before anything in it that could be noticed, so that it may
 * be evaluated ahead of the statement:
 *
 *     yes   out.push(await f(x))   total += await f(x)   if (!(await f(x))) continue   for (const y of await f(x))
 *     no    ready && await f(x)    log(next(), await f(x))    out[nextKey()] = await f(x)
 */
export function isEvaluatedFirst(expression: Node, statement: Node): boolean {
  for (let child = expression; child !== statement; child = child.parent!) {
    if (!child.parent || !leadsTo(child, child.parent)) return false
  }
  return true
}

/** Whether `parent` evaluates `child` always, and before it only what is inert. */
function leadsTo(child: Node, parent: Node): boolean {
  return HAVE_ONE_PART.has(parent.type) || leadsFromStatement(child, parent) || leadsFromExpression(child, parent)
}

/** Nodes that evaluate one expression, and nothing before it. */
const HAVE_ONE_PART = new Set([
  'ExpressionStatement',
  'ReturnStatement',
  'ThrowStatement',
  'AwaitExpression',
  'YieldExpression',
  'UnaryExpression',
  'SpreadElement',
  'ChainExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
])

function leadsFromStatement(child: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'VariableDeclaration':
      return parent.declarations[0] === child
    case 'VariableDeclarator':
      return parent.init === child && !hasEffectsBeforeInit(parent.id)
    case 'IfStatement':
      return parent.test === child
    case 'SwitchStatement':
      return parent.discriminant === child
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === child
    default:
      return false
  }
}

function leadsFromExpression(child: Node, parent: Node): boolean {
  switch (parent.type) {
    case 'ConditionalExpression':
      return parent.test === child
    case 'LogicalExpression':
      return parent.left === child
    case 'BinaryExpression':
      return parent.left === child || isInert(parent.left)
    case 'AssignmentExpression':
      return parent.right === child && !LOGICAL_ASSIGNMENTS.has(parent.operator) && isInert(parent.left)
    case 'MemberExpression':
      return parent.object === child || (isInert(parent.object) && !parent.optional)
    case 'CallExpression':
    case 'NewExpression':
      return isCalledFirst(child, parent)
    case 'ArrayExpression':
      return areInertBefore(child, parent.elements)
    case 'ObjectExpression':
      return areInertBefore(child, parent.properties)
    case 'Property':
      return parent.value === child && (!parent.computed || isInert(parent.key))
    case 'TemplateLiteral':
      return areInertBefore(child, parent.expressions)
    case 'SequenceExpression':
      return areInertBefore(child, parent.expressions)
    default:
      return false
  }
}

const LOGICAL_ASSIGNMENTS = new Set(['&&=', '||=', '??='])

function hasEffectsBeforeInit(id: Node): boolean {
  return id.type !== 'Identifier' && id.type !== 'ObjectPattern' && id.type !== 'ArrayPattern'
}

function isCalledFirst(child: Node, call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  if (call.callee === child) return true
  return !isOptional(call) && isInert(call.callee) && areInertBefore(child, call.arguments)
}

/** `a?.f(x)`: whether the argument is evaluated at all depends on `a`. */
function isOptional(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  let node: Node = call
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') {
    if (node.optional) return true
    node = node.type === 'CallExpression' ? node.callee : node.object
  }
  return false
}

function areInertBefore(child: Node, siblings: readonly (Node | null)[]): boolean {
  return siblings.slice(0, siblings.indexOf(child)).every((sibling) => sibling === null || isInert(sibling))
}
