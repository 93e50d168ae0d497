import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

/** The expression without what does not change its value: `(x as T)!`, `x satisfies T`, `<T>x`, what wraps `a?.b`. */
export function plainExpression(node: Node): Node {
  let plain = node
  for (;;) {
    const inner = wrapped(plain)
    if (!inner) return plain
    plain = inner
  }
}

function wrapped(node: Node): TSESTree.Expression | null {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return node.expression
    default:
      return null
  }
}
