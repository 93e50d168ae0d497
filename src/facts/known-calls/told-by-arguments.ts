import type { Parsed } from '../../parse/parsed.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { askingFor } from '../values/value-of.ts'
import type { CallNode } from './call-arguments.ts'
import type { KnownCall } from './find-call.ts'
import { memberName } from './origin.ts'
import { isMet } from './row-condition.ts'
import type { KnownCallRow } from './row.ts'
import { indexOf } from './row-index.ts'
import { KNOWN_CALL_ROWS } from './table.ts'

/**
 * What a call of which nothing is known does by the way it is written, which only one library has:
 *
 *     await db.user.update({ where: { id: user.id }, data })
 */
export function toldByArguments(call: CallNode, parsed: Parsed, userRows: readonly KnownCallRow[]): KnownCall | null {
  if (call.type !== 'CallExpression') return null
  const callee = plainExpression(call.callee)
  const method = callee.type === 'MemberExpression' ? memberName(callee) : null
  if (callee.type !== 'MemberExpression' || method === null) return null
  const rows = [userRows, KNOWN_CALL_ROWS].flatMap((some) => indexOf(some).ofAny.get(`*#${method}`) ?? [])
  if (rows.length === 0) return null
  const asking = askingFor(parsed, userRows)
  if (asking.kindOf(callee.object) !== null) return null
  const row = rows.find(({ when }) => when && [when].flat().every((one) => isMet(one, call, asking)))
  return row ? { row, receiver: callee.object, calleeName: method, isByGiven: true } : null
}
