import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { declaredTypeOf, elementType, withoutNothing } from '../values/declared-type.ts'
import { declarationOf, membersOfType } from '../values/kind-of-type.ts'

type TypeNode = TSESTree.TypeNode

const DEEPEST = 6

/**
 * Whether a written type names all keys of an object, or all values that a list may have; one value may still be there
 * many times:
 *
 *     targets: ('es' | 'cjs')[]        roles: Set<Role>        where   enum Role { ... }
 *     options: { out: string; cache: string }        Partial<Record<Role, string>>
 */
export function isFewByType(expression: Node, parsed: Parsed): boolean {
  const type = declaredTypeOf(expression, parsed)
  if (!type) return false
  const element = elementType(type)
  return element ? hasFewValues(element, parsed) : hasFewKeys(type, parsed)
}

function hasFewValues(type: TypeNode, parsed: Parsed, depth = 0): boolean {
  if (depth > DEEPEST) return false
  switch (type.type) {
    case 'TSLiteralType':
      return type.literal.type !== 'TemplateLiteral'
    case 'TSUnionType':
      return type.types.every((one) => hasFewValues(one, parsed, depth + 1))
    case 'TSTypeOperator':
      // keyof typeof TABLE, keyof Options
      return type.operator === 'keyof' && type.typeAnnotation !== undefined && namesKeys(type.typeAnnotation, parsed)
    case 'TSIndexedAccessType':
      // (typeof TARGETS)[number]
      return type.objectType.type === 'TSTypeQuery' && type.indexType.type === 'TSNumberKeyword'
    case 'TSTypeReference': {
      const declared = type.typeName.type === 'Identifier' ? declarationOf(type.typeName, fileOf(type, parsed)) : null
      if (declared?.type === 'TSEnumDeclaration') return true
      if (declared?.type !== 'TSTypeAliasDeclaration' || declared.typeParameters) return false
      return hasFewValues(declared.typeAnnotation, parsed, depth + 1)
    }
    default:
      return false
  }
}

function namesKeys(type: TypeNode, parsed: Parsed): boolean {
  return type.type === 'TSTypeQuery' || hasFewKeys(type, parsed)
}

function hasFewKeys(written: TypeNode, parsed: Parsed, depth = 0): boolean {
  if (depth > DEEPEST) return false
  const type = withoutNothing(written)
  if (type.type === 'TSMappedType') return type.constraint !== null && hasFewValues(type.constraint, parsed)
  if (type.type === 'TSIntersectionType') return type.types.every((one) => hasFewKeys(one, parsed, depth + 1))
  if (type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeArguments) {
    const [first, second] = type.typeArguments.params
    if (KEEPS_KEYS.has(type.typeName.name)) return first !== undefined && hasFewKeys(first, parsed, depth + 1)
    const keys = type.typeName.name === 'Record' ? first : type.typeName.name === 'Pick' ? second : undefined
    return keys !== undefined && hasFewValues(keys, parsed)
  }
  const members = membersOfType(type, parsed)
  return members !== null && members.length > 0 && members.every(isPlainMember)
}

const KEEPS_KEYS = new Set(['Partial', 'Readonly', 'Required', 'NonNullable', 'Omit'])

/** Of an interface that extends another one, which may allow any key, the keys are not told. */
function isPlainMember(member: TSESTree.TypeElement | TSESTree.ClassElement): boolean {
  if (member.type !== 'TSPropertySignature' || member.computed) return false
  const around = member.parent.parent
  return around.type !== 'TSInterfaceDeclaration' || around.extends.length === 0
}
