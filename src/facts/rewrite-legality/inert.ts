import type { Node } from '../../parse/node-types.ts'

/**
 * Whether nobody can tell that it was evaluated, though it may give something else later: names, literals, properties
 * of names, functions, and what joins them. `value` counts as such too.
 */
export function isInert(node: Node, value: Node | null = null): boolean {
  if (node === value || ATOMS.has(node.type)) return true
  const isPartInert = (part: Node | null): boolean => part === null || isInert(part, value)
  switch (node.type) {
    case 'MemberExpression':
      return isPartInert(node.object) && (!node.computed || isPartInert(node.property))
    case 'TemplateLiteral':
      return node.expressions.every(isPartInert)
    case 'ArrayExpression':
      return node.elements.every(isPartInert)
    case 'ObjectExpression':
      return node.properties.every((property) =>
        isPartInert(property.type === 'SpreadElement' ? property.argument : property),
      )
    case 'Property':
      return isPartInert(node.value) && (!node.computed || isPartInert(node.key))
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPartInert(node.argument)
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isPartInert(node.left) && isPartInert(node.right)
    case 'ConditionalExpression':
      return isPartInert(node.test) && isPartInert(node.consequent) && isPartInert(node.alternate)
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return isPartInert(node.expression)
    default:
      return false
  }
}

const ATOMS = new Set([
  'Identifier',
  'Literal',
  'ThisExpression',
  'Super',
  'MetaProperty',
  'ArrowFunctionExpression',
  'FunctionExpression',
  'PrivateIdentifier',
])
