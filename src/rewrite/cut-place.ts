import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import { isWithin } from '../parse/walk.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'

/** Where in a turn a statement stands. */
export interface CutPlace {
  /** Statements before it that run in every turn that reaches it, in order. */
  readonly before: readonly TSESTree.Statement[]
  /** The statement and what follows in its block. */
  readonly rest: readonly TSESTree.Statement[]
  /** The `if`s that it stands in, the outermost first. */
  readonly guards: readonly TSESTree.IfStatement[]
}

/**
 * The place of a statement of the turn: in the body itself, or in an `if` without `else` that ends the body, which is
 * `if (!test) continue` written otherwise.
 */
export function cutPlaceOf(statement: TSESTree.Statement, { body }: AwaitLoop): CutPlace | RefusalCode {
  const before: TSESTree.Statement[] = []
  const guards: TSESTree.IfStatement[] = []
  let at: Node = body
  for (;;) {
    const list: readonly TSESTree.Statement[] = at.type === 'BlockStatement' ? at.body : [at as TSESTree.Statement]
    const index = list.indexOf(statement)
    if (index >= 0) return { before: [...before, ...list.slice(0, index)], rest: list.slice(index), guards }
    const last: TSESTree.Statement | undefined = list.at(-1)
    if (!last || !isWithin(statement, last)) return isInsideTry(statement, body) ? 'cut-inside-try' : 'unsupported-form'
    const isGuard = last.type === 'IfStatement' && !last.alternate && last.consequent.type === 'BlockStatement'
    if (!isGuard) return isInsideTry(statement, body) ? 'cut-inside-try' : 'unsupported-form'
    before.push(...list.slice(0, -1))
    guards.push(last)
    at = last.consequent
  }
}

/** Whether a `try` of the turn is around `inner`. */
export function isInsideTry(inner: Node, outer: Node): boolean {
  for (let node: Node | undefined = inner; node; node = node === outer ? undefined : node.parent) {
    if (node.type === 'TryStatement') return isWithin(node, outer)
  }
  return false
}
