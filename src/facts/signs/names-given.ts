import type { Node } from '../../parse/node-types.ts'
import type { OpaqueNode } from '../effects/behaviour.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/** Names of what a call is given: `f(a, b.trx, { session, client: c })` -> a, trx, session, client, c. */
export function namesGiven(call: OpaqueNode): readonly string[] {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return []
  return call.arguments.flatMap((argument) => namesOf(argument, 0))
}

function namesOf(argument: Node, depth: number): readonly string[] {
  const node = plainExpression(argument)
  switch (node.type) {
    case 'Identifier':
      return [node.name]
    case 'MemberExpression':
      return !node.computed && node.property.type === 'Identifier' ? [node.property.name] : []
    case 'SpreadElement':
      return namesOf(node.argument, depth)
    case 'ObjectExpression':
      return depth > 2
        ? []
        : node.properties.flatMap((property) => {
          if (property.type === 'SpreadElement') return namesOf(property.argument, depth + 1)
          const key = property.key.type === 'Identifier' && !property.computed ? [property.key.name] : []
          return [...key, ...namesOf(property.value, depth + 1)]
        })
    default:
      return []
  }
}
