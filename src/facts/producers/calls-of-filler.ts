import type { TSESTree } from '@typescript-eslint/utils'
import type { ArrayFiller } from '../../model/find-array-fillers.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin, walk } from '../../parse/walk.ts'
import { referencesOf } from '../scopes/binding.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { isAssignedMember } from '../callees/replaced-members.ts'

/** Where a function is used in its file. */
export interface FillerCalls {
  readonly calls: readonly TSESTree.CallExpression[]
  /** Where the function is handed to code that may do with it what it likes; null where it is only called. */
  readonly handedOn: Node | null
  /** Where other files get it; null where they do not. */
  readonly exported: Node | null
}

/** All calls of the function that the file shows; null where other code may call it that cannot be named. */
export function callsOfFiller({ node, name }: Pick<ArrayFiller, 'node' | 'name'>, parsed: Parsed): FillerCalls | null {
  if (!name) return null
  const { parent } = node
  if (parent.type === 'MethodDefinition' || parent.type === 'Property') return callsOfMethod(node, name, parsed)
  const variable = variableOf(name, parsed)
  if (!variable || variable.defs.length !== 1 || variable.scope.type === 'global') return null
  const calls: TSESTree.CallExpression[] = []
  let exported: Node | null = exportAround(node)
  let handedOn: Node | null = null
  for (const reference of referencesOf(variable)) {
    const use = reference.identifier as Node
    if (reference.init || use === name) continue
    if (use.parent?.type === 'CallExpression' && use.parent.callee === use) calls.push(use.parent)
    else if (isExport(use, parsed)) exported ??= use
    else handedOn ??= use
  }
  return { calls, handedOn, exported }
}

/** `export function f() {}`, `export default function f() {}`, `export const f = () => {}` */
function exportAround(node: FunctionNode): Node | null {
  const statement = node.type === 'FunctionDeclaration' ? node : node.parent.parent
  const around = statement?.parent
  return around?.type === 'ExportNamedDeclaration' || around?.type === 'ExportDefaultDeclaration' ? around : null
}

/** `export { f }`, `export default f`, `exports.f = f`, `module.exports = f`, `module.exports = { f }` */
function isExport(use: Node, parsed: Parsed): boolean {
  const { parent } = use
  if (parent?.type === 'ExportSpecifier' || parent?.type === 'ExportDefaultDeclaration') return true
  const value = parent?.type === 'Property' && parent.value === use ? parent.parent : use
  const assignment = value.parent
  if (assignment?.type !== 'AssignmentExpression' || assignment.right !== value) return false
  let target: Node = assignment.left
  while (target.type === 'MemberExpression') target = target.object
  return target.type === 'Identifier' && ['module', 'exports'].includes(target.name) && isGlobal(target, parsed)
}

/** A method that is private to its class is only called as `this.name()` and `other.name()` in it. */
function callsOfMethod(node: FunctionNode, name: NonNullable<ArrayFiller['name']>, parsed: Parsed): FillerCalls | null {
  const member = node.parent
  if (member.type !== 'MethodDefinition' || member.static || isAssignedMember(keyOf(name), parsed)) return null
  if (name.type !== 'PrivateIdentifier' && member.accessibility !== 'private') return null
  const calls: TSESTree.CallExpression[] = []
  let handedOn: Node | null = null
  walk(parsed.ast, parsed, (one) => {
    if (one.type === 'Literal' && one.value === name.name) handedOn ??= one
    if (one.type !== 'MemberExpression' || one.computed || keyOf(one.property) !== keyOf(name)) return
    const isOwn = one.object.type === 'ThisExpression' && isWithin(one, member.parent)
    const isCall = one.parent.type === 'CallExpression' && one.parent.callee === one && !one.optional
    if (isOwn && isCall) calls.push(one.parent as TSESTree.CallExpression)
    else handedOn ??= one
  })
  return { calls, handedOn, exported: null }
}

function keyOf(name: Node): string {
  if (name.type === 'PrivateIdentifier') return `#${name.name}`
  return name.type === 'Identifier' ? name.name : ''
}
