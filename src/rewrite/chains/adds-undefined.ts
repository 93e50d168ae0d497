import type { TSESTree } from '@typescript-eslint/utils'
import { isTypeScript } from '../../facts/rewrite-legality/is-typescript.ts'
import { variableOf } from '../../facts/scopes/variable-of.ts'
import { isWithin } from '../../parse/walk.ts'
import type { Chain } from '../../model/chain.ts'
import { outermostOf } from '../../model/wrappers.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'

/**
 * Whether TypeScript takes `xs.filter(f)[0]` for an element, and `xs.find(f)` for one or `undefined`, and what is done
 * with it would not allow for that.
 */
export function addsUndefined({ consumer, held }: Chain, parsed: Parsed): boolean {
  if (!isTypeScript(parsed) || consumer.kind !== 'first' || consumer.mayLackElement) return false
  if (consumer.node.type === 'ArrayPattern') return !isExpectedOf(consumer.node.elements[0]!, parsed)
  return !isExpected(held ? consumer.node : consumer.node, parsed)
}

/** Whether the value at this place may as well be `undefined`. */
function isExpected(value: Node, parsed: Parsed): boolean {
  const outer = outermostOf(value)
  for (let node = value; node !== outer; node = node.parent!) if (node.parent!.type === 'TSNonNullExpression') return true
  const { parent } = outer
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === outer && parent.optional
    case 'LogicalExpression':
      return parent.left === outer || isExpected(parent, parsed)
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === outer
    case 'UnaryExpression':
      return parent.operator === '!'
    case 'BinaryExpression':
      // Joined with a text, `undefined` is one too.
      return /^[!=]==?$/.test(parent.operator) || (parent.operator === '+' && isText(parent.left === outer ? parent.right : parent.left))
    case 'TemplateLiteral':
      return true
    case 'ReturnStatement':
      return returnsOptional(functionAround(parent))
    case 'ArrowFunctionExpression':
      return returnsOptional(parent)
    case 'VariableDeclarator':
      return parent.init === outer && isExpectedOf(parent.id, parsed)
    default:
      return false
  }
}

/** Whether every mention of the variable allows for `undefined`, or comes after a test of it. */
function isExpectedOf(name: Node, parsed: Parsed): boolean {
  if (name.type === 'AssignmentPattern') return true
  if (name.type !== 'Identifier') return false
  if (name.typeAnnotation) return isOptionalType(name.typeAnnotation.typeAnnotation)
  const variable = variableOf(name, parsed)
  const uses = (variable?.references ?? []).filter(({ init }) => !init).map(({ identifier }) => identifier as Node)
  return uses.every((use) => isExpected(use, parsed) || uses.some((test) => isTestFor(test, use)))
}

/** if (test) { use }     test && use     test ? use : 0     if (!test) return; use */
function isTestFor(test: Node, use: Node): boolean {
  for (let node = test; node.parent && !isFunction(node.parent); node = node.parent) {
    const { parent } = node
    if (parent.type === 'IfStatement' && parent.test === node) {
      if (isPositive(test, node)) return isWithin(use, parent.consequent)
      return leaves(parent.consequent) && use.range[0] > parent.range[1]
    }
    if (parent.type === 'ConditionalExpression' && parent.test === node) return isPositive(test, node) && isWithin(use, parent.consequent)
    if (parent.type === 'LogicalExpression' && parent.operator === '&&' && parent.left === node && isWithin(use, parent.right)) return isPositive(test, node)
  }
  return false
}

/** `test`, or `test && more`: it holds only with a value. */
function isPositive(test: Node, condition: Node): boolean {
  if (condition === test) return true
  return condition.type === 'LogicalExpression' && condition.operator === '&&' && isPositive(test, condition.left)
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')
}

function leaves(node: Node): boolean {
  if (node.type === 'BlockStatement') return node.body.length > 0 && leaves(node.body.at(-1)!)
  return ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(node.type)
}

function functionAround(node: Node): Node | undefined {
  let around = node.parent
  while (around && !isFunction(around)) around = around.parent
  return around
}

function returnsOptional(node: Node | undefined): boolean {
  const type = isFunction(node) ? node.returnType?.typeAnnotation : undefined
  return type !== undefined && isOptionalType(type)
}

function isOptionalType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSUnionType') return type.types.some(isOptionalType)
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise') {
    return type.typeArguments?.params.some(isOptionalType) ?? false
  }
  return ['TSUndefinedKeyword', 'TSAnyKeyword', 'TSUnknownKeyword', 'TSVoidKeyword'].includes(type.type)
}
