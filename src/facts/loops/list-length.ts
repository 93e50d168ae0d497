import type { TSESTree } from '@typescript-eslint/utils'
import { ownerOf } from '../../model/find-await-loops.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { importedValue } from '../callees/value-of-name.ts'
import { returnedBy } from '../promises/never-rejects.ts'
import { declaratorOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { namesBatch } from '../signs/name-signs.ts'
import { classOfThis, fieldValues, propertyName } from '../values/class-members.ts'
import { givenByCallers } from './given-by-callers.ts'

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
      return lengthOfMember(node, parsed, depth)
    case 'AwaitExpression':
      return listLengthOf(node.argument, parsed, depth + 1)
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
  return ORDER.find((length) => lengths.includes(length)) ?? 'few'
}

const ORDER = ['any', 'constant', 'batch'] as const

/** `this.files` of a class all of whose values for it are known. */
function lengthOfMember(node: TSESTree.MemberExpression, parsed: Parsed, depth: number): ListLength {
  const name = node.computed ? null : propertyName(node.property)
  if (name === null) return 'any'
  const owner = node.object.type === 'ThisExpression' ? classOfThis(node) : null
  const values = owner && fieldValues(owner, parsed).get(name)
  const isPrivate = owner && (node.property.type === 'PrivateIdentifier' || isPrivateField(owner, name))
  if (values && isPrivate && values.every((value) => value !== null)) return atLeast(values, parsed, depth)
  return signOfName(name)
}

function isPrivateField({ body }: NonNullable<ReturnType<typeof classOfThis>>, name: string): boolean {
  return body.body.some(
    (member) =>
      member.type === 'PropertyDefinition' && propertyName(member.key) === name && member.accessibility === 'private',
  )
}

function lengthOfName(node: TSESTree.Identifier, parsed: Parsed, depth: number): ListLength {
  const variable = variableOf(node, parsed)
  const given = variable?.defs[0]?.type === 'Parameter' ? lengthOfParameter(variable.identifiers[0] as Node, parsed, depth) : 'any'
  if (given !== 'any') return given
  const imported = variable?.defs[0]?.type === 'ImportBinding' ? importedValue(node, parsed) : null
  if (imported) return listLengthOf(imported, fileOf(imported, parsed), depth + 1)
  const init = variable && singleInit(variable)
  const additions = variable?.references.flatMap(({ identifier }) => additionOf(identifier as Node) ?? []) ?? []
  const lengths = init ? [init, ...additions].map((one) => lengthOfAddition(one, node, parsed, depth)) : []
  const length = init ? (ORDER.find((one) => lengths.includes(one)) ?? 'few') : 'any'
  if (length !== 'any' || additions.length > 0) return length
  // for (const group of groups): a part of something, the whole of which is walked one after the other
  const isPart = variable?.defs[0]?.parent?.parent?.type === 'ForOfStatement' && !declaratorOf(variable)
  return isPart ? 'batch' : signOfName(node.name)
}

/** What all callers give; `(...files)`, whose callers write them out; `(files = [a, b])`. */
function lengthOfParameter(name: Node, parsed: Parsed, depth: number): ListLength {
  const { parent } = name
  if (parent?.type === 'RestElement' && isFunction(parent.parent)) return 'constant'
  const given = givenByCallers(name, parsed)?.values
  if (given) return atLeast(given, parsed, depth)
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
function additionOf({ parent, range }: Node): TSESTree.CallExpression | null {
  return parent?.type === 'MemberExpression' &&
    parent.object.range[0] === range[0] &&
    !parent.computed &&
    parent.property.type === 'Identifier' &&
    /^(?:push|unshift|splice)$/.test(parent.property.name) &&
    parent.parent.type === 'CallExpression'
    ? parent.parent
    : null
}

/** The list as it is made, or what is added to it later: as often as the loops around the addition go. */
function lengthOfAddition(added: Node, name: Node, parsed: Parsed, depth: number): ListLength {
  if (added.type !== 'CallExpression' || !additionOf(added.callee.type === 'MemberExpression' ? added.callee.object : added)) {
    return listLengthOf(added, parsed, depth + 1)
  }
  const owner = ownerOf(name)
  for (let node: Node | undefined = added.parent; node && node !== owner; node = node.parent) {
    if (isFunction(node)) return 'any'
    if (node.type === 'ForOfStatement') {
      const length = listLengthOf(node.right, parsed, depth + 1)
      if (length !== 'few') return length === 'batch' ? 'constant' : length
    } else if (isLoopStatement(node)) return 'any'
  }
  return added.arguments.some(({ type }) => type === 'SpreadElement') ? 'any' : 'few'
}

function lengthOfCall(node: TSESTree.CallExpression, parsed: Parsed, depth: number): ListLength {
  const { callee, arguments: given } = node
  const found = findFunction(callee, parsed)
  if (found) {
    const returned = returnedBy(found, fileOf(found, parsed))
    return returned.length === 0 ? 'any' : atLeast(returned, fileOf(found, parsed), depth)
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return 'any'
  const { name } = callee.property
  const holder = callee.object.type === 'Identifier' ? callee.object.name : null
  const [first] = given
  if (holder === 'Object' && first) return listLengthOf(first, parsed, depth + 1)
  if (holder === 'Array' && name === 'of') return 'few'
  if (holder === 'Promise' && name === 'all' && first) return listLengthOf(first, parsed, depth + 1)
  if (holder === 'Array' && name === 'from' && first) {
    if (first.type === 'ObjectExpression') return hasLength(first) ? 'few' : 'any'
    return listLengthOf(first, parsed, depth + 1)
  }
  if ((name === 'slice' || name === 'splice') && given.length === 2) return 'batch'
  return SAME_OR_FEWER.has(name) ? listLengthOf(callee.object, parsed, depth + 1) : 'any'
}

/** `{ length: 4 }`: whoever writes it has chosen the number; `{ length: count(xs) }` is worked out. */
function hasLength({ properties }: TSESTree.ObjectExpression): boolean {
  return properties.every((property) => property.type === 'Property' && property.value.type !== 'CallExpression')
}

const SAME_OR_FEWER = new Set(['filter', 'map', 'slice', 'sort', 'reverse', 'toSorted', 'toReversed', 'entries', 'keys', 'values'])
