import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

/** The class whose instance `this` is at the node; null in static members and outside of classes. */
export function classOfThis(node: Node): ClassNode | null {
  for (let inner: Node = node, parent = node.parent; parent; inner = parent, parent = parent.parent) {
    if (parent.type === 'FunctionDeclaration') return null
    if (parent.type === 'FunctionExpression' && parent.parent.type !== 'MethodDefinition') return null
    if (parent.type === 'ClassBody') {
      const isInstance = (inner.type === 'MethodDefinition' || inner.type === 'PropertyDefinition') && !inner.static
      return isInstance ? parent.parent : null
    }
  }
  return null
}

/** The instance member of that name, parameter properties of the constructor included. */
export function memberOfClass(
  owner: ClassNode,
  name: string,
): TSESTree.ClassElement | TSESTree.TSParameterProperty | null {
  for (const member of owner.body.body) {
    if (!('key' in member) || member.static) continue
    if (!member.computed && propertyName(member.key) === name) return member
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue
    const property = member.value.params.find((parameter) => nameOfParameterProperty(parameter) === name)
    if (property?.type === 'TSParameterProperty') return property
  }
  return null
}

const fieldCaches = new WeakMap<ClassNode, ReadonlyMap<string, readonly (Node | null)[]>>()

/**
 * The values that the class gives to each of its fields: initial ones and `this.field = value`. Null stands for a value
 * that cannot be told (`this.field += 1`, `delete this.field`, a destructuring).
 */
export function fieldValues(owner: ClassNode, parsed: Parsed): ReadonlyMap<string, readonly (Node | null)[]> {
  const known = fieldCaches.get(owner)
  if (known) return known
  const values = new Map<string, (Node | null)[]>()
  const add = (name: string | null, value: Node | null): void => {
    if (name !== null) values.set(name, [...(values.get(name) ?? []), value])
  }
  walk(owner.body, parsed, (node) => {
    if (node.type === 'PropertyDefinition' && node.value && !node.static && !node.computed) {
      add(propertyName(node.key), node.value)
    }
    if (
      node.type === 'MemberExpression' &&
      node.object.type === 'ThisExpression' &&
      !node.computed &&
      isWritten(node)
    ) {
      const { parent } = node
      const isPlain = parent.type === 'AssignmentExpression' && parent.operator === '='
      add(propertyName(node.property), isPlain ? parent.right : null)
    }
  })
  fieldCaches.set(owner, values)
  return values
}

/** `#name` for a private one. */
export function propertyName(key: Node): string | null {
  if (key.type === 'Identifier') return key.name
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  return key.type === 'Literal' ? String(key.value) : null
}

function nameOfParameterProperty(parameter: TSESTree.Parameter): string | null {
  if (parameter.type !== 'TSParameterProperty') return null
  const name = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
  return name.type === 'Identifier' ? name.name : null
}

function isWritten(node: TSESTree.MemberExpression): boolean {
  const { parent } = node
  switch (parent.type) {
    case 'AssignmentExpression':
      return parent.left === node
    case 'UpdateExpression':
    case 'ArrayPattern':
    case 'RestElement':
      return true
    case 'UnaryExpression':
      return parent.operator === 'delete'
    case 'Property':
      return parent.value === node && parent.parent.type === 'ObjectPattern'
    case 'AssignmentPattern':
      return (parent.left as Node) === node
    default:
      return false
  }
}
