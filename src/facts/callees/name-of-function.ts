import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'

/**
 * `f` of `function f() {}`, `const f = () => {}`, `f() {}`, `f: () => {}`, `api.f = () => {}`; null for what has no
 * name.
 */
export function nameOfFunction({ id, parent }: FunctionNode): string | null {
  if (id) return id.name
  switch (parent?.type) {
    case 'VariableDeclarator':
      return nameIn(parent.id)
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return parent.computed ? null : nameIn(parent.key)
    case 'AssignmentExpression':
      return nameIn(parent.left.type === 'MemberExpression' && !parent.left.computed ? parent.left.property : parent.left)
    default:
      return null
  }
}

function nameIn(node: Node | TSESTree.PrivateIdentifier): string | null {
  return node.type === 'Identifier' || node.type === 'PrivateIdentifier' ? node.name : null
}
