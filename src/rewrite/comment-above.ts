import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** The last comment directly above the declaration that a node belongs to; null where there is none. */
export function commentAbove(node: Node, parsed: Parsed): TSESTree.Comment | null {
  const [start] = declarationOf(node).range
  const last = (parsed.ast.comments ?? []).findLast(({ range }) => range[1] <= start)
  return last && /^\s*$/.test(parsed.text.slice(last.range[1], start)) ? last : null
}

/** `export const f = ...` of the function in it, the method of its value. */
function declarationOf(node: Node): Node {
  const { parent } = node
  switch (parent?.type) {
    case 'VariableDeclarator':
    case 'VariableDeclaration':
    case 'MethodDefinition':
    case 'Property':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return declarationOf(parent)
    default:
      return node
  }
}
