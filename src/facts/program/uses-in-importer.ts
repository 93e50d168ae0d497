import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import type { FunctionUses, Wanted } from './function-uses.ts'
import { literalText, textOf, useExports, useExportsName, useName } from './function-uses.ts'

/**
 * What a file does with a function that another file exports, by every way in which it can get it.
 *
 * @param means whether a specifier is that of the other file
 */
export function usesInImporter(file: Parsed, wanted: Wanted, means: (specifier: string) => boolean): FunctionUses {
  const uses: FunctionUses = { calls: [], exportedAs: [], lost: [] }
  walk(file.ast, file, (node) => {
    const specifier = specifierText(node)
    if (specifier !== null && means(specifier)) useModule(node, wanted, uses, file)
  })
  return uses
}

function specifierText(node: Node): string | null {
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? null) : null
  return literalText(node)
}

function useModule(specifier: Node, wanted: Wanted, uses: FunctionUses, file: Parsed): void {
  const { parent } = specifier
  switch (parent?.type) {
    case 'ImportDeclaration':
      return parent.specifiers.forEach((one) => useImport(one, wanted, uses, file))
    case 'ExportNamedDeclaration':
      return parent.specifiers.forEach((one) => passOn(one, wanted, uses))
    case 'ExportAllDeclaration':
      if (parent.exported || wanted.isCommonJs) uses.lost.push(parent)
      else uses.exportedAs.push(...[...wanted.names].filter((name) => name !== 'default'))
      return
    case 'ImportExpression':
      return parent.parent.type === 'AwaitExpression' ? useExports(parent.parent, wanted, uses, file) : void uses.lost.push(parent)
    case 'CallExpression':
      return isRequire(parent, file) ? useExports(parent, wanted, uses, file) : void uses.lost.push(parent)
    default:
      uses.lost.push(specifier)
  }
}

function isRequire({ callee }: TSESTree.CallExpression, file: Parsed): boolean {
  return callee.type === 'Identifier' && callee.name === 'require' && isGlobal(callee, file)
}

function useImport(specifier: TSESTree.ImportClause, wanted: Wanted, uses: FunctionUses, file: Parsed): void {
  const { local } = specifier
  if (specifier.type === 'ImportNamespaceSpecifier') {
    // What a namespace of CommonJS holds depends on who loads it.
    if (wanted.isWhole) uses.lost.push(local)
    else useExportsName(local, wanted, uses, file)
    return
  }
  const name = specifier.type === 'ImportDefaultSpecifier' ? 'default' : textOf(specifier.imported)
  if (wanted.names.has(name)) useName(local, uses, file)
  else if (name === 'default' && wanted.isWhole) useName(local, uses, file)
  else if (name === 'default' && wanted.isCommonJs) useExportsName(local, wanted, uses, file)
}

function passOn({ local, exported }: TSESTree.ExportSpecifier, wanted: Wanted, uses: FunctionUses): void {
  const name = textOf(local)
  if (wanted.names.has(name)) uses.exportedAs.push(textOf(exported))
  else if (name === 'default' && wanted.isCommonJs) uses.lost.push(local)
}
