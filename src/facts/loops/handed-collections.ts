import type { Variable } from '@typescript-eslint/scope-manager'
import { isOfFile } from '../../parse/file-of.ts'
import type { OpaqueCall } from '../effects/behaviour.ts'
import type { Region } from '../effects/region.ts'
import { isLocal } from '../effects/region.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/**
 * A collection made for filling (`[]`, `{}`, `new Map()`, `{ found: [] }`) outside the turn that a callee gets
 * which nothing is known of, or on which a function of this file that gets it calls a method: it may fill it, in
 * the order of the turns.
 */
export function collectionsHanded(call: OpaqueCall, region: Region): Variable | null {
  const receiver = call.anchor === call.origin ? [] : (call.receiver ?? [])
  for (const { root, path } of [...receiver, ...call.args.flat()]) {
    if (root.kind !== 'variable' || path.length > 0 || isLocal(root.variable, region)) continue
    // Another file hands its own things on for its own ends.
    const [name] = root.variable.identifiers
    if (!name || !isOfFile(name, region.parsed)) continue
    const init = singleInit(root.variable)
    if (init && isEmptyCollection(plainExpression(init))) return root.variable
  }
  return null
}

function isEmptyCollection(node: ReturnType<typeof plainExpression>): boolean {
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.length === 0
    case 'ObjectExpression':
      return (
        node.properties.length === 0 ||
        node.properties.some(
          (property) => property.type === 'Property' && isEmptyCollection(plainExpression(property.value)),
        )
      )
    case 'NewExpression':
      return (
        node.callee.type === 'Identifier' && ['Map', 'Set', 'WeakMap', 'WeakSet', 'Array'].includes(node.callee.name)
      )
    default:
      return false
  }
}
