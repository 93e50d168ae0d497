import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { contains } from './references-in.ts'

/**
 * What code writes that it did not declare itself, as far as it can be seen: targets of assignments, `++` and `delete`,
 * and receivers of calls that change them (`out` in `out.push(x)`).
 */
export function writtenOutside(parts: readonly Node[], parsed: Parsed): readonly Node[] {
  const targets: Node[] = []
  for (const part of parts) {
    walk(part, parsed, (node) => {
      if (node.type === 'AssignmentExpression') targets.push(...assignedIn(node.left))
      else if (node.type === 'UpdateExpression') targets.push(node.argument)
      else if (node.type === 'UnaryExpression' && node.operator === 'delete') targets.push(node.argument)
      else if (node.type === 'CallExpression' && changesReceiver(node, parsed)) targets.push(receiverOf(node)!)
    })
  }
  return targets.filter((target) => !isDeclaredWithin(rootOf(target), parts, parsed))
}

/** The name that a chain of properties starts from: `a` of `a.b.c`. */
export function rootOf(target: Node): Node {
  let node = plainExpression(target)
  while (node.type === 'MemberExpression') node = plainExpression(node.object)
  return node
}

function isDeclaredWithin(root: Node, parts: readonly Node[], parsed: Parsed): boolean {
  const variable = root.type === 'Identifier' ? variableOf(root, parsed) : null
  return variable?.identifiers.some((name) => parts.some((part) => contains(part, name as Node))) ?? false
}

/** Known calls by their row; of unknown ones those whose method is named as collections have them, in a statement. */
function changesReceiver(call: TSESTree.CallExpression, parsed: Parsed): boolean {
  const receiver = receiverOf(call)
  if (!receiver) return false
  const known = lookUpCall(call, parsed, [])
  if (known) return known.row.effects.some(({ does, on }) => does === 'write' && on === 'receiver')
  const { property } = call.callee as TSESTree.MemberExpression
  const isStatement = call.parent.type === 'ExpressionStatement'
  return isStatement && property.type === 'Identifier' && COLLECTION_METHODS.has(property.name)
}

const COLLECTION_METHODS = new Set(['push', 'unshift', 'splice', 'add', 'set', 'append'])

function receiverOf({ callee }: TSESTree.CallExpression): TSESTree.Expression | null {
  return callee.type === 'MemberExpression' ? callee.object : null
}

function assignedIn(left: Node): Node[] {
  switch (left.type) {
    case 'ArrayPattern':
      return left.elements.flatMap((element) => (element ? assignedIn(element) : []))
    case 'ObjectPattern':
      return left.properties.flatMap((property) =>
        assignedIn(property.type === 'Property' ? property.value : property.argument),
      )
    case 'AssignmentPattern':
      return assignedIn(left.left)
    case 'RestElement':
      return assignedIn(left.argument)
    default:
      return [left]
  }
}
