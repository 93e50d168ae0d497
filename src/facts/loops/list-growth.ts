import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

/** Where a list gets more elements. */
export interface Growth {
  readonly at: Node
  /** Lists all of which are added. */
  readonly lists: readonly Node[]
  /** The one value that is added to a set, which keeps it once. */
  readonly member?: Node
}

/** The uses of a list, by its name or its field, that add to it, in source order. */
export function growthsOf(uses: readonly Node[]): readonly Growth[] {
  return uses.flatMap((use) => growthAt(use) ?? [])
}

/** `[]`, `{}`, `new Set()` */
export function isEmptyList(node: Node): boolean {
  if (node.type === 'ArrayExpression') return node.elements.length === 0
  if (node.type === 'ObjectExpression') return node.properties.length === 0
  return node.type === 'NewExpression' && node.arguments.length === 0
}

function growthAt(use: Node): Growth | null {
  const { parent } = use
  if (parent?.type === 'CallExpression' && parent.arguments[0] === use && isObjectAssign(parent)) {
    return { at: parent, lists: parent.arguments.slice(1) }
  }
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return null
  const { parent: around } = parent
  // table[key] = value
  if (around.type === 'AssignmentExpression' && around.left === parent) {
    return parent.computed ? { at: around, lists: [] } : null
  }
  const isCall = around.type === 'CallExpression' && around.callee === parent
  if (!isCall || parent.computed || parent.property.type !== 'Identifier') return null
  return ADDING.has(parent.property.name) ? growthBy(around) : null
}

/** xs.push(x), xs.push(...ys) */
function growthBy(call: TSESTree.CallExpression): Growth {
  const lists = call.arguments.flatMap((argument) => (argument.type === 'SpreadElement' ? [argument.argument] : []))
  const [member] = call.arguments
  const isAdded = call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' && call.callee.property.name === 'add'
  return { at: call, lists, ...(isAdded && member && { member }) }
}

const ADDING = new Set(['push', 'unshift', 'splice', 'add', 'set'])

function isObjectAssign({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed) return false
  const { object, property } = callee
  return object.type === 'Identifier' && object.name === 'Object' && property.type === 'Identifier' && property.name === 'assign'
}
