import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Behaviour, OpaqueCall } from '../effects/behaviour.ts'
import type { Ref } from '../effects/place.ts'
import { optionOf } from '../known-calls/row-condition.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { transactionAround } from './transaction-around.ts'

/**
 * Whether a query that tells what it does by the way it is written changes a row by its key, and nothing besides:
 *
 *     await db.user.update({ where: { id: user.id }, data: { name } })
 *
 * Not on a client that the function was given or has made, which may be a transaction; not beside other calls that are
 * awaited and may ask for what it changes; not where rows of other tables, or the key itself, are written with it.
 */
export function changesRowByKey(call: OpaqueCall, { opaque }: Pick<Behaviour, 'opaque'>, loop: Node): boolean {
  if (transactionAround(loop)) return false
  return opaque.every((one) => !one.awaited || changesOne(one)) && changesOne(call)
}

function changesOne({ isTold, depth, call, chainStart }: OpaqueCall): boolean {
  if (!isTold || depth !== undefined || call.type !== 'CallExpression' || !chainStart.every(isOfModule)) return false
  const [given] = call.arguments
  const options = given && plainExpression(given)
  if (options?.type !== 'ObjectExpression') return false
  const where = optionOf(options, 'where')
  const keys = isObject(where) ? plainNamesOf(where) : null
  if (keys === null || keys.some((key) => CONDITIONS.has(key))) return false
  const data = optionOf(options, 'data')
  const columns = data === null ? [] : isObject(data) ? plainNamesOf(data) : null
  return columns !== null && !columns.some((column) => keys.includes(column))
}

const CONDITIONS = new Set(['AND', 'OR', 'NOT'])

/** A name of the module, or a field: not a parameter, nor what the function has made. */
function isOfModule({ root }: Ref): boolean {
  if (root.kind === 'variable') return root.variable.scope.type === 'module' || root.variable.scope.type === 'global'
  return root.kind === 'this'
}

function isObject(node: Node | null | 'unknown'): node is TSESTree.ObjectExpression {
  return node !== null && node !== 'unknown' && node.type === 'ObjectExpression'
}

/** Names of the properties; null where one is spread, computed, or has an object of its own. */
function plainNamesOf({ properties }: TSESTree.ObjectExpression): readonly string[] | null {
  const names = properties.map((property) => {
    if (property.type === 'SpreadElement' || property.computed || property.key.type !== 'Identifier') return null
    return /^(?:Object|Array)Expression$/.test(plainExpression(property.value).type) ? null : property.key.name
  })
  return names.every((name) => name !== null) ? names : null
}
