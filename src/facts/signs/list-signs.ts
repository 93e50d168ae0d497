import type { Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { namesFew } from './name-signs.ts'

/** Whether the name of a list says that code names each element: `this.platforms.filter(isWanted)`, `Object.values(definitions)`. */
export function isNamedFew(list: Node): boolean {
  const node = plainExpression(list)
  switch (node.type) {
    case 'Identifier':
      return namesFew(node.name)
    case 'LogicalExpression':
      return isNamedFew(node.left)
    case 'MemberExpression':
      return !node.computed && node.property.type === 'Identifier' && namesFew(node.property.name)
    case 'CallExpression': {
      const { callee, arguments: [first] } = node
      if (callee.type !== 'MemberExpression') return false
      const isOfGlobal = callee.object.type === 'Identifier' && ['Object', 'Array'].includes(callee.object.name)
      return isNamedFew(isOfGlobal && first ? first : callee.object)
    }
    default:
      return false
  }
}
