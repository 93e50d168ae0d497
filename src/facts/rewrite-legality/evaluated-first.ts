import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

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
  switch (parent.type) {
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'UnaryExpression':
    case 'SpreadElement':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return true
    case 'VariableDeclaration':
      return parent.declarations[0] === child
    case 'VariableDeclarator':
      return parent.init === child && !hasEffectsBeforeInit(parent.id)
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === child
    case 'SwitchStatement':
      return parent.discriminant === child
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.right === child
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

/**
 * Whether nobody can tell when it was evaluated: names, literals, properties of names, functions, and what joins them.
 * `value` counts as such too.
 */
export function isInert(node: Node, value: Node | null = null): boolean {
  if (node === value) return true
  const isPartInert = (part: Node | null): boolean => part === null || isInert(part, value)
  switch (node.type) {
    case 'Identifier':
    case 'Literal':
    case 'ThisExpression':
    case 'Super':
    case 'MetaProperty':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'PrivateIdentifier':
      return true
    case 'MemberExpression':
      return isPartInert(node.object) && (!node.computed || isPartInert(node.property))
    case 'TemplateLiteral':
      return node.expressions.every(isPartInert)
    case 'ArrayExpression':
      return node.elements.every(isPartInert)
    case 'ObjectExpression':
      return node.properties.every((property) =>
        isPartInert(property.type === 'SpreadElement' ? property.argument : property),
      )
    case 'Property':
      return isPartInert(node.value) && (!node.computed || isPartInert(node.key))
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPartInert(node.argument)
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isPartInert(node.left) && isPartInert(node.right)
    case 'ConditionalExpression':
      return isPartInert(node.test) && isPartInert(node.consequent) && isPartInert(node.alternate)
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return isPartInert(node.expression)
    default:
      return false
  }
}
