import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/**
 * Whether `this.save()`, found in a class that other files get, may be the `save` of a class below it that nobody has
 * seen. What is private, static or on `super` is what it is.
 */
export function isReplaceable(callee: Node, found: FunctionNode): boolean {
  const node = plainExpression(callee)
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return false
  const member = found.parent
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return false
  if (member.static || member.accessibility === 'private' || member.key.type === 'PrivateIdentifier') return false
  return isExported(member.parent.parent)
}

/**
 * A method that is there for classes below to replace: `async close() {}`,
 * `async save() { throw new Error('not implemented') }`.
 */
export function isPlaceholder({ body, parent }: FunctionNode): boolean {
  if (parent.type !== 'MethodDefinition' || body?.type !== 'BlockStatement') return false
  const [first] = body.body
  return first === undefined || first.type === 'ThrowStatement'
}

function isExported({ parent }: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  return parent.type === 'ExportNamedDeclaration' || parent.type === 'ExportDefaultDeclaration'
}
