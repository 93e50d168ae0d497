import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node } from '../parse/node-types.ts'

/**
 * Awaits that follow one another in any case, with what stands between them:
 *
 *     statements   const a = await f(); const b = await g()
 *     parts        [await f(), await g()]   { a: await f(), b: await g() }   use(await f(), await g())
 */
export interface AwaitRun {
  /** The expression whose parts are awaited; null where statements are. */
  readonly container: PartsContainer | null
  /** Begins and ends with an await. */
  readonly steps: readonly Step[]
  readonly owner: FunctionNode | TSESTree.Program
}

export type PartsContainer =
  | TSESTree.ArrayExpression
  | TSESTree.ObjectExpression
  | TSESTree.CallExpression
  | TSESTree.NewExpression
  | TSESTree.TemplateLiteral

export type Step = AwaitStep | BetweenStep

/** A statement, or a part of an expression, that awaits one operation and does nothing else with effects. */
export interface AwaitStep {
  readonly kind: 'await'
  /** The statement, or the part; of the last statement, which does more, only what is awaited. */
  readonly node: Node
  readonly wait: TSESTree.AwaitExpression
  readonly operation: OperationNode
  /** The awaited value with the types that are put on it: `(await f()) as A`. */
  readonly value: TSESTree.Expression
  readonly target: AwaitTarget
}

/** What is awaited: always a call of some kind. */
export type OperationNode = TSESTree.CallExpression | TSESTree.ImportExpression | TSESTree.TaggedTemplateExpression

export type AwaitTarget =
  | { readonly kind: 'none' }
  /** const { a } = await f() */
  | { readonly kind: 'declared'; readonly declaration: TSESTree.VariableDeclaration; readonly pattern: Node }
  /** a = await f() */
  | { readonly kind: 'assigned'; readonly pattern: Node }
  /** const a = (await f()).b   return use(await f()): a statement that stays, and goes on with the value. */
  | { readonly kind: 'part'; readonly statement: TSESTree.Statement }

/** A declaration, or a part of an expression, that awaits nothing. */
export interface BetweenStep {
  readonly kind: 'between'
  readonly node: Node
}

export function isAwaitStep(step: Step): step is AwaitStep {
  return step.kind === 'await'
}
