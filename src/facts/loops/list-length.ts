import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { declaratorOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { namesBatch } from '../signs/name-signs.ts'

/**
 * How many elements a list has, as far as the code says:
 *
 *     few       written out: [a, b], [a, b].filter(f), Object.keys({ a, b }), Array.from({ length: 4 })
 *     batch     a part that was cut off on purpose: `batch`, xs.slice(i, i + size), xs.splice(0, 50)
 *     constant  by all signs written out elsewhere: LOCALES, (...files), (files = [a, b])
 *     any       everything else
 */
export type ListLength = 'few' | 'batch' | 'constant' | 'any'

const DEEPEST = 8

export function listLengthOf(expression: Node, parsed: Parsed, depth = 0): ListLength {
  if (depth > DEEPEST) return 'any'
  const node = plainExpression(expression)
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.every((element) => element?.type !== 'SpreadElement')
        ? 'few'
        : atLeast(node.elements.map((element) => (element?.type === 'SpreadElement' ? element.argument : null)), parsed, depth)
    case 'ObjectExpression':
      return node.properties.every(({ type }) => type === 'Property') ? 'few' : 'any'
    case 'Identifier':
      return lengthOfName(node, parsed, depth)
    case 'MemberExpression':
      return !node.computed && node.property.type === 'Identifier' ? signOfName(node.property.name) : 'any'
    case 'CallExpression':
      return lengthOfCall(node, parsed, depth)
    case 'LogicalExpression':
      return listLengthOf(node.left, parsed, depth + 1)
    case 'ConditionalExpression':
      return atLeast([node.consequent, node.alternate], parsed, depth)
    default:
      return 'any'
  }
}

function atLeast(parts: readonly (Node | null)[], parsed: Parsed, depth: number): ListLength {
  const lengths = parts.map((part) => (part ? listLengthOf(part, parsed, depth + 1) : 'few'))
  return (['any', 'constant', 'batch'] as const).find((length) => lengths.includes(length)) ?? 'few'
}

function lengthOfName(node: TSESTree.Identifier, parsed: Parsed, depth: number): ListLength {
  const variable = variableOf(node, parsed)
  const given = variable?.defs[0]?.type === 'Parameter' ? lengthOfParameter(variable.identifiers[0] as Node, parsed) : 'any'
  if (given !== 'any') return given
  const init = variable && singleInit(variable)
  const isGrown = variable?.references.some(({ identifier }) => isAddedTo(identifier as Node)) ?? false
  const length = init && !isGrown ? listLengthOf(init, parsed, depth + 1) : 'any'
  if (length !== 'any' || isGrown) return length
  // for (const group of groups): a part of something, the whole of which is walked one after the other
  const isPart = variable?.defs[0]?.parent?.parent?.type === 'ForOfStatement' && !declaratorOf(variable)
  return isPart ? 'batch' : signOfName(node.name)
}

/** `(...files)`, whose callers write them out, or `(files = [a, b])`. */
function lengthOfParameter(name: Node, parsed: Parsed): ListLength {
  const { parent } = name
  if (parent?.type === 'RestElement' && isFunction(parent.parent)) return 'constant'
  const standard = parent?.type === 'AssignmentPattern' && parent.left === name ? listLengthOf(parent.right, parsed, 1) : 'any'
  return standard === 'few' && !isEmptyList((parent as TSESTree.AssignmentPattern).right) ? 'constant' : 'any'
}

/** `(files = [])` says nothing of how many there are. */
function isEmptyList(node: Node): boolean {
  return node.type === 'ArrayExpression' && node.elements.length === 0
}

function signOfName(name: string): ListLength {
  if (namesBatch(name)) return 'batch'
  return /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(name) && name.length > 1 ? 'constant' : 'any'
}

/** xs.push(x), xs.unshift(x) */
function isAddedTo({ parent, range }: Node): boolean {
  return (
    parent?.type === 'MemberExpression' &&
    parent.object.range[0] === range[0] &&
    !parent.computed &&
    parent.property.type === 'Identifier' &&
    /^(?:push|unshift|splice)$/.test(parent.property.name) &&
    parent.parent.type === 'CallExpression'
  )
}

function lengthOfCall(node: TSESTree.CallExpression, parsed: Parsed, depth: number): ListLength {
  const { callee, arguments: given } = node
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return 'any'
  const { name } = callee.property
  const holder = callee.object.type === 'Identifier' ? callee.object.name : null
  const [first] = given
  if (holder === 'Object' && first) return listLengthOf(first, parsed, depth + 1)
  if (holder === 'Array' && name === 'of') return 'few'
  if (holder === 'Array' && name === 'from' && first) return hasLength(first) ? 'few' : listLengthOf(first, parsed, depth + 1)
  if ((name === 'slice' || name === 'splice') && given.length === 2) return 'batch'
  return SAME_OR_FEWER.has(name) ? listLengthOf(callee.object, parsed, depth + 1) : 'any'
}

/** `{ length: 4 }`: whoever writes it has chosen the number. */
function hasLength(node: Node): boolean {
  return node.type === 'ObjectExpression'
}

const SAME_OR_FEWER = new Set(['filter', 'map', 'slice', 'sort', 'reverse', 'toSorted', 'toReversed', 'entries', 'keys', 'values'])
