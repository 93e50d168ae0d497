import type { TSESTree } from '@typescript-eslint/utils'

export type Node = TSESTree.Node
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression

export type LoopStatement =
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement
  | TSESTree.ForStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === 'FunctionDeclaration' ||
    node?.type === 'FunctionExpression' ||
    node?.type === 'ArrowFunctionExpression'
  )
}

export function isLoopStatement(node: Node | null | undefined): node is LoopStatement {
  return (
    node?.type === 'ForOfStatement' ||
    node?.type === 'ForInStatement' ||
    node?.type === 'ForStatement' ||
    node?.type === 'WhileStatement' ||
    node?.type === 'DoWhileStatement'
  )
}
