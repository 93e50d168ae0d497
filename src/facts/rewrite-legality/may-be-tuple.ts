import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * Whether TypeScript takes a tuple of `size` elements where a list stands: `[string, string]` for `string[]`.
 *
 *     yes   const [a, b] = [f(), g()]   const all: string[] = [f(), g()]   use([f(), g()])   [f(), g()].join()
 *     no    let all = [f(), g()]   return [f(), g()], whose callers may assign it, or ask whether there are three
 */
export function mayBeTuple(list: Node, size: number, parsed: Parsed): boolean {
  if (hasExpectedType(list, parsed)) return true
  const { parent } = list
  if (parent?.type !== 'VariableDeclarator') return isHarmlessUse(list, size)
  if (parent.id.type !== 'Identifier') return true
  const variable = variableOf(parent.id, parsed)
  if (!variable || (parent.parent as TSESTree.VariableDeclaration).kind !== 'const') return false
  return referencesOf(variable).every(({ identifier, init }) => init || isHarmlessUse(identifier as Node, size))
}

/** Whether what is written around an expression says of which type it is to be. */
export function hasExpectedType(node: Node, parsed: Parsed): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return true
    case 'VariableDeclarator':
      return parent.id.typeAnnotation !== undefined
    case 'AssignmentPattern':
      return parent.right === node && parent.left.typeAnnotation !== undefined
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node
    case 'AssignmentExpression':
      return parent.right === node && isOfWrittenType(parent.left, parsed)
    case 'ReturnStatement':
    case 'YieldExpression':
      return hasWrittenResult(functionAround(parent), parsed)
    case 'ArrowFunctionExpression':
      return hasWrittenResult(parent, parsed)
    case 'Property':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'TSNonNullExpression':
      return hasExpectedType(parent, parsed)
    default:
      return false
  }
}

/** A property is of the type that its object has it. */
function isOfWrittenType(target: Node, parsed: Parsed): boolean {
  if (target.type !== 'Identifier') return true
  const name = variableOf(target, parsed)?.defs[0]?.name
  return name?.type === 'Identifier' && name.typeAnnotation !== undefined
}

function functionAround(node: Node): FunctionNode | null {
  let around: Node | undefined = node
  while (around && !isFunction(around)) around = around.parent
  return around ?? null
}

/** Of its own, or of the variable that it is the value of; what a call is given may have any result. */
function hasWrittenResult(owner: FunctionNode | null, parsed: Parsed): boolean {
  if (!owner) return false
  const isGiven = owner.parent.type === 'CallExpression' || owner.parent.type === 'NewExpression'
  return owner.returnType !== undefined || (!isGiven && hasExpectedType(owner, parsed))
}

/** What a tuple is good for as a list is: its methods, its elements, a walk over them. */
function isHarmlessUse(use: Node, size: number): boolean {
  const { parent } = use
  switch (parent?.type) {
    case 'SpreadElement':
    case 'ExpressionStatement':
    case 'TemplateLiteral':
      return true
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== use
    case 'ForOfStatement':
      return parent.right === use
    case 'VariableDeclarator':
      return parent.id.type !== 'Identifier'
    case 'MemberExpression':
      return parent.object === use && isHarmlessMember(parent, size)
    default:
      return false
  }
}

/** `[2]` of two is an error, as is the question whether their number is 3. */
function isHarmlessMember({ computed, property, parent }: TSESTree.MemberExpression, size: number): boolean {
  if (computed) return property.type === 'Literal' && typeof property.value === 'number' && property.value < size
  return parent.type === 'CallExpression' || !/^(?:BinaryExpression|SwitchStatement|SwitchCase)$/.test(parent.type)
}
