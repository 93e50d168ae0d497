import type { TSESTree } from '@typescript-eslint/utils'
import type { Parsed } from '../parse/parsed.ts'
import { fileStyle } from './file-style.ts'
import type { Edit, LimiterName } from './rewrite.ts'

/** An export of p-map and the name that the file gives it. */
export type Binding = readonly [exported: LimiterName, local: string]

/** A statement of the file that gets p-map. */
export interface LimiterStatement {
  /** Expression that gives the export; null where this statement does not bring it. */
  spelling(name: LimiterName): string | null
  /** The edits that make the statement bring more names; null where its form has no room. */
  extend(bindings: readonly Binding[]): readonly Edit[] | null
}

/** Statements at the top level that import or require p-map for its values. */
export function findLimiterStatements(parsed: Parsed): readonly LimiterStatement[] {
  return parsed.ast.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') return fromImport(statement, parsed)
    if (statement.type !== 'VariableDeclaration') return []
    return statement.declarations.flatMap((declarator) => fromRequire(declarator))
  })
}

/** `pMapIterable`, `pMapSkip as skip` in the braces of an import. */
export function importSpecifier([exported, local]: Binding): string {
  const name = exported === 'pMap' ? 'default' : exported
  return name === local ? name : `${name} as ${local}`
}

/** `pMapIterable`, `default: pMap` in the pattern of a require. */
export function requireProperty([exported, local]: Binding): string {
  const name = exported === 'pMap' ? 'default' : exported
  return name === local ? name : `${name}: ${local}`
}

export function inBraces(parts: readonly string[], parsed: Parsed): string {
  return fileStyle(parsed).spacedBraces ? `{ ${parts.join(', ')} }` : `{${parts.join(', ')}}`
}

function fromImport(node: TSESTree.ImportDeclaration, parsed: Parsed): LimiterStatement[] {
  if (node.source.value !== 'p-map' || node.importKind === 'type') return []
  return [
    {
      spelling(name) {
        for (const specifier of node.specifiers) {
          const spelling = spelledBy(specifier, name)
          if (spelling) return spelling
        }
        return null
      },
      extend: (bindings) => extendImport(node, bindings, parsed),
    },
  ]
}

function spelledBy(specifier: TSESTree.ImportClause, name: LimiterName): string | null {
  const local = specifier.local.name
  const exported = name === 'pMap' ? 'default' : name
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return name === 'pMap' ? local : null
    case 'ImportNamespaceSpecifier':
      return `${local}.${exported}`
    default:
      return specifier.importKind !== 'type' && nameOf(specifier.imported) === exported ? local : null
  }
}

function extendImport(
  node: TSESTree.ImportDeclaration,
  bindings: readonly Binding[],
  parsed: Parsed,
): readonly Edit[] | null {
  const byDefault = node.specifiers.find((specifier) => specifier.type === 'ImportDefaultSpecifier')
  const named = node.specifiers.filter((specifier) => specifier.type === 'ImportSpecifier')
  const [first, last] = [named[0], named.at(-1)]
  if (!byDefault && (!first || !last)) return null
  const edits: Edit[] = []
  const isHead = ([exported]: Binding): boolean => exported === 'pMap' && !byDefault
  const head = bindings.find(isHead)
  if (head && first) edits.push(insertion(parsed.text.lastIndexOf('{', first.range[0]), `${head[1]}, `))
  const rest = bindings.filter((binding) => !isHead(binding)).map(importSpecifier)
  if (rest.length > 0 && last) edits.push(insertion(last.range[1], `, ${rest.join(', ')}`))
  else if (rest.length > 0 && byDefault) edits.push(insertion(byDefault.range[1], `, ${inBraces(rest, parsed)}`))
  return edits
}

function fromRequire({ id, init }: TSESTree.VariableDeclarator): LimiterStatement[] {
  const isDefault = init?.type === 'MemberExpression' && nameOf(init.property) === 'default'
  const call = isDefault ? init.object : init
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || call.callee.name !== 'require') return []
  const [module] = call.arguments
  if (module?.type !== 'Literal' || module.value !== 'p-map') return []
  if (id.type === 'Identifier') return [asNamespace(id.name, isDefault)]
  return id.type === 'ObjectPattern' && !isDefault ? [asPattern(id)] : []
}

function asNamespace(local: string, isDefault: boolean): LimiterStatement {
  return {
    spelling(name) {
      if (isDefault) return name === 'pMap' ? local : null
      return `${local}.${name === 'pMap' ? 'default' : name}`
    },
    extend: () => null,
  }
}

function asPattern(pattern: TSESTree.ObjectPattern): LimiterStatement {
  return {
    spelling(name) {
      const exported = name === 'pMap' ? 'default' : name
      for (const property of pattern.properties) {
        if (property.type !== 'Property' || nameOf(property.key) !== exported) continue
        if (property.value.type === 'Identifier') return property.value.name
      }
      return null
    },
    extend(bindings) {
      const last = pattern.properties.at(-1)
      if (!last || last.type === 'RestElement') return null
      return [insertion(last.range[1], `, ${bindings.map(requireProperty).join(', ')}`)]
    },
  }
}

function nameOf(node: TSESTree.Node): string | null {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : null
}

function insertion(at: number, text: string): Edit {
  return { range: [at, at], text }
}
