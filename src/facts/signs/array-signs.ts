import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * Whether a value is an array by all signs: it is made by a method that only arrays have, or is used as only they are
 * used elsewhere in the file: `xs.length`, `xs.push(x)`, `xs[0]`.
 */
export function looksLikeArray(expression: Node, parsed: Parsed): boolean {
  const node = plainExpression(expression)
  if (node.type === 'CallExpression') return isArrayMethod(node.callee)
  const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
  if (!variable || variable.defs.length !== 1) return false
  const init = singleInit(variable)
  if (init && looksLikeArray(init, parsed)) return true
  return referencesOf(variable).some(({ identifier }) => isArrayUse(identifier as Node))
}

/** text.split(',')   Object.keys(o).sort() */
function isArrayMethod(callee: Node): boolean {
  return callee.type === 'MemberExpression' && !callee.computed && MAKES_ARRAY.has(nameOf(callee.property))
}

/** xs.length   xs.push(x)   xs[0] */
function isArrayUse(name: Node): boolean {
  const { parent } = name
  if (parent?.type !== 'MemberExpression' || parent.object !== name) return false
  if (parent.computed) return parent.property.type === 'Literal' && typeof parent.property.value === 'number'
  const property = nameOf(parent.property)
  return property === 'length' || (ONLY_OF_ARRAYS.has(property) && parent.parent.type === 'CallExpression')
}

function nameOf(property: Node): string {
  return property.type === 'Identifier' ? property.name : ''
}

/** `filter` and `map` are no signs: a Map of some libraries has them too, and walks entries. */
const MAKES_ARRAY = new Set(['split', 'toSorted', 'toReversed'])

const ONLY_OF_ARRAYS = new Set(['push', 'unshift', 'indexOf', 'splice', 'join', 'toSorted'])
