import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { arraynessOf } from '../facts/rewrite-legality/arrayness.ts'
import { isNeverReassigned, referencesOf } from '../facts/scopes/binding.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { textInParentheses } from './source-text.ts'

/** What a loop walks, as the text of calls that walk the same. */
export interface Walk {
  /** Iterable with the same elements in the same order: `xs`, `xs.keys()`. */
  readonly iterable: string
  /** Call up to its callback, which it runs for every element at once: `xs.map(`, `Array.from(xs, `. */
  readonly allAtOnce: string
  /** Pattern of the callback's one parameter: `x`, `{ a, b }`. */
  readonly parameter: string
  readonly elements: readonly Variable[]
}

/** Null where the head is none that a map or a pipeline can take. */
export function walkOf(loop: AwaitLoop, parsed: Parsed): Walk | null {
  const { pattern, declared, variables } = loop.element
  if (!pattern || declared === 'assigned' || declared === 'none') return null
  switch (loop.node.type) {
    case 'ForOfStatement': {
      if (!isPlainParameter(pattern)) return null
      const source = textInParentheses(loop.node.right, parsed)
      const parameter = parsed.text.slice(...pattern.range)
      return { iterable: source, allAtOnce: mapCall(loop.node.right, source, parsed), parameter, elements: variables }
    }
    case 'ForInStatement': {
      if (pattern.type !== 'Identifier' || !hasOwnKeysOnly(loop.node.right, parsed)) return null
      const keys = `Object.keys(${textInParentheses(loop.node.right, parsed)})`
      return { iterable: keys, allAtOnce: `${keys}.map(`, parameter: pattern.name, elements: variables }
    }
    case 'ForStatement':
      return indexWalk(loop, loop.node, parsed)
    default:
      return null
  }
}

/** A default may await or see other names than those a parameter sees. */
function isPlainParameter(pattern: Node): boolean {
  switch (pattern.type) {
    case 'Identifier':
      return true
    case 'ArrayPattern':
      return pattern.elements.every((element) => element === null || isPlainParameter(element))
    case 'ObjectPattern':
      return pattern.properties.every((property) => isPlainParameter(property))
    case 'Property':
      return !isComputed(pattern) && isPlainParameter(pattern.value)
    case 'RestElement':
      return isPlainParameter(pattern.argument)
    case 'AssignmentPattern':
      return isPlainParameter(pattern.left) && pattern.right.type === 'Literal'
    default:
      return false
  }
}

function isComputed(property: TSESTree.Property): boolean {
  return property.computed && property.key.type !== 'Literal'
}

function mapCall(source: TSESTree.Expression, text: string, parsed: Parsed): string {
  if (arraynessOf(source, parsed) !== 'dense') return `Array.from(${text}, `
  const needsParentheses = !PRIMARY.has(source.type) && !text.startsWith('(')
  return needsParentheses ? `(${text}).map(` : `${text}.map(`
}

const PRIMARY = new Set(['Identifier', 'MemberExpression', 'CallExpression', 'ArrayExpression', 'ThisExpression'])

/** `for...in` walks inherited keys too; an object literal has none, but for what `__proto__` and spreads bring. */
function hasOwnKeysOnly(object: Node, parsed: Parsed): boolean {
  let node = plainExpression(object)
  if (node.type === 'Identifier') {
    const variable = variableOf(node, parsed)
    const init = variable && variable.defs[0]?.node.type === 'VariableDeclarator' ? variable.defs[0].node.init : null
    if (!variable || !init || !isNeverReassigned(variable)) return false
    node = plainExpression(init)
  }
  return (
    node.type === 'ObjectExpression' &&
    node.properties.every((property) => property.type === 'Property' && !isProto(property))
  )
}

function isProto({ key, computed }: TSESTree.Property): boolean {
  return computed || (key.type === 'Identifier' ? key.name : key.type === 'Literal' && key.value) === '__proto__'
}

/** for (let i = 0; i < xs.length; i++)   for (let i = 0, n = xs.length; i < n; i++) */
function indexWalk(loop: AwaitLoop, node: TSESTree.ForStatement, parsed: Parsed): Walk | null {
  const { init, test } = node
  const { pattern, variables } = loop.element
  if (init?.type !== 'VariableDeclaration' || init.kind !== 'let' || loop.step !== 1) return null
  if (test?.type !== 'BinaryExpression' || test.operator !== '<' || pattern?.type !== 'Identifier') return null
  const start = init.declarations[0]
  if (start?.id.type !== 'Identifier' || start.id.name !== pattern.name) return null
  if (start.init?.type !== 'Literal' || start.init.value !== 0) return null
  const bound = init.declarations.length === 1 ? loop.bound : heldBound(init, loop.bound, parsed)
  if (!bound || !isPlainPath(plainExpression(bound))) return null
  const elements = variables.filter((variable) => variable.name === pattern.name)
  const iterable = indexes(bound, parsed)
  return { iterable, allAtOnce: `Array.from(${iterable}, `, parameter: pattern.name, elements }
}

/** `xs.length` of `let i = 0, n = xs.length`, where only the test reads `n`. */
function heldBound(
  init: TSESTree.VariableDeclaration,
  bound: TSESTree.Expression | null,
  parsed: Parsed,
): TSESTree.Expression | null {
  const held = init.declarations[1]
  if (init.declarations.length !== 2 || bound?.type !== 'Identifier' || held?.id.type !== 'Identifier') return null
  const variable = variableOf(bound, parsed)
  if (!variable || variable !== variableOf(held.id, parsed)) return null
  return referencesOf(variable).every(({ identifier, init }) => init || identifier === bound) ? held.init : null
}

function isPlainPath(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'number'
  if (node.type === 'MemberExpression') return !node.computed && isPlainPath(plainExpression(node.object))
  return node.type === 'Identifier' || node.type === 'ThisExpression'
}

function indexes(bound: TSESTree.Expression, parsed: Parsed): string {
  const text = parsed.text.slice(...bound.range)
  if (
    bound.type === 'MemberExpression' &&
    isProperty(bound, 'length') &&
    arraynessOf(bound.object, parsed) !== 'unknown'
  ) {
    return `${parsed.text.slice(...bound.object.range)}.keys()`
  }
  return isCount(bound, parsed) ? `Array(${text}).keys()` : `Array.from({ length: Math.ceil(${text}) }, (_, i) => i)`
}

/** A whole number from 0 on, as far as it can be seen; `i < 2.5` runs three turns, which `Array(2.5)` does not take. */
function isCount(bound: TSESTree.Expression, parsed: Parsed): boolean {
  if (bound.type === 'Literal') return Number.isInteger(bound.value) && Number(bound.value) >= 0
  if (bound.type === 'MemberExpression') return isProperty(bound, 'length')
  if (bound.type !== 'Identifier') return false
  const variable = variableOf(bound, parsed)
  const declarator = variable?.defs[0]?.node
  return (
    variable !== null &&
    declarator?.type === 'VariableDeclarator' &&
    declarator.id.type === 'Identifier' &&
    isNeverReassigned(variable) &&
    declarator.init !== null &&
    declarator.init.type !== 'Identifier' &&
    isCount(declarator.init, parsed)
  )
}

function isProperty(node: TSESTree.MemberExpression, name: string): boolean {
  return !node.computed && node.property.type === 'Identifier' && node.property.name === name
}
