import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { fileOf } from '../../parse/file-of.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { declaredTypeOf } from '../values/declared-type.ts'
import type { ClassNode } from './class-node.ts'
import { isClass, keyOfMember } from './class-node.ts'
import { madeValue } from './made-value.ts'
import { isAssignedMember, isOverridden } from './replaced-members.ts'
import { MOST_PARENTS } from './super-class.ts'
import { findClass, importedValue, valueOfName } from './value-of-name.ts'

/** Which code runs at a member: its value is called, read by a `get`, written by a `set`. */
type MemberKind = 'method' | 'get' | 'set'

/** The function that a callee names, in this file or one around it; null when that is not sure. */
export function findFunction(callee: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(callee)
  if (isFunction(node)) return node
  if (node.type === 'Identifier') return functionOfName(node, parsed)
  if (node.type !== 'MemberExpression') return null
  return memberOf(node, 'method', parsed) ?? functionOfNamespace(node, parsed)
}

/** The method that a class has by whose name an object's type is written: it may be that of a class below it. */
export function findMethodOfType(callee: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(callee)
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return null
  const type = declaredTypeOf(node.object, parsed)
  const named = type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' ? type.typeName : null
  const holder = named && findClass(named, fileOf(named, parsed))
  return holder && memberOfClass(holder, node.property.name, 'method', false, fileOf(holder, parsed))
}

/** The method that an object has by what the files show it was made as, which other files may replace. */
export function findMethodOfMade(callee: Node, parsed: Parsed): FunctionNode | null {
  const node = plainExpression(callee)
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return null
  const { name } = node.property
  const made = madeValue(node.object, parsed, findFunction)
  if (!made) return null
  const maker = fileOf(made, parsed)
  // files.load = ..., in either of the files
  const isReplaced = [fileOf(node, parsed), maker].some((file) => isAssignedMember(name, file))
  return isReplaced ? null : memberOfValue(made, name, 'method', maker)
}

/** The accessor that reading or writing a member runs: `get total() { ... }` for `this.total`. */
export function findAccessor(
  member: TSESTree.MemberExpression,
  kind: 'get' | 'set',
  parsed: Parsed,
): FunctionNode | null {
  return memberOf(member, kind, parsed)
}

/**
 * The constructor that `new C()` runs: null where the class is not found; `'none'` where it has none of its own.
 */
export function findConstructor(callee: Node, parsed: Parsed, depth = 0): FunctionNode | 'none' | null {
  const found = depth < MOST_PARENTS ? findClass(callee, parsed) : null
  if (!found) return null
  for (const member of found.body.body) {
    if (member.type === 'MethodDefinition' && member.kind === 'constructor' && isFunction(member.value as Node)) {
      return member.value as FunctionNode
    }
  }
  // Without one of its own it runs the one above.
  return found.superClass ? findConstructor(found.superClass, fileOf(found, parsed), depth + 1) : 'none'
}

/** import * as api from './api'; api.load() */
function functionOfNamespace(node: TSESTree.MemberExpression, parsed: Parsed): FunctionNode | null {
  const value = importedValue(node, parsed)
  return isFunction(value) ? value : null
}

function functionOfName(name: TSESTree.Identifier, parsed: Parsed): FunctionNode | null {
  const value = valueOfName(name, parsed)
  return isFunction(value) ? value : null
}

function memberOf(node: TSESTree.MemberExpression, kind: MemberKind, parsed: Parsed): FunctionNode | null {
  if (node.computed) return null
  const key = node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
  if (kind === 'method' && isAssignedMember(key, parsed)) return null
  const owner = plainExpression(node.object)
  if (owner.type === 'ThisExpression' || owner.type === 'Super') return memberOfThis(owner, key, kind, parsed)
  const holder = owner.type === 'Identifier' ? valueOfName(owner, parsed) : owner
  return holder && memberOfValue(holder, key, kind, fileOf(holder, parsed))
}

function memberOfValue(holder: Node, key: string, kind: MemberKind, parsed: Parsed): FunctionNode | null {
  if (kind === 'method' && isAssignedMember(key, parsed)) return null
  if (holder.type === 'ObjectExpression') return memberOfObject(holder, key, kind, parsed)
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
    return found && !replaced ? memberOfClass(found, key, kind, isStatic, parsed, true) : null
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
      return literal?.type === 'ObjectExpression' ? memberOfObject(literal, key, kind, parsed) : null
    }
    if (parent.type === 'PropertyDefinition' && parent.value === child) {
      return inClass(parent.parent.parent as ClassNode, parent.static)
    }
  }
  return null
}

/**
 * A member of the class, or of one that it extends. The body of a method with overloads serves callers of all kinds, of
 * whose ways a call takes one: it is read for what a class calls of its own.
 */
function memberOfClass(
  node: ClassNode,
  key: string,
  kind: MemberKind,
  isStatic: boolean,
  parsed: Parsed,
  withOverloads = false,
): FunctionNode | null {
  let holder: ClassNode | null = node
  for (let depth = 0; holder && depth < MOST_PARENTS; depth += 1) {
    const named = holder.body.body.filter(
      (member): member is ClassMember =>
        'key' in member && 'static' in member && member.static === isStatic && keyOfMember(member) === key,
    )
    if (named.length > 0) return valueOfMember(named, kind, withOverloads)
    holder = parentOf(holder, fileOf(holder, parsed))
  }
  return null
}

type ClassMember = Exclude<TSESTree.ClassElement, TSESTree.StaticBlock | TSESTree.TSIndexSignature>

function valueOfMember(named: readonly ClassMember[], kind: MemberKind, withOverloads: boolean): FunctionNode | null {
  const members = named.filter(({ type, ...one }) =>
    type === 'MethodDefinition'
      ? 'kind' in one && one.kind === kind
      : type === 'PropertyDefinition' && kind === 'method',
  )
  // get(id: string): User; get(ids: string[]): User[]; get(which) { ... }
  const isBody = ({ value }: ClassMember): boolean => (value as Node | null)?.type !== 'TSEmptyBodyFunctionExpression'
  const member = withOverloads ? members.find(isBody) : members[0]
  return member && isFunction(member.value as Node | null) ? (member.value as FunctionNode) : null
}

function parentOf(node: ClassNode, parsed: Parsed): ClassNode | null {
  return node.superClass && findClass(node.superClass, parsed)
}

/** The last one of the name counts; what is spread in after it may replace it. */
function memberOfObject(
  node: TSESTree.ObjectExpression,
  key: string,
  kind: MemberKind,
  parsed: Parsed,
): FunctionNode | null {
  for (const property of node.properties.toReversed()) {
    if (property.type !== 'Property' || keyOfMember(property) === null) return null
    if (keyOfMember(property) !== key) continue
    const runs = kind === 'method' ? property.kind === 'init' : property.kind === kind
    if (runs) return functionOfValue(property.value as Node, parsed)
    if (property.kind === 'init' || kind === 'method') return null
  }
  return null
}

/** { save, load: loadAll, drop() {} } */
function functionOfValue(value: Node, parsed: Parsed): FunctionNode | null {
  if (isFunction(value)) return value
  return value.type === 'Identifier' ? functionOfName(value, parsed) : null
}
