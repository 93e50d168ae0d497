import type { Node } from '../../parse/node-types.ts'

/** `null`, `undefined`. */
export function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
}
