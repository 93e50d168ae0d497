import type { Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { namesFew } from './name-signs.ts'

/** Whether a list is named for things that code names one by one: `this.platforms.filter(f)`, `Object.values(specs)`. */
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
