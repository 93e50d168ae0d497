import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'

type Wrapper =
  | TSESTree.TSAsExpression
  | TSESTree.TSNonNullExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion
  | TSESTree.ChainExpression

/** The expression around `node` that has the same value: `(node as T)!`, `node satisfies T`. */
export function outermostOf(node: Node): Node {
  let outer = node
  while (outer.parent && isWrapper(outer.parent)) outer = outer.parent
  return outer
}

/** `xs` of `(xs as T)!`. */
export function innermostOf(node: TSESTree.Expression): TSESTree.Expression {
  let inner = node
  while (isWrapper(inner)) inner = inner.expression
  return inner
}

function isWrapper(node: Node): node is Wrapper {
  return WRAPPERS.has(node.type)
}

const WRAPPERS: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'ChainExpression',
])
