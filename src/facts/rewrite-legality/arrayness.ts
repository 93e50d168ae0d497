import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

/**
 * What is proven of a value: `dense` is an array without holes, so that `map` visits what `for...of` visits;
 * `array` is an array that may have holes; `unknown` may be any iterable or array-like.
 */
export type Arrayness = 'dense' | 'array' | 'unknown'

/** How surely an expression gives an array. */
export function arraynessOf(expression: Node, parsed: Parsed): Arrayness {
  const node = plainExpression(expression)
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.includes(null) ? 'array' : 'dense'
    case 'CallExpression':
      return arraynessOfCall(node, parsed)
    case 'Identifier': {
      const variable = variableOf(node, parsed)
      return variable ? arraynessOfVariable(variable, parsed) : 'unknown'
    }
    default:
      return 'unknown'
  }
}

/** Number of elements of a short literal, also through a `const` that nothing changes; null where it is not known. */
export function literalLengthOf(expression: Node, parsed: Parsed): number | null {
  const node = plainExpression(expression)
  if (node.type === 'ArrayExpression') {
    return node.elements.some((element) => element?.type === 'SpreadElement') ? null : node.elements.length
  }
  if (node.type !== 'Identifier') return null
  const variable = variableOf(node, parsed)
  const init = variable && singleInit(variable)
  return init && referencesOf(variable).every(({ identifier, init }) => init || isWalked(identifier as Node))
    ? literalLengthOf(init, parsed)
    : null
}

function arraynessOfCall(call: TSESTree.CallExpression, parsed: Parsed): Arrayness {
  const { callee } = call
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return 'unknown'
  const { name } = callee.property
  if (callee.object.type === 'Identifier' && isGlobal(callee.object, parsed)) {
    return DENSE_BUILDERS[callee.object.name]?.includes(name) ? 'dense' : 'unknown'
  }
  const receiver = arraynessOf(callee.object, parsed)
  if (receiver === 'unknown') return 'unknown'
  if (name === 'filter' || name === 'flat' || name === 'toSorted' || name === 'toReversed') return 'dense'
  return SAME_HOLES.includes(name) ? receiver : 'unknown'
}

/** Functions of the language that give a new array without holes. */
const DENSE_BUILDERS: Readonly<Record<string, readonly string[]>> = {
  Object: ['keys', 'values', 'entries', 'getOwnPropertyNames'],
  Array: ['from', 'of'],
}

/** Methods of arrays whose result has holes where the receiver has. */
const SAME_HOLES = ['map', 'slice', 'sort', 'reverse', 'fill']

function arraynessOfVariable(variable: Variable, parsed: Parsed): Arrayness {
  const init = singleInit(variable)
  const value = init ? arraynessOf(init, parsed) : 'unknown'
  if (value === 'dense') {
    const stays = referencesOf(variable).every((reference) => reference.init || keepsDense(reference.identifier as Node))
    return stays ? 'dense' : 'array'
  }
  return value === 'array' || isAnnotatedAsArray(variable) ? 'array' : 'unknown'
}

/** `for (x of xs)`, `xs.length`, `xs.push(y)`: nothing that makes a hole or lets others make one. */
function keepsDense(name: Node): boolean {
  if (isWalked(name)) return true
  const { parent } = name
  return (
    parent?.type === 'MemberExpression' &&
    parent.object === name &&
    parent.parent.type === 'CallExpression' &&
    parent.parent.callee === parent &&
    !parent.computed
  )
}

function isWalked(name: Node): boolean {
  const { parent } = name
  if (parent?.type === 'ForOfStatement') return parent.right === name
  return (
    parent?.type === 'MemberExpression' &&
    !parent.computed &&
    parent.property.type === 'Identifier' &&
    parent.property.name === 'length' &&
    parent.parent.type !== 'AssignmentExpression' &&
    parent.parent.type !== 'UpdateExpression'
  )
}

function isAnnotatedAsArray(variable: Variable): boolean {
  return variable.identifiers.some((name) => {
    const type = 'typeAnnotation' in name ? name.typeAnnotation?.typeAnnotation : undefined
    return type !== undefined && isArrayType(type)
  })
}

function isArrayType(type: TSESTree.TypeNode): boolean {
  if (type.type === 'TSArrayType' || type.type === 'TSTupleType') return true
  if (type.type === 'TSTypeOperator') return type.typeAnnotation !== undefined && isArrayType(type.typeAnnotation)
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false
  return type.typeName.name === 'Array' || type.typeName.name === 'ReadonlyArray'
}
