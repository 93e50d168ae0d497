import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNeverReassigned, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

/** The function of this file that a callee names; null when it is not surely one of this file. */
export function findFunction(callee: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(callee)
  if (isFunction(node)) return node
  if (node.type === 'Identifier') return functionOfName(node, parsed)
  if (node.type !== 'MemberExpression' || node.computed) return null
  const key = node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
  const owner = plainExpression(node.object)
  if (owner.type === 'ThisExpression') return methodOfThis(owner, key)
  const holder = owner.type === 'Identifier' ? valueOfName(owner, parsed) : owner
  if (!holder) return null
  if (holder.type === 'ObjectExpression') return methodOfObject(holder, key)
  if (isClass(holder)) return methodOfClass(holder, key, true)
  const instance = holder.type === 'NewExpression' ? findClass(holder.callee, parsed) : null
  return instance ? methodOfClass(instance, key, false) : null
}

/** The constructor that `new C()` runs: null where the class is not of this file; `'none'` where it has none of its own. */
export function findConstructor(callee: Node, parsed: Parsed): FunctionNode | 'none' | null {
  const found = findClass(callee, parsed)
  if (!found) return null
  for (const member of found.body.body) {
    if (member.type === 'MethodDefinition' && member.kind === 'constructor' && isFunction(member.value as Node)) {
      return member.value as FunctionNode
    }
  }
  return found.superClass ? null : 'none'
}

function findClass(callee: Node, parsed: Parsed): ClassNode | null {
  const node = plainExpression(callee)
  const value = node.type === 'Identifier' ? valueOfName(node, parsed) : node
  return value && isClass(value) ? value : null
}

function functionOfName(name: TSESTree.Identifier, parsed: Parsed): FunctionNode | null {
  const value = valueOfName(name, parsed)
  return isFunction(value) ? value : null
}

/** Function, class or initial value that a never reassigned name stands for. */
function valueOfName(name: TSESTree.Identifier, parsed: Parsed): Node | null {
  const variable = variableOf(name, parsed)
  const def = variable?.defs[0]
  if (!variable || !def || !isNeverReassigned(variable)) return null
  if (def.type === 'FunctionName' || def.type === 'ClassName') return def.node as Node
  const init = singleInit(variable)
  return init ? plainExpression(init) : null
}

/** `this.key()`: a method of the class or object literal around; `this` of a plain function is not known. */
function methodOfThis(node: TSESTree.ThisExpression, key: string): FunctionNode | null {
  for (let child: Node = node, parent: Node | undefined = node.parent; parent; child = parent, parent = parent.parent) {
    if (isFunction(parent) && parent.type !== 'ArrowFunctionExpression') {
      const holder = parent.parent
      if (holder.type === 'MethodDefinition') return methodOfClass(holder.parent.parent as ClassNode, key, holder.static)
      if (holder.type === 'Property' && holder.parent.type === 'ObjectExpression') return methodOfObject(holder.parent, key)
      return null
    }
    if (parent.type === 'PropertyDefinition' && parent.value === child) {
      return methodOfClass(parent.parent.parent as ClassNode, key, parent.static)
    }
  }
  return null
}

function methodOfClass(node: ClassNode, key: string, isStatic: boolean): FunctionNode | null {
  for (const member of node.body.body) {
    const isMethod = member.type === 'MethodDefinition' && member.kind === 'method'
    if (!isMethod && member.type !== 'PropertyDefinition') continue
    if (member.static !== isStatic || keyOf(member) !== key) continue
    return isFunction(member.value as Node | null) ? (member.value as FunctionNode) : null
  }
  return null
}

function methodOfObject(node: TSESTree.ObjectExpression, key: string): FunctionNode | null {
  for (const property of node.properties) {
    if (property.type !== 'Property' || keyOf(property) !== key) continue
    return isFunction(property.value as Node) ? (property.value as FunctionNode) : null
  }
  return null
}

function keyOf(member: { key: Node; computed: boolean }): string | null {
  if (member.computed) return null
  if (member.key.type === 'PrivateIdentifier') return `#${member.key.name}`
  if (member.key.type === 'Identifier') return member.key.name
  return member.key.type === 'Literal' ? String(member.key.value) : null
}

function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression'
}
