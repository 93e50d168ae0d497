import { lastName, namesBefore } from '../effects/opaque-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { splitName } from '../signs/name-signs.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'

export interface AroundCall {
  readonly node: Node
  readonly name: string
}

/**
 * The call that runs the function around a node within a transaction or under a lock, by its name:
 *
 *     await db.transaction(async () => { await a(); await b() })       mutex.runExclusive(async () => ...)
 */
export function transactionAround(inner: Node): AroundCall | null {
  for (let node = inner.parent; node; node = node.parent) {
    const call = isFunction(node) ? node.parent : null
    if (call?.type !== 'CallExpression' || !call.arguments.includes(node as never)) continue
    const callee = plainExpression(call.callee)
    const names = [lastName(callee) ?? '', ...namesBefore(callee)]
    const name = names.find((one) => splitName(one).some((word) => ONE_AT_A_TIME.has(word)))
    if (name !== undefined) return { node: call, name }
  }
  return null
}

const ONE_AT_A_TIME = new Set(
  `transaction transactional transactionally trx tx atomic atomically exclusive exclusively lock locked mutex semaphore
  serialize synchronized`.split(/\s+/),
)
