import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'
import { ownEntry } from '../../parse/own-entry.ts'

/**
 * What is proven of a value: `dense` is an array without holes, so that `map` visits what `for...of` visits;
 * `array` is an array that may have holes; `unknown` may be any iterable or array-like.
 */
export type Arrayness = 'dense' | 'array' | 'unknown'

/** Whether an array is without holes as far as its type tells, which says that every element is there. */
export function isArrayByType(expression: Node, parsed: Parsed): boolean {
  return classOf(parseKind(valueKindOf(expression, parsed) ?? 'unknown')) === 'Array'
}

/** How surely an expression gives an array. */
export function arraynessOf(expression: Node, parsed: Parsed): Arrayness {
  const node = plainExpression(expression)
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.includes(null) ? 'array' : 'dense'
    case 'CallExpression':
      return isDenseResult(node, parsed) ? 'dense' : isArrayByType(node, parsed) ? 'array' : 'unknown'
    case 'Identifier': {
      const variable = variableOf(node, parsed)
      if (variable && isDenseVariable(variable, parsed)) return 'dense'
    }
  }
  return isArrayByType(node, parsed) ? 'array' : 'unknown'
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

function isDenseResult({ callee }: TSESTree.CallExpression, parsed: Parsed): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false
  const { name } = callee.property
  if (callee.object.type === 'Identifier' && isGlobal(callee.object, parsed)) {
    return ownEntry(DENSE_BUILDERS, callee.object.name)?.includes(name) ?? false
  }
  if (FILLS_HOLES.includes(name)) return arraynessOf(callee.object, parsed) !== 'unknown'
  return SAME_HOLES.includes(name) && arraynessOf(callee.object, parsed) === 'dense'
}

/** Functions of the language that give a new array without holes. */
const DENSE_BUILDERS: Readonly<Record<string, readonly string[]>> = {
  Object: ['keys', 'values', 'entries', 'getOwnPropertyNames'],
  Array: ['from', 'of'],
}

/** Methods of arrays whose result has no holes. */
const FILLS_HOLES = ['filter', 'flat', 'toSorted', 'toReversed']

/** Methods of arrays whose result has holes where the receiver has. */
const SAME_HOLES = ['map', 'slice', 'sort', 'reverse', 'fill']

function isDenseVariable(variable: Variable, parsed: Parsed): boolean {
  const init = singleInit(variable)
  if (!init || arraynessOf(init, parsed) !== 'dense') return false
  return referencesOf(variable).every((reference) => reference.init || keepsDense(reference.identifier as Node))
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
