import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNeverReassigned, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { ClassNode } from './class-node.ts'
import { isClass, keyOfMember } from './class-node.ts'
import { isAssignedMember, isOverridden } from './replaced-members.ts'

/** Which code runs at a member: its value is called, read by a `get`, written by a `set`. */
type MemberKind = 'method' | 'get' | 'set'

/** The function of this file that a callee names; null when it is not surely one of this file. */
export function findFunction(callee: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(callee)
  if (isFunction(node)) return node
  if (node.type === 'Identifier') return functionOfName(node, parsed)
  return node.type === 'MemberExpression' ? memberOf(node, 'method', parsed) : null
}

/** The accessor of this file that reading or writing a member runs: `get total() { ... }` for `this.total`. */
export function findAccessor(
  member: TSESTree.MemberExpression,
  kind: 'get' | 'set',
  parsed: Parsed,
): FunctionNode | null {
  return memberOf(member, kind, parsed)
}

/**
 * The constructor that `new C()` runs: null where the class is not of this file; `'none'` where it has none of its
 * own.
 */
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

/** The class of this file that a name or expression surely is. */
export function findClass(callee: Node, parsed: Parsed): ClassNode | null {
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

function memberOf(node: TSESTree.MemberExpression, kind: MemberKind, parsed: Parsed): FunctionNode | null {
  if (node.computed) return null
  const key = node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
  if (kind === 'method' && isAssignedMember(key, parsed)) return null
  const owner = plainExpression(node.object)
  if (owner.type === 'ThisExpression' || owner.type === 'Super') return memberOfThis(owner, key, kind, parsed)
  const holder = owner.type === 'Identifier' ? valueOfName(owner, parsed) : owner
  if (!holder) return null
  if (holder.type === 'ObjectExpression') return memberOfObject(holder, key, kind)
  if (isClass(holder)) return memberOfClass(holder, key, kind, true, parsed)
  const instance = holder.type === 'NewExpression' ? findClass(holder.callee, parsed) : null
  return instance ? memberOfClass(instance, key, kind, false, parsed) : null
}

/** `this.key()`: a method of the class or object literal around; `this` of a plain function is not known. */
function memberOfThis(
  node: TSESTree.ThisExpression | TSESTree.Super,
  key: string,
  kind: MemberKind,
  parsed: Parsed,
): FunctionNode | null {
  const inClass = (around: ClassNode, isStatic: boolean): FunctionNode | null => {
    const found = node.type === 'Super' ? parentOf(around, parsed) : around
    const replaced = node.type !== 'Super' && isOverridden(around, key, parsed)
    return found && !replaced ? memberOfClass(found, key, kind, isStatic, parsed) : null
  }
  for (
    let child: Node = node, parent: Node | undefined = node.parent;
    parent;
    child = parent, parent = parent.parent
  ) {
    if (isFunction(parent) && parent.type !== 'ArrowFunctionExpression') {
      const holder = parent.parent
      if (holder.type === 'MethodDefinition') return inClass(holder.parent.parent as ClassNode, holder.static)
      const literal = holder.type === 'Property' ? holder.parent : null
      return literal?.type === 'ObjectExpression' ? memberOfObject(literal, key, kind) : null
    }
    if (parent.type === 'PropertyDefinition' && parent.value === child) {
      return inClass(parent.parent.parent as ClassNode, parent.static)
    }
  }
  return null
}

/** A member of the class, or of the one of this file that it extends. */
function memberOfClass(
  node: ClassNode,
  key: string,
  kind: MemberKind,
  isStatic: boolean,
  parsed: Parsed,
): FunctionNode | null {
  let holder: ClassNode | null = node
  for (let depth = 0; holder && depth < 8; depth += 1) {
    const named = holder.body.body.filter(
      (member): member is ClassMember =>
        'key' in member && 'static' in member && member.static === isStatic && keyOfMember(member) === key,
    )
    if (named.length > 0) return valueOfMember(named, kind)
    holder = parentOf(holder, parsed)
  }
  return null
}

type ClassMember = Exclude<TSESTree.ClassElement, TSESTree.StaticBlock | TSESTree.TSIndexSignature>

function valueOfMember(named: readonly ClassMember[], kind: MemberKind): FunctionNode | null {
  const member = named.find(({ type, ...one }) =>
    type === 'MethodDefinition'
      ? 'kind' in one && one.kind === kind
      : type === 'PropertyDefinition' && kind === 'method',
  )
  return member && isFunction(member.value as Node | null) ? (member.value as FunctionNode) : null
}

function parentOf(node: ClassNode, parsed: Parsed): ClassNode | null {
  return node.superClass && findClass(node.superClass, parsed)
}

/** The last one of the name counts; what is spread in after it may replace it. */
function memberOfObject(node: TSESTree.ObjectExpression, key: string, kind: MemberKind): FunctionNode | null {
  for (const property of node.properties.toReversed()) {
    if (property.type !== 'Property' || keyOfMember(property) === null) return null
    if (keyOfMember(property) !== key) continue
    const runs = kind === 'method' ? property.kind === 'init' : property.kind === kind
    if (runs) return isFunction(property.value as Node) ? (property.value as FunctionNode) : null
    if (property.kind === 'init' || kind === 'method') return null
  }
  return null
}
