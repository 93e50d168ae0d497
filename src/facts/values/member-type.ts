import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

/** The written type of a field, an accessor or a parameter property. */
export function typeOfClassMember(
  member: TSESTree.ClassElement | TSESTree.TSParameterProperty | null,
): TSESTree.TypeNode | null {
  switch (member?.type) {
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractPropertyDefinition':
      return member.typeAnnotation?.typeAnnotation ?? null
    case 'MethodDefinition':
      return member.kind === 'get' ? resultTypeOf(member.value) : null
    case 'TSParameterProperty': {
      const { parameter } = member
      const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
      return name.typeAnnotation?.typeAnnotation ?? null
    }
    default:
      return null
  }
}

/** The written type of what a function gives. */
export function resultTypeOf(node: Node | null): TSESTree.TypeNode | null {
  return node && 'returnType' in node ? (node.returnType?.typeAnnotation ?? null) : null
}
