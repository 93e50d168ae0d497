import { lastName, namesBefore } from '../effects/opaque-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { splitName } from '../signs/name-signs.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'

export interface AroundTransaction {
  readonly node: Node
  readonly name: string
}

/**
 * What runs the function around a node within a transaction or under a lock, by its name:
 *
 *     await db.transaction(async () => { await a(); await b() })       @Transactional() async save() { ... }
 */
export function transactionAround(inner: Node): AroundTransaction | null {
  for (let node = inner.parent; node; node = node.parent) {
    const found = isFunction(node) ? runnersOf(node).find(({ name }) => namesTransaction(name)) : undefined
    if (found) return found
  }
  return null
}

function namesTransaction(name: string): boolean {
  return splitName(name).some((word) => ONE_AT_A_TIME.has(word))
}

/** The call that gets the function, the decorators of the method that it is. */
function runnersOf(node: FunctionNode): readonly AroundTransaction[] {
  const { parent } = node
  if (parent?.type === 'MethodDefinition') {
    return (parent.decorators ?? []).flatMap((decorator) => namesOf(decorator, decorator.expression))
  }
  const isGiven = parent?.type === 'CallExpression' && parent.arguments.includes(node as never)
  return isGiven ? namesOf(parent, parent.callee) : []
}

function namesOf(node: Node, callee: Node): readonly AroundTransaction[] {
  const plain = plainExpression(callee)
  const called = plain.type === 'CallExpression' ? plainExpression(plain.callee) : plain
  return [lastName(called) ?? '', ...namesBefore(called)].map((name) => ({ node, name }))
}

const ONE_AT_A_TIME = new Set(
  `transaction transactional transactionally trx tx atomic atomically exclusive exclusively lock locked mutex semaphore
  serialize synchronized`.split(/\s+/),
)
