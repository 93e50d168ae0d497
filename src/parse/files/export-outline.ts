import type { TSESTree } from '@typescript-eslint/utils'
import type { ExportOutline, Parsed } from '../parsed.ts'

/** By which names, and through which other files, a file may be asked for what it exports; no tree is held by it. */
export function exportOutlineOf({ filename, ast }: Parsed): ExportOutline {
  const names = new Set<string>()
  const stars: string[] = []
  for (const statement of ast.body) {
    if (statement.type === 'ExportAllDeclaration' && !statement.exported) stars.push(statement.source.value)
    else for (const name of namesIn(statement)) names.add(name)
  }
  return { filename, names, stars }
}

function namesIn(statement: TSESTree.ProgramStatement): readonly string[] {
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      return ['default']
    case 'ExportNamedDeclaration':
      return [...statement.specifiers.map(({ exported }) => textOf(exported)), ...declaredBy(statement.declaration)]
    case 'ExpressionStatement':
      return assignedBy(statement.expression)
    default:
      return []
  }
}

function declaredBy(declaration: TSESTree.ExportNamedDeclaration['declaration']): readonly string[] {
  if (!declaration) return []
  const names = declaration.type === 'VariableDeclaration' ? declaration.declarations.map(({ id }) => id) : [declaration.id]
  return names.flatMap((name) => (name?.type === 'Identifier' ? [name.name] : []))
}

/** `exports.f = ...`, `module.exports = { f }`: whatever the object is. */
function assignedBy(expression: TSESTree.Expression): readonly string[] {
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return []
  const name = textOf(expression.left.property)
  return name === 'exports' ? ['default', name, `module.${name}`, ...keysOf(expression.right)] : [name]
}

function keysOf(value: TSESTree.Expression): readonly string[] {
  if (value.type.startsWith('TS') && 'expression' in value) return keysOf(value.expression as TSESTree.Expression)
  if (value.type !== 'ObjectExpression') return []
  return value.properties.flatMap((property) => (property.type === 'Property' ? [textOf(property.key)] : []))
}

function textOf(node: TSESTree.Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : ''
}
