import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed, SourceFiles } from '../../parse/parsed.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal } from '../scopes/variable-of.ts'

/** Re-exports of re-exports. */
const DEEPEST = 12

/** What has been found among the files seen together, by file and name. */
const answers = new WeakMap<SourceFiles, Map<Parsed['ast'], Map<string, Node | null>>>()

/**
 * What a file exports under a name: the declaration, an expression, or the identifier of a variable of that or another
 * file. Null where it is not found for sure.
 *
 *     export function f() {}     export { g as f }     export { f } from './g'     export * from './g'
 *     exports.f = ...            module.exports = { f }
 */
export function findExport(file: Parsed, name: string): Node | null {
  if (!file.files) return lookForExport(file, name, 0)
  const byFile = answers.get(file.files) ?? new Map<Parsed['ast'], Map<string, Node | null>>()
  answers.set(file.files, byFile)
  const byName = byFile.get(file.ast) ?? new Map<string, Node | null>()
  byFile.set(file.ast, byName)
  let found = byName.get(name)
  if (found === undefined) byName.set(name, (found = lookForExport(file, name, 0)))
  return found
}

function lookForExport(file: Parsed, name: string, depth: number): Node | null {
  if (depth > DEEPEST) return null
  const stars: string[] = []
  for (const statement of file.ast.body) {
    const found = exportedBy(statement, name, file, depth)
    if (found) return found
    if (statement.type !== 'ExportAllDeclaration' || statement.exported) continue
    // What is not read may export the name, too.
    if (!file.files?.outline(statement.source.value, file.filename)) return null
    stars.push(statement.source.value)
  }
  const found = name === 'default' ? [] : foundInStars(stars, name, file, depth)
  if (found.length > 0) return found.length === 1 ? found[0]! : null
  return assignedExport(file, name)
}

type Importer = Pick<Parsed, 'files' | 'filename'>

function foundInStars(stars: readonly string[], name: string, importer: Importer, depth: number): readonly Node[] {
  return stars.map((star) => findInStar(star, name, importer, depth + 1)).filter((one) => one !== null)
}

/** The same in a file of which all is exported: entry files name all files of a package, most of them in vain. */
function findInStar(star: string, name: string, { files, filename }: Importer, depth: number): Node | null {
  const outline = files?.outline(star, filename)
  if (!outline || depth > DEEPEST) return null
  if (outline.names.has(name)) {
    const file = files!.load(star, filename)
    return file && lookForExport(file, name, depth)
  }
  if (outline.stars.some((one) => !files!.outline(one, outline.filename))) return null
  const found = foundInStars(outline.stars, name, { files, filename: outline.filename }, depth)
  return found.length === 1 ? found[0]! : null
}

function exportedBy(statement: TSESTree.ProgramStatement, name: string, file: Parsed, depth: number): Node | null {
  if (statement.type === 'ExportDefaultDeclaration') return name === 'default' ? statement.declaration : null
  if (statement.type !== 'ExportNamedDeclaration') return null
  for (const { exported, local } of statement.specifiers) {
    if (nameOf(exported) !== name) continue
    if (!statement.source) return local
    const from = load(statement.source, file)
    return from && lookForExport(from, nameOf(local), depth + 1)
  }
  return statement.declaration && declaredAs(statement.declaration, name)
}

function declaredAs(declaration: TSESTree.NamedExportDeclarations, name: string): Node | null {
  if (declaration.type === 'VariableDeclaration') {
    const names = declaration.declarations.map(({ id }) => id)
    return names.find((id) => id.type === 'Identifier' && id.name === name) ?? null
  }
  // Before the function itself stand the signatures of its overloads.
  if (declaration.type === 'TSDeclareFunction') return null
  return 'id' in declaration && declaration.id?.type === 'Identifier' && declaration.id.name === name
    ? declaration
    : null
}

/** CommonJS, by statements at the top level; null where the name is assigned twice. */
function assignedExport(file: Parsed, name: string): Node | null {
  const found: Node[] = []
  for (const statement of file.ast.body) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : null
    if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') continue
    const key = exportKey(assignment.left, file)
    const value = plainExpression(assignment.right)
    if (key === name || (key === 'module.exports' && name === 'default')) found.push(value)
    else if (key === 'module.exports' && value.type === 'ObjectExpression') {
      const property = value.properties.find(
        (one): one is TSESTree.Property => one.type === 'Property' && !one.computed && nameOf(one.key) === name,
      )
      if (property) found.push(property.value)
    }
  }
  return found.length === 1 ? found[0]! : null
}

/** `f` of `exports.f` and `module.exports.f`; `module.exports` of itself. */
function exportKey(target: TSESTree.MemberExpression, file: Parsed): string | null {
  if (target.computed) return null
  const { object, property } = target
  if (isNamed(object, 'module', file) && nameOf(property) === 'exports') return 'module.exports'
  if (isNamed(object, 'exports', file)) return nameOf(property)
  const isWhole = object.type === 'MemberExpression' && exportKey(object, file) === 'module.exports'
  return isWhole ? nameOf(property) : null
}

function isNamed(node: Node, name: string, file: Parsed): boolean {
  return node.type === 'Identifier' && node.name === name && isGlobal(node, file)
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : ''
}

function load(source: TSESTree.StringLiteral, file: Parsed): Parsed | null {
  return file.files?.load(source.value, file.filename) ?? null
}
