import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNeverReassigned, referencesOf } from '../scopes/binding.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** What a file does with a function of another one. */
export interface FunctionUses {
  readonly calls: TSESTree.CallExpression[]
  /** Names under which it exports the function in its turn. */
  readonly exportedAs: string[]
  /** Where it is handed on, so that it cannot be told what becomes of it. */
  readonly lost: Node[]
}

/** The uses of a value that is the function. */
export function useFunction(value: Node, uses: FunctionUses, parsed: Parsed): void {
  const { parent } = value
  if (parent?.type === 'CallExpression' && parent.callee === value) uses.calls.push(parent)
  else if (parent?.type === 'ExportSpecifier') uses.exportedAs.push(textOf(parent.exported))
  else if (parent?.type === 'VariableDeclarator' && parent.init === value) useName(parent.id, uses, parsed)
  else uses.lost.push(value)
}

/** The uses of a name that holds the function. */
export function useName(name: Node, uses: FunctionUses, parsed: Parsed): void {
  const variable = name.type === 'Identifier' ? variableOf(name, parsed) : null
  if (!variable || !isNeverReassigned(variable) || isExported(variable)) return void uses.lost.push(name)
  for (const { identifier, init } of referencesOf(variable)) {
    if (!init) useFunction(identifier as Node, uses, parsed)
  }
}

function isExported({ defs }: Variable): boolean {
  const declaration = defs[0]?.node.type === 'VariableDeclarator' ? defs[0].node.parent : null
  return declaration?.parent.type === 'ExportNamedDeclaration'
}

/** What the exports of a file are called that hold the function. */
export interface Wanted {
  readonly names: ReadonlySet<string>
  /** The default export is, or may be, all exports. */
  readonly isCommonJs: boolean
  /** The exports are the function itself. */
  readonly isWhole: boolean
}

/** The uses of a value that is all that a file exports. */
export function useExports(value: Node, wanted: Wanted, uses: FunctionUses, parsed: Parsed): void {
  const { parent } = value
  if (parent?.type === 'ExpressionStatement') return
  if (wanted.isWhole) return useFunction(value, uses, parsed)
  if (parent?.type === 'MemberExpression' && parent.object === value) {
    const key = parent.computed ? literalText(parent.property) : textOf(parent.property)
    if (key === null) return void uses.lost.push(parent)
    if (wanted.names.has(key)) return useFunction(parent, uses, parsed)
    if (key === 'default' && wanted.isCommonJs) useExports(parent, wanted, uses, parsed)
    return
  }
  if (parent?.type === 'VariableDeclarator' && parent.init === value) return useExportsName(parent.id, wanted, uses, parsed)
  uses.lost.push(value)
}

/** `ns`, `{ f, g }` */
export function useExportsName(name: Node, wanted: Wanted, uses: FunctionUses, parsed: Parsed): void {
  if (name.type === 'ObjectPattern') return usePattern(name, wanted, uses, parsed)
  const variable = name.type === 'Identifier' ? variableOf(name, parsed) : null
  if (!variable || !isNeverReassigned(variable) || isExported(variable)) return void uses.lost.push(name)
  for (const { identifier, init } of referencesOf(variable)) {
    if (!init) useExports(identifier as Node, wanted, uses, parsed)
  }
}

function usePattern(pattern: TSESTree.ObjectPattern, wanted: Wanted, uses: FunctionUses, parsed: Parsed): void {
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.computed) uses.lost.push(property)
    else if (wanted.names.has(textOf(property.key))) useName(property.value, uses, parsed)
    else if (textOf(property.key) === 'default' && wanted.isCommonJs) uses.lost.push(property)
  }
}

export function textOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : (literalText(node) ?? '')
}

export function literalText(node: Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}
