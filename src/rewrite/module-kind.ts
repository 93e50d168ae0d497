import type { TSESTree } from '@typescript-eslint/utils'
import { extname } from 'node:path'
import { isGlobal } from '../facts/scopes/variable-of.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import { nearestPackage } from './nearest-package.ts'

export type ModuleKind = 'esm' | 'commonjs'

const cache = new WeakMap<Parsed, ModuleKind>()

/** How the file gets other modules: by `import`, or by `require`. */
export function moduleKind(parsed: Parsed): ModuleKind {
  let kind = cache.get(parsed)
  if (!kind) {
    kind = readKind(parsed)
    cache.set(parsed, kind)
  }
  return kind
}

function readKind(parsed: Parsed): ModuleKind {
  if (parsed.ast.body.some((statement) => IMPORTS_OR_EXPORTS.has(statement.type))) return 'esm'
  const extension = extname(parsed.filename)
  if (extension === '.cjs' || extension === '.cts') return 'commonjs'
  if (extension === '.mjs' || extension === '.mts') return 'esm'
  if (usesRequire(parsed)) return 'commonjs'
  if (extension !== '.js' && extension !== '.jsx') return 'esm'
  return nearestPackage(parsed.filename)?.type === 'module' ? 'esm' : 'commonjs'
}

const IMPORTS_OR_EXPORTS = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExportAllDeclaration',
  'TSImportEqualsDeclaration',
  'TSExportAssignment',
])

function usesRequire(parsed: Parsed): boolean {
  let found = false
  walk(parsed.ast, parsed, (node) => {
    if (found) return 'skip'
    if (node.type === 'CallExpression') found = isGlobalNamed(node.callee, 'require', parsed)
    if (node.type === 'MemberExpression') {
      found = isGlobalNamed(node.object, 'module', parsed) || isGlobalNamed(node.object, 'exports', parsed)
    }
    return undefined
  })
  return found
}

function isGlobalNamed(node: TSESTree.Node, name: string, parsed: Parsed): boolean {
  return node.type === 'Identifier' && node.name === name && isGlobal(node, parsed)
}
