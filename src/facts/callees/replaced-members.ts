import { formNodes } from '../../model/form-nodes.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { ClassNode } from './class-node.ts'
import { isClass, keyOfMember } from './class-node.ts'

interface Members {
  /** Names of properties to which the file assigns: `api.save = ...`, `C.prototype.save = ...`. */
  readonly assigned: ReadonlySet<string>
  /** Classes of the file that extend the class. */
  readonly children: ReadonlyMap<ClassNode, readonly ClassNode[]>
}

const caches = new WeakMap<Parsed['ast'], Members>()

/** Whether the file assigns to a property of this name, so that a method may not be the one that is written down. */
export function isAssignedMember(key: string, parsed: Parsed): boolean {
  return membersOf(parsed).assigned.has(key)
}

/** Whether a class of the file that extends `node` has such a member of its own: `this.save()` may be that. */
export function isOverridden(node: ClassNode, key: string, parsed: Parsed): boolean {
  const { children } = membersOf(parsed)
  const seen = new Set<ClassNode>()
  const rest = [node]
  for (let one = rest.pop(); one; one = rest.pop()) {
    if (seen.has(one)) continue
    seen.add(one)
    if (one !== node && one.body.body.some((member) => 'key' in member && keyOfMember(member) === key)) return true
    rest.push(...(children.get(one) ?? []))
  }
  return false
}

function membersOf(parsed: Parsed): Members {
  const known = caches.get(parsed.ast)
  if (known) return known
  const assigned = new Set<string>()
  const children = new Map<ClassNode, ClassNode[]>()
  for (const node of formNodes(parsed)) {
    const key = assignedKey(node)
    if (key !== null) assigned.add(key)
    const parent = isClass(node) ? parentOf(node, parsed) : null
    if (parent) children.set(parent, [...(children.get(parent) ?? []), node as ClassNode])
  }
  const members = { assigned, children }
  caches.set(parsed.ast, members)
  return members
}

function assignedKey(node: Node): string | null {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return null
  return keyOfMember({ key: node.left.property, computed: node.left.computed && node.left.property.type !== 'Literal' })
}

function parentOf(node: ClassNode, parsed: Parsed): ClassNode | null {
  const def = node.superClass && variableOf(node.superClass, parsed)?.defs[0]
  return def?.type === 'ClassName' ? (def.node as ClassNode) : null
}
