import type { TSESTree } from '@typescript-eslint/utils'

/** The await that ends last; of nested ones, `await (await fetch(x)).text()`, the outer. */
export function lastAwait(awaits: readonly TSESTree.AwaitExpression[]): TSESTree.AwaitExpression | null {
  return awaits.reduce<TSESTree.AwaitExpression | null>(
    (last, node) => (last && last.range[1] >= node.range[1] ? last : node),
    null,
  )
}
