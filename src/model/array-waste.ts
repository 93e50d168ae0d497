import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode } from '../parse/node-types.ts'

/**
 * An array, or object, that is made anew for nothing:
 *
 *     spread-in-loop    all = [...all, x]
 *     reduce-array      xs.reduce((all, x) => [...all, f(x)], [])
 *     reduce-object     xs.reduce((all, x) => ({ ...all, [k(x)]: v(x) }), {})
 *     range             for (const i of Array.from({ length: n }, (_, i) => i))
 */
export type ArrayWaste = (
  | {
    readonly kind: 'spread-in-loop'
    readonly node: TSESTree.AssignmentExpression
    readonly name: TSESTree.Identifier
    readonly added: readonly (TSESTree.Expression | TSESTree.SpreadElement)[]
    /** The outermost loop around it in whose turns one array grows. */
    readonly loop: TSESTree.Node
    readonly declarator: TSESTree.VariableDeclarator
  }
  | {
    readonly kind: 'reduce-array' | 'reduce-object'
    readonly node: TSESTree.CallExpression
    readonly source: TSESTree.Expression
    readonly callback: TSESTree.ArrowFunctionExpression
    /** What is spread and added to. */
    readonly literal: TSESTree.ArrayExpression | TSESTree.ObjectExpression
  }
  | {
    readonly kind: 'range'
    /** What makes the array. */
    readonly node: TSESTree.Expression
    readonly loop: TSESTree.ForOfStatement
    readonly end: TSESTree.Expression
  }
) & { readonly owner: FunctionNode | TSESTree.Program }
