import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { fileOf } from '../../parse/file-of.ts'
import { importedNode } from '../callees/imported-node.ts'
import { importedValue } from '../callees/value-of-name.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { BindingSite } from './binding-site.ts'
import { bindingSiteOf } from './binding-site.ts'
import { classOfThis, memberOfClass, propertyName } from './class-members.ts'
import { membersOfType } from './kind-of-type.ts'
import { resultTypeOf, typeOfClassMember } from './member-type.ts'

type TypeNode = TSESTree.TypeNode

const MAX_DEPTH = 10

/**
 * The written type of an expression, as far as annotations of this file and those that it imports from say it:
 * of `options.paths` the type of the member `paths` of the interface that `options` is annotated with.
 */
export function declaredTypeOf(expression: Node, parsed: Parsed, depth = 0): TypeNode | null {
  if (depth > MAX_DEPTH) return null
  const next = (inner: Node): TypeNode | null => declaredTypeOf(inner, parsed, depth + 1)
  switch (expression.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return isConstAssertion(expression.typeAnnotation) ? null : expression.typeAnnotation
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return next(expression.expression)
    case 'Identifier': {
      const variable = variableOf(expression, parsed)
      if (variable?.defs[0]?.type === 'ImportBinding') return typeOfImported(expression, parsed, depth)
      const site = variable && bindingSiteOf(variable)
      return site && typeAtSite(site, isNeverReassigned(variable), parsed, next)
    }
    case 'MemberExpression':
      return typeOfMember(expression, parsed, next)
    case 'AwaitExpression': {
      const type = next(expression.argument)
      return type && (argumentOfReference(type, ['Promise', 'PromiseLike']) ?? type)
    }
    case 'CallExpression':
      return resultTypeOf(calledFunction(expression.callee, parsed)) ?? typeOfMethodCall(expression, parsed, next)
    default:
      return null
  }
}

function typeOfImported(name: TSESTree.Identifier, parsed: Parsed, depth: number): TypeNode | null {
  const exported = importedNode(name, parsed)
  return exported && declaredTypeOf(exported, fileOf(exported, parsed), depth + 1)
}

/** `Job[]` of `queue.waiting()`, where the type of `queue` declares `waiting(): Job[]`, and that once. */
function typeOfMethodCall(
  { callee }: TSESTree.CallExpression,
  parsed: Parsed,
  next: (inner: Node) => TypeNode | null,
): TypeNode | null {
  const plain = plainExpression(callee)
  const name = plain.type === 'MemberExpression' && !plain.computed ? propertyName(plain.property) : null
  const type = name === null ? null : next((plain as TSESTree.MemberExpression).object)
  const named = type ? membersNamed(type, name!, parsed) : []
  if (named.length !== 1) return null
  const [member] = named
  if (member!.type === 'TSMethodSignature') return member!.returnType?.typeAnnotation ?? null
  if (member!.type === 'MethodDefinition') return member!.kind === 'method' ? resultTypeOf(member!.value) : null
  const written = 'typeAnnotation' in member! ? member.typeAnnotation?.typeAnnotation : undefined
  return written?.type === 'TSFunctionType' ? (written.returnType?.typeAnnotation ?? null) : null
}

/** The function or method that a callee surely is. */
export function calledFunction(callee: Node, parsed: Parsed): Node | null {
  const plain = plainExpression(callee)
  if (plain.type === 'Identifier') {
    const variable = variableOf(plain, parsed)
    if (!variable || !isNeverReassigned(variable)) return null
    const { type, node } = variable.defs[0]!
    if (type === 'ImportBinding') return importedValue(plain, parsed)
    // Of a parameter the node is the function that it belongs to.
    if (type === 'FunctionName') return node
    return type === 'Variable' && node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.init : null
  }
  if (plain.type !== 'MemberExpression') return null
  if (plain.object.type !== 'ThisExpression') return importedValue(plain, parsed)
  const member = memberOfThis(plain)
  return member?.type === 'MethodDefinition' && member.kind === 'method' ? member.value : null
}

