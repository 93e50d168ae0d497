import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../parse/node-types.ts'

export type StageMethod = 'filter' | 'map' | 'flatMap' | 'flat' | 'slice' | 'concat'

/** `.filter(f)`: a call that makes an array of the array before it. */
export interface Stage {
  readonly method: StageMethod
  readonly node: TSESTree.CallExpression
  readonly callee: TSESTree.MemberExpression
  /** Of `filter`, `map` and `flatMap`: a function, or the name of one. */
  readonly callback: TSESTree.Expression | null
}

/**
 * What is taken of the last array:
 *
 *     some, every, find    .some(h)
 *     includes             .includes(v)
 *     first                [0]   .at(0)   .shift()   const [x] =
 *     prefix               .slice(0, 3)
 *     emptiness            .length > 0   !xs.filter(f).length
 *     count                .length
 *     loop                 for (const x of xs.filter(f)) { ...; break }
 *     walk                 for (const x of xs.filter(f)) { ... }: all of it
 */
export type Consumer =
  | { readonly kind: 'some' | 'every' | 'find' | 'includes'; readonly node: TSESTree.CallExpression; readonly argument: TSESTree.Expression }
  | { readonly kind: 'first'; readonly node: FirstNode; readonly mayLackElement: boolean }
  | { readonly kind: 'prefix'; readonly node: TSESTree.CallExpression; readonly count: number }
  | { readonly kind: 'emptiness'; readonly node: TSESTree.Expression; readonly whenEmpty: boolean }
  | { readonly kind: 'count'; readonly node: TSESTree.MemberExpression }
  | { readonly kind: 'loop' | 'walk'; readonly node: TSESTree.ForOfStatement }

type FirstNode = TSESTree.MemberExpression | TSESTree.CallExpression | TSESTree.ArrayPattern

/** `const hits = xs.filter(f)`, used once, at `use`. */
export interface HeldArray {
  readonly variable: Variable
  readonly declarator: TSESTree.VariableDeclarator
  readonly use: TSESTree.Identifier
}

/** xs.filter(f).map(g).find(h): stages that make an array each, and what takes only part of the last one. */
export interface Chain {
  /** The expression with its consumer; the stages alone where a variable holds their array, or a loop walks it. */
  readonly node: Node
  readonly source: TSESTree.Expression
  /** At least one. */
  readonly stages: readonly Stage[]
  readonly consumer: Consumer
  readonly held: HeldArray | null
  readonly owner: FunctionNode | TSESTree.Program
}
