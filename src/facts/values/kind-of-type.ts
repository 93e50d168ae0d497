import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf, isOfFile } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { importedNode } from '../callees/imported-node.ts'
import { canonicalOrigin, kindOfOrigin } from '../known-calls/canonical-origin.ts'
import { originOf } from '../known-calls/origin.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Kind } from './kind.ts'
import { arrayOf, isUnknown, joinKinds, promiseOf, UNKNOWN } from './kind.ts'
import { ownEntry } from '../../parse/own-entry.ts'

/** Deepest chain of type aliases that is followed. */
const MAX_DEPTH = 8

/**
 * Kind of the values of a written type: `string[]`, `Promise<Map<string, Date>>`, `Pool` imported from a module. The
 * type is of the file itself or of one around it.
 */
export function kindOfType(type: TSESTree.TypeNode, parsed: Parsed, depth = 0): Kind {
  if (depth > MAX_DEPTH) return UNKNOWN
  const below = (inner: TSESTree.TypeNode): Kind => kindOfType(inner, parsed, depth + 1)
  switch (type.type) {
    case 'TSArrayType':
      return arrayOf(below(type.elementType))
    case 'TSTupleType':
      return { head: '[]', parts: type.elementTypes.map((element) => kindOfTupleElement(element, below)) }
    case 'TSTypeOperator':
      return type.operator === 'readonly' && type.typeAnnotation ? below(type.typeAnnotation) : UNKNOWN
    case 'TSUnionType':
      return joinKinds(type.types.filter((member) => !isNothing(member)).map(below))
    case 'TSLiteralType':
      return kindOfLiteralType(type)
    case 'TSTypeReference':
      return kindOfReference(type, parsed, depth)
    default:
      return named(KEYWORD_KINDS[type.type])
  }
}

type Member = TSESTree.TypeElement | TSESTree.ClassElement

/**
 * Members of the type literal, interface or class that a type names, with those that it extends behind them; null where
 * it names none that is found.
 */
export function membersOfType(type: TSESTree.TypeNode, parsed: Parsed, depth = 0): readonly Member[] | null {
  if (depth > MAX_DEPTH) return null
  if (type.type === 'TSTypeLiteral') return type.members
  if (type.type === 'TSIntersectionType') {
    const parts = type.types.flatMap((part) => membersOfType(part, parsed, depth + 1) ?? [])
    return parts.length > 0 ? parts : null
  }
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null
  return membersOfDeclaration(declarationOf(type.typeName, fileOf(type, parsed)), parsed, depth)
}

function membersOfDeclaration(node: Node | null, parsed: Parsed, depth: number): readonly Member[] | null {
  if (depth > MAX_DEPTH) return null
  const extended = (name: Node | null): readonly Member[] =>
    name?.type === 'Identifier'
      ? (membersOfDeclaration(declarationOf(name, fileOf(name, parsed)), parsed, depth + 1) ?? [])
      : []
  switch (node?.type) {
    case 'TSInterfaceDeclaration':
      return [...node.body.body, ...node.extends.flatMap(({ expression }) => extended(expression))]
    case 'ClassDeclaration':
      return [...node.body.body, ...extended(node.superClass)]
    case 'TSTypeAliasDeclaration':
      return membersOfType(node.typeAnnotation, parsed, depth + 1)
    default:
      return null
  }
}

/** Where a type's name is declared, in this file or the one that it is imported from. */
export function declarationOf(name: TSESTree.Identifier, parsed: Parsed): Node | null {
  const variable = variableOf(name, parsed)
  if (variable?.defs.length !== 1) return null
  if (variable.defs[0]!.type !== 'ImportBinding') return variable.defs[0]!.node
  const exported = importedNode(name, parsed)
  return exported?.type === 'Identifier' ? declarationOf(exported, fileOf(exported, parsed)) : exported
}

const KEYWORD_KINDS: Readonly<Record<string, string | undefined>> = {
  TSStringKeyword: 'string',
  TSTemplateLiteralType: 'string',
  TSNumberKeyword: 'number',
  TSBooleanKeyword: 'boolean',
  TSBigIntKeyword: 'bigint',
  TSSymbolKeyword: 'symbol',
  TSVoidKeyword: 'undefined',
  TSUndefinedKeyword: 'undefined',
  TSNullKeyword: 'null',
}

/** Types of the language that are read-only or wider views of a class. */
export const VIEWED_CLASSES: Readonly<Record<string, string | undefined>> = {
  ReadonlyArray: 'Array',
  ReadonlySet: 'Set',
  ReadonlyMap: 'Map',
  IteratorObject: 'Iterator',
  IterableIterator: 'Iterator',
  Generator: 'Iterator',
  ArrayIterator: 'Iterator',
  MapIterator: 'Iterator',
  SetIterator: 'Iterator',
  StringIterator: 'Iterator',
  RegExpStringIterator: 'Iterator',
  AsyncIterableIterator: 'AsyncIterator',
  AsyncIteratorObject: 'AsyncIterator',
  AsyncGenerator: 'AsyncIterator',
}

/** Types that leave the kind of their first argument as it is. */
const TRANSPARENT_TYPES = new Set(['NonNullable', 'Readonly', 'Required', 'Partial'])

function kindOfReference(type: TSESTree.TSTypeReference, parsed: Parsed, depth: number): Kind {
  const file = fileOf(type, parsed)
  const parts = (type.typeArguments?.params ?? []).map((argument) => kindOfType(argument, parsed, depth + 1))
  if (type.typeName.type === 'Identifier') {
    const declared = declarationOf(type.typeName, file)
    const isHere = declared !== null && isOfFile(declared, file)
    if (declared?.type === 'TSTypeAliasDeclaration') {
      const named = declared.typeParameters ? UNKNOWN : kindOfType(declared.typeAnnotation, file, depth + 1)
      if (isHere || !isUnknown(named)) return named
    }
    if (isHere && (declared.type === 'TSInterfaceDeclaration' || declared.type === 'TSTypeParameter')) return UNKNOWN
  }
  const origin = originOf(type.typeName, file)
  if (!origin) return UNKNOWN
  const head = kindOfOrigin(canonicalOrigin(origin))
  if (TRANSPARENT_TYPES.has(head)) return parts[0] ?? UNKNOWN
  const viewed = ownEntry(VIEWED_CLASSES, head) ?? head
  return viewed === 'Promise' || viewed === 'PromiseLike' ? promiseOf(parts[0] ?? UNKNOWN) : { head: viewed, parts }
}

function kindOfTupleElement(element: TSESTree.TypeNode, below: (type: TSESTree.TypeNode) => Kind): Kind {
  if (element.type === 'TSNamedTupleMember') return below(element.elementType)
  return element.type === 'TSRestType' || element.type === 'TSOptionalType' ? UNKNOWN : below(element)
}

function kindOfLiteralType({ literal }: TSESTree.TSLiteralType): Kind {
  if (literal.type === 'TemplateLiteral') return named('string')
  return literal.type === 'Literal' && literal.value !== null ? named(typeof literal.value) : UNKNOWN
}

function isNothing(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSUndefinedKeyword' || type.type === 'TSNullKeyword' || type.type === 'TSVoidKeyword'
}

function named(head: string | undefined): Kind {
  return head === undefined ? UNKNOWN : { head, parts: [] }
}
