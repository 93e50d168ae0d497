import type { Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { CallNode } from './call-arguments.ts'
import { argumentAt } from './call-arguments.ts'
import { optionOf } from './row-condition.ts'
import type { RowArgument, RowEffect } from './row.ts'

/**
 * What names the place of an effect, all of it together: arguments, or options of them, also where an argument is made
 * in place; null where not all of it is seen.
 *
 *     writeFile(path)      user.update({ where: { id } })      client.send(new DeleteObjectCommand({ Bucket, Key }))
 */
export function namingArguments({ at }: RowEffect, call: CallNode): readonly Node[] | null {
  if (at === undefined) return null
  const naming = [at].flat().map((one) => argumentOf(typeof one === 'number' ? { argument: one } : (one as RowArgument), call))
  return naming.every((node) => node !== null) ? naming : null
}

/** What is written at the place, as far as it is seen. */
export function settingArguments({ sets }: RowEffect, call: CallNode): readonly Node[] {
  return [sets ?? []].flat().flatMap((one: RowArgument) => argumentOf(one, call) ?? [])
}

function argumentOf({ argument, option }: RowArgument, call: CallNode): Node | null {
  const given = argumentAt(call, argument)
  if (given === null || given === 'unknown') return null
  return option === undefined ? given : option.split('.').reduce<Node | null>(optionIn, given)
}

export function optionIn(given: Node | null, option: string): Node | null {
  const node = given && plainExpression(given)
  const input = node?.type === 'NewExpression' && node.arguments[0] ? plainExpression(node.arguments[0]) : node
  const value = input?.type === 'ObjectExpression' ? optionOf(input, option) : null
  return value === 'unknown' ? null : value
}
