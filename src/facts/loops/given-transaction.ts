import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { OpaqueCall } from '../effects/behaviour.ts'
import { chainStart } from '../effects/opaque-call.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { transactionAround } from './transaction-around.ts'

/**
 * What a call of the loop is given, or is a method of, that a transaction gives to the function that it runs, whatever
 * its name:
 *
 *     await db.transaction(async (q) => { for (const x of xs) await save(x, q) })
 *     @InTransaction() async save(xs, @Shared() context) { for (const x of xs) await this.load(x, context) }
 */
export function givenTransaction({ call, depth }: OpaqueCall, loop: Node, parsed: Parsed): string | null {
  if (depth !== undefined || call.type !== 'CallExpression') return null
  const around = transactionAround(loop)?.node
  if (!around) return null
  for (const one of [chainStart(call.callee), ...call.arguments]) {
    const variable = variableOf(plainExpression(one), parsed)
    if (variable && isFilledBy(around, variable)) return variable.name
  }
  return null
}

/** A parameter of the callback, or one that a decorator fills in the method. */
function isFilledBy(around: Node, { defs }: Variable): boolean {
  const [def] = defs
  if (def?.type !== 'Parameter') return false
  const run = def.node as Node
  if (around.type === 'CallExpression') return run.parent === around
  const parameter = isFunction(run) ? run.params.find((one) => nameIn(one) === def.name) : undefined
  return run.parent === around.parent && parameter !== undefined && decoratorsOf(parameter) > 0
}

function nameIn(parameter: Node): Node {
  return parameter.type === 'AssignmentPattern' ? parameter.left : parameter
}

/** `@Shared() context = {}` */
function decoratorsOf(parameter: Node): number {
  const own = 'decorators' in parameter ? (parameter.decorators?.length ?? 0) : 0
  return own + (parameter.type === 'AssignmentPattern' ? decoratorsOf(parameter.left) : 0)
}
