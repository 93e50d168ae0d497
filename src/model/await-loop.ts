import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, LoopStatement } from '../parse/node-types.ts'

/**
 * How the turns of a loop come about:
 *
 *     for-of      for (const x of xs)            for-await    for await (const x of xs)   (a sync source)
 *     for-in      for (const k in o)             index        for (let i = 0; i < xs.length; i++)
 *     counter     while (i < xs.length) {...; i++}            queue   while (q.length) { const x = q.shift(); ... }
 *     condition   every other for, while, do-while
 *     reduce      xs.reduce(async (acc, x) => { const a = await acc; ... }, init)
 *     then-chain  xs.reduce((p, x) => p.then(() => f(x)), Promise.resolve())
 *     from-async  Array.fromAsync(xs, async (x) => ...)
 */
export type LoopKind =
  | 'for-of'
  | 'for-in'
  | 'for-await'
  | 'index'
  | 'counter'
  | 'queue'
  | 'condition'
  | 'reduce'
  | 'then-chain'
  | 'from-async'

/** A form whose body runs once a turn and awaits in it. */
export interface AwaitLoop {
  readonly kind: LoopKind
  /** The statement, or the call of the expression forms; what the findings' lines are. */
  readonly node: LoopStatement | TSESTree.CallExpression
  /** What runs once a turn: the loop's body, or the callback's body. */
  readonly body: TSESTree.Statement | TSESTree.Expression
  /** Function whose activation runs the loop, or the program. */
  readonly owner: FunctionNode | TSESTree.Program
  readonly label: string | null
  readonly element: LoopElement
  /** What is walked: `xs`. Null where nothing is (`condition`) or only a count is known. */
  readonly source: TSESTree.Expression | null
  /** Index and counter loops: what the index is compared with (`xs.length`, `n`). */
  readonly bound: TSESTree.Expression | null
  /** Index and counter loops: how the index moves from turn to turn; null when that is not a literal. */
  readonly step: number | null
  /**
   * Awaits run by the turn itself in source order, those of nested functions and inner loops left out. For a
   * then-chain: empty.
   */
  readonly awaits: readonly TSESTree.AwaitExpression[]
  /** Awaits of inner loops of the same function. */
  readonly innerAwaits: readonly TSESTree.AwaitExpression[]
  /** `break`, `return`, `continue OUTER` that leave the loop or its function, `throw` left out. */
  readonly exits: readonly LoopExit[]
  /** `continue` of this loop. */
  readonly continues: readonly TSESTree.ContinueStatement[]
  /** `throw` statements of the turn that leave it (not caught in the turn). */
  readonly throws: readonly TSESTree.ThrowStatement[]
  readonly yields: readonly TSESTree.YieldExpression[]
}

export type LoopExit = TSESTree.BreakStatement | TSESTree.ReturnStatement | TSESTree.ContinueStatement

/** The names that a turn gets from the head. */
export interface LoopElement {
  /** `x`, `{ a, b }`, `[k, v]`; the index's identifier for index loops; null where the head binds nothing. */
  readonly pattern: TSESTree.DestructuringPattern | TSESTree.Identifier | null
  /** `assigned`: the head assigns a binding that exists before the loop. `using`: also `await using`. */
  readonly declared: 'const' | 'let' | 'var' | 'using' | 'parameter' | 'assigned' | 'none'
  readonly variables: readonly Variable[]
}
