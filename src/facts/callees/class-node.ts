import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}

/** `save`, `#save`, `'save'`; null for a computed key. */
export function keyOfMember(member: { key: Node; computed: boolean }): string | null {
  if (member.computed) return null
  if (member.key.type === 'PrivateIdentifier') return `#${member.key.name}`
  if (member.key.type === 'Identifier') return member.key.name
  return member.key.type === 'Literal' ? String(member.key.value) : null
}
