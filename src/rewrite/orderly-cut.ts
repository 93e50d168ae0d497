import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Node } from '../parse/node-types.ts'
import { lastAwait } from '../model/last-await.ts'
import type { Cut } from '../verdict/verdict.ts'

/**
 * A cut for turns that may overlap whole, at their last await: what a turn leaves behind after it is then left in
 * order, and only when the turns before went well.
 *
 *     user.avatar = await load(user.id)    is cut at    await load(user.id)
 */
export function orderlyCut(loop: AwaitLoop): Cut | null {
  const last = lastAwait(loop.awaits)
  if (!last) return null
  let statement: Node = last
  while (!/Statement$|^VariableDeclaration$/.test(statement.type)) statement = statement.parent!
  if (statement.type === 'ExpressionStatement' && statement.expression === last) return { kind: 'after', statement }
  return { kind: 'at', statement: statement as TSESTree.Statement, expression: last }
}
