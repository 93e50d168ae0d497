import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Key } from './place.ts'
import { ANY_KEY } from './place.ts'

/** Properties that lead from a destructured value to the name: `['a', 'b']` for `b` in `const { a: { b } } = value`. */
export function pathToName(variable: Variable): readonly Key[] | null {
  const name = variable.defs[0]?.name as Node | undefined
  if (!name) return null
  const path: Key[] = []
  for (let child: Node = name, node = name.parent; node; child = node, node = node.parent) {
    if (node.type === 'Property') path.unshift(keyOf(node))
    else if (node.type === 'ArrayPattern') path.unshift(String(node.elements.indexOf(child as never)))
    else if (node.type === 'RestElement') path.unshift(ANY_KEY)
    else if (node.type !== 'ObjectPattern' && node.type !== 'AssignmentPattern') return path
  }
  return path
}

function keyOf(property: Extract<Node, { type: 'Property' }>): Key {
  if (property.computed) return ANY_KEY
  if (property.key.type === 'Identifier') return property.key.name
  return property.key.type === 'Literal' ? String(property.key.value) : ANY_KEY
}
