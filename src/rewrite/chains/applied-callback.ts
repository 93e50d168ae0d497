import type { TSESTree } from '@typescript-eslint/utils'
import { isNamedLikePredicate, parametersOf } from '../../facts/chains/parameters-of.ts'
import { isNeverReassigned } from '../../facts/scopes/binding.ts'
import { plainExpression } from '../../facts/scopes/plain-expression.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { applyEdits } from '../apply-edits.ts'
import { isOwnThis } from '../own-this.ts'
import type { Edit } from '../rewrite.ts'

/** Text of an expression; `isAtom` where it needs no parentheses wherever it is put. */
export interface Piece {
  readonly text: string
  readonly isAtom: boolean
  /** Null for text that no one expression of the source stands for. */
  readonly node: Node | null
}

/** What a callback does with an element: `statements`, then the value of an expression. */
export interface Applied {
  readonly statements: readonly string[]
  readonly value: Piece
}

export function nameAsPiece(name: string): Piece {
  return { text: name, isAtom: true, node: null }
}

/** How often a callback names its parameter; Infinity where that is in a function of its own, or not to be seen. */
export function usesOf(callback: Node, parsed: Parsed): number {
  const node = plainExpression(callback)
  if (!isFunction(node)) return 1
  const names = referencesToParameter(node, parsed)
  return names === null || names.some((name) => functionAround(name) !== node) ? Infinity : names.length
}

/** The body of a callback with `element` in place of its parameter; null where the callback has to stay what it is. */
export function appliedTo(callback: Node, element: Piece, parsed: Parsed): Applied | null {
  const node = plainExpression(callback)
  if (!isFunction(node)) return calledByName(node, element, parsed)
  if (!isSimple(node, parsed)) return null
  const statements = node.body.type === 'BlockStatement' ? node.body.body : []
  const last = node.body.type === 'BlockStatement' ? statements.at(-1) : null
  const value = last ? (last.type === 'ReturnStatement' ? last.argument : null) : (node.body as TSESTree.Expression)
  if (!value || value.type === 'BlockStatement' as never || !statements.slice(0, -1).every(isStraight)) return null
  const names = referencesToParameter(node, parsed)
  if (names === null) return null
  const textOf = (part: Node): string => replaced(part, names, element, parsed)
  return {
    statements: statements.slice(0, -1).map(textOf),
    value: { text: textOf(value), isAtom: isAtom(value), node: value },
  }
}

/** `value` so that an operator may stand beside it. */
export function asOperand({ text, isAtom, node }: Piece): string {
  const binds = (node?.type === 'BinaryExpression' && !LOOSE.has(node.operator)) || node?.type === 'UnaryExpression'
  return isAtom || binds ? text : `(${text})`
}

/** They bind less than a comparison. */
const LOOSE = new Set(['&', '|', '^'])

export function negated({ text, isAtom, node }: Piece): string {
  if (node?.type === 'UnaryExpression' && node.operator === '!' && text.startsWith('!')) return text.slice(1)
  return isAtom ? `!${text}` : `!(${text})`
}

/** An expression that has at most one name for its parameter, and no `this` of its own. */
function isSimple(node: FunctionNode, parsed: Parsed): boolean {
  const isPlain = node.params.length <= 1 && node.params.every(({ type }) => type === 'Identifier')
  const isKept = parsed.scopes.getDeclaredVariables(node).every(isNeverReassigned)
  return isPlain && isKept && !node.async && !node.generator && !isOwnThis(node, parsed)
}

function calledByName(node: Node, element: Piece, parsed: Parsed): Applied | null {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return null
  const most = parametersOf(node, parsed)
  if (most === null ? !isNamedLikePredicate(node) : most > 1) return null
  if (node.type === 'Identifier' && node.name === 'Boolean') return { statements: [], value: element }
  const text = `${parsed.text.slice(...node.range)}(${element.text})`
  return { statements: [], value: { text, isAtom: true, node: null } }
}

function isStraight({ type }: Node): boolean {
  return type === 'VariableDeclaration' || type === 'ExpressionStatement'
}

/** Null where the parameter is written, or named where only a name may stand. */
export function referencesToParameter(node: FunctionNode, parsed: Parsed): readonly Node[] | null {
  const [parameter] = node.params
  if (!parameter) return []
  const variables = parsed.scopes.getDeclaredVariables(node).filter(({ defs }) => defs[0]?.type === 'Parameter')
  const references = variables.flatMap((variable) => variable.references)
  const isPlain = references.every((reference) => reference.isReadOnly() && reference.identifier.type === 'Identifier')
  return isPlain ? references.map(({ identifier }) => identifier as Node) : null
}

function replaced(part: Node, names: readonly Node[], element: Piece, parsed: Parsed): string {
  const [start, end] = part.range
  const edits = names
    .filter((name) => isWithin(name, part))
    .map((name): Edit => ({ range: [name.range[0] - start, name.range[1] - start], text: spelledAt(name, element) }))
    .sort((a, b) => a.range[0] - b.range[0])
  return applyEdits(parsed.text.slice(start, end), edits)
}

/** `{ name }` becomes `{ name: element }`. */
function spelledAt(name: Node, { text, isAtom }: Piece): string {
  const { parent } = name
  if (parent?.type === 'Property' && parent.shorthand) {
    return (name as TSESTree.Identifier).name === text ? text : `${(name as TSESTree.Identifier).name}: ${text}`
  }
  const isArgument = parent?.type === 'CallExpression' && parent.callee !== name
  return isAtom || isArgument || isFunction(parent) ? text : `(${text})`
}

function isAtom({ type }: Node): boolean {
  return ATOMS.has(type)
}

const ATOMS: ReadonlySet<string> = new Set([
  'Identifier',
  'Literal',
  'TemplateLiteral',
  'MemberExpression',
  'CallExpression',
  'ThisExpression',
  'ArrayExpression',
  'TSNonNullExpression',
])

function functionAround(node: Node): Node | undefined {
  let around = node.parent
  while (around && !isFunction(around)) around = around.parent
  return around
}