function typeAtSite(
  { pattern, path, source }: BindingSite,
  isConstant: boolean,
  parsed: Parsed,
  next: (inner: Node) => TypeNode | null,
): TypeNode | null {
  const written = 'typeAnnotation' in pattern ? pattern.typeAnnotation?.typeAnnotation : undefined
  if (written) return typeAt(written, path, parsed)
  if (!source || !isConstant) return null
  const type = next(source.expression)
  if (!type) return null
  const given = source.role === 'value' ? type : source.role === 'element' ? elementType(type) : null
  return given && typeAt(given, path, parsed)
}

function typeAt(type: TypeNode, path: readonly (string | null)[], parsed: Parsed): TypeNode | null {
  let at: TypeNode | null = type
  for (const key of path) {
    if (!at || key === null) return null
    at = /^\d+$/.test(key) ? elementAt(at, Number(key)) : memberType(at, key, parsed)
  }
  return at
}

function typeOfMember(
  node: TSESTree.MemberExpression,
  parsed: Parsed,
  next: (inner: Node) => TypeNode | null,
): TypeNode | null {
  if (node.object.type === 'ThisExpression') return typeOfClassMember(memberOfThis(node))
  const type = next(node.object)
  if (!type) return null
  if (!node.computed) return node.property.type === 'Identifier' ? memberType(type, node.property.name, parsed) : null
  return node.property.type === 'Literal' && typeof node.property.value === 'number'
    ? elementAt(type, node.property.value)
    : null
}

function memberOfThis(node: TSESTree.MemberExpression): TSESTree.ClassElement | TSESTree.TSParameterProperty | null {
  const name = node.computed ? null : propertyName(node.property)
  const owner = name === null ? null : classOfThis(node)
  return owner && memberOfClass(owner, name!)
}

function memberType(type: TypeNode, name: string, parsed: Parsed): TypeNode | null {
  const [member] = membersNamed(type, name, parsed)
  if (!member) return null
  return member.type === 'TSPropertySignature'
    ? (member.typeAnnotation?.typeAnnotation ?? null)
    : typeOfClassMember(member as TSESTree.ClassElement)
}

function membersNamed(
  type: TypeNode,
  name: string,
  parsed: Parsed,
): readonly (TSESTree.TypeElement | TSESTree.ClassElement)[] {
  const isNamed = (one: TSESTree.TypeElement | TSESTree.ClassElement): boolean =>
    'key' in one && !one.computed && !('static' in one && one.static) && propertyName(one.key) === name
  return membersOfType(withoutNothing(type), parsed)?.filter(isNamed) ?? []
}

export function elementType(type: TypeNode): TypeNode | null {
  const plain = withoutNothing(type)
  if (plain.type === 'TSTypeOperator') return plain.typeAnnotation ? elementType(plain.typeAnnotation) : null
  if (plain.type === 'TSArrayType') return plain.elementType
  return argumentOfReference(plain, ['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Iterable', 'AsyncIterable'])
}

function elementAt(type: TypeNode, index: number): TypeNode | null {
  if (type.type !== 'TSTupleType') return elementType(type)
  const element = type.elementTypes[index]
  if (element?.type === 'TSNamedTupleMember') return element.elementType
  return element && element.type !== 'TSRestType' && element.type !== 'TSOptionalType' ? element : null
}

/** `X` of `Name<X>`. */
function argumentOfReference(type: TypeNode, names: readonly string[]): TypeNode | null {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null
  return names.includes(type.typeName.name) ? (type.typeArguments?.params[0] ?? null) : null
}

export function withoutNothing(type: TypeNode): TypeNode {
  if (type.type !== 'TSUnionType') return type
  const rest = type.types.filter((one) => one.type !== 'TSUndefinedKeyword' && one.type !== 'TSNullKeyword')
  return rest.length === 1 ? rest[0]! : type
}

function isConstAssertion(type: TypeNode): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}
