import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNeverReassigned, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { classOfThis, fieldValues, memberOfClass, propertyName } from '../values/class-members.ts'
import { isReadBefore } from './read-before.ts'

/** Whether an expression is neither `null` nor `undefined`, so that reading a property of it throws nothing. */
export function isSurelyObject(expression: Node, parsed: Parsed): boolean {
  const node = plainExpression(expression)
  if (MADE.has(node.type)) return true
  switch (node.type) {
    case 'ThisExpression':
      return isThisOfMethod(node)
    case 'Identifier':
      return isSurelyHeld(node, parsed) || isReadBefore(node, parsed)
    case 'MemberExpression':
      return isSureField(node, parsed)
    default:
      return false
  }
}

const MADE = new Set([
  'ObjectExpression',
  'ArrayExpression',
  'NewExpression',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'TemplateLiteral',
  'MetaProperty',
])

function isThisOfMethod(node: Node): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (around.type === 'PropertyDefinition') return true
    if (isFunction(around) && around.type !== 'ArrowFunctionExpression') return around.parent.type === 'MethodDefinition'
  }
  return false
}

/** A global, an import, a function, a class, what is made where it is declared, a parameter of a definite type. */
function isSurelyHeld(name: TSESTree.Identifier, parsed: Parsed): boolean {
  const variable = variableOf(name, parsed)
  const [def] = variable?.defs ?? []
  if (!variable || !def) return name.name !== 'undefined'
  if (!isNeverReassigned(variable)) return false
  if (def.type === 'ImportBinding' || def.type === 'ClassName' || def.type === 'FunctionName') return true
  const init = singleInit(variable)
  if (init && MADE.has(plainExpression(init).type)) return true
  return def.name.type === 'Identifier' && isDefinite(def.name)
}

/** `client` of a class that declares `private client: Client`, or makes it in its constructor. */
function isSureField(node: TSESTree.MemberExpression, parsed: Parsed): boolean {
  const name = node.object.type === 'ThisExpression' && !node.computed ? propertyName(node.property) : null
  const holder = name === null ? null : classOfThis(node)
  const member = holder && memberOfClass(holder, name!)
  if (member?.type === 'TSParameterProperty') {
    return member.parameter.type === 'Identifier' && isDefinite(member.parameter)
  }
  if (member?.type === 'PropertyDefinition' && !member.optional && hasDefiniteType(member.typeAnnotation)) return true
  const values = holder ? (fieldValues(holder, parsed).get(name!) ?? []) : []
  return values.length > 0 && values.every((value) => value !== null && MADE.has(plainExpression(value).type))
}

function isDefinite(name: TSESTree.Identifier): boolean {
  return !name.optional && hasDefiniteType(name.typeAnnotation)
}

/** Written without `null`, `undefined`, `any` or `unknown`. */
function hasDefiniteType(annotation: TSESTree.TSTypeAnnotation | null | undefined): boolean {
  return !!annotation && DEFINITE.has(annotation.typeAnnotation.type)
}

const DEFINITE = new Set([
  'TSTypeReference',
  'TSTypeLiteral',
  'TSArrayType',
  'TSTupleType',
  'TSStringKeyword',
  'TSNumberKeyword',
  'TSFunctionType',
])
