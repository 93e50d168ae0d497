import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { propertyName } from '../values/class-members.ts'
import { returnedBy } from '../values/kind-of-result.ts'
import type { ClassNode } from './class-node.ts'

/** What a class puts into a field of each of its objects. */
export interface FieldValue {
  /** Null for what cannot be told. */
  readonly value: Node | null
  /** The constructor or method that does it; null for an initial value. */
  readonly by: FunctionNode | null
  /** `Object.assign(this, value)`: the field is the value's own. */
  readonly isWithin?: true
}

interface Fields {
  readonly byName: ReadonlyMap<string, readonly FieldValue[]>
  /** What may be in any field. */
  readonly any: readonly FieldValue[]
}

/**
 * All that the class itself puts there; with `*`, into any of its fields.
 *
 *     list = []    constructor(private readonly list) {}    this.list = options.list    Object.assign(this, options)
 */
export function valuesOfField(owner: ClassNode, key: string, parsed: Parsed): readonly FieldValue[] {
  const { byName, any } = fieldsOf(owner, parsed)
  return [...(key === '*' ? [...byName.values()].flat() : (byName.get(key) ?? [])), ...any]
}

/** The constructor that the class itself has. */
export function constructorOf({ body }: ClassNode): FunctionNode | null {
  for (const member of body.body) {
    const isConstructor = member.type === 'MethodDefinition' && member.kind === 'constructor'
    if (isConstructor && isFunction(member.value as Node)) return member.value as FunctionNode
  }
  return null
}

const known = new WeakMap<ClassNode, Fields>()

function fieldsOf(owner: ClassNode, parsed: Parsed): Fields {
  const found = known.get(owner)
  if (found) return found
  const byName = new Map<string, FieldValue[]>()
  const any: FieldValue[] = []
  const add = (name: string | null, value: FieldValue): void => {
    if (name === null) any.push(value)
    else byName.set(name, [...(byName.get(name) ?? []), value])
  }
  const file = fileOf(owner, parsed)
  for (const member of owner.body.body) {
    if (!('static' in member) || member.static) continue
    const { value } = member as { value: Node | null }
    if (!value) continue
    if (member.type === 'PropertyDefinition') add(nameOf(member.key, member.computed), { value, by: null })
    if (member.type !== 'MethodDefinition' || !isFunction(value)) continue
    addWrites(value, member.kind === 'constructor', add, file)
    // get state() { return this.#options.state }
    const given = member.kind === 'get' ? returnedBy(value, file) : []
    for (const one of given) if (one) add(nameOf(member.key, member.computed), { value: one, by: value })
  }
  const fields = { byName, any }
  known.set(owner, fields)
  return fields
}

type Add = (name: string | null, value: FieldValue) => void

function addWrites(by: FunctionNode, isMaker: boolean, add: Add, file: Parsed): void {
  for (const parameter of by.params) {
    if (parameter.type !== 'TSParameterProperty') continue
    const name = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    if (name.type === 'Identifier') add(name.name, { value: name, by })
  }
  walk(by.body ?? by, file, (node) => {
    if (node.type === 'ClassBody' || (isFunction(node) && node.type !== 'ArrowFunctionExpression')) return 'skip'
    if (node.type === 'ThisExpression') addMention(node, by, isMaker, add)
    return undefined
  })
}

/** What a mention of `this` puts into it. */
function addMention(node: TSESTree.ThisExpression, by: FunctionNode, isMaker: boolean, add: Add): void {
  const { parent } = node
  if (parent.type === 'MemberExpression' && parent.object === node) {
    const value = writtenTo(parent)
    if (value !== 'none') add(nameOf(parent.property, parent.computed), { value, by })
  } else if (parent.type === 'CallExpression' && isObjectAssign(parent.callee) && parent.arguments[0] === node) {
    for (const value of parent.arguments.slice(1)) {
      add(null, value.type === 'SpreadElement' ? { value: null, by } : { value, by, isWithin: true })
    }
  } else if (isMaker && parent.type !== 'ReturnStatement' && parent.type !== 'ArrowFunctionExpression') {
    // Others that get hold of it while it is made may fill it.
    add(null, { value: null, by })
  }
}

/** The callee of `Object.assign(...)`. */
export function isObjectAssign(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false
  return callee.object.name === 'Object' && callee.property.type === 'Identifier' && callee.property.name === 'assign'
}

/** The value that a property is given, null for one that cannot be told; a number that is counted holds nothing. */
function writtenTo(member: TSESTree.MemberExpression): Node | 'none' | null {
  const { parent } = member
  switch (parent.type) {
    case 'AssignmentExpression':
      if (parent.left !== member) return 'none'
      return ['=', '??=', '||=', '&&='].includes(parent.operator) ? parent.right : 'none'
    case 'ArrayPattern':
    case 'RestElement':
      return null
    case 'Property':
      return parent.value === member && parent.parent.type === 'ObjectPattern' ? null : 'none'
    case 'AssignmentPattern':
      return (parent.left as Node) === member ? null : 'none'
    default:
      return 'none'
  }
}

function nameOf(key: Node, isComputed: boolean): string | null {
  return isComputed && key.type !== 'Literal' ? null : propertyName(key)
}
