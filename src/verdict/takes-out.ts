import { accessesMeet } from '../facts/effects/accesses-meet.ts'
import type { Access } from '../facts/effects/behaviour.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { methodOf } from './fill.ts'
import { isFarAway } from './kept-state.ts'

const TAKING: ReadonlySet<string> = new Set(['delete', 'clear', 'pop', 'shift', 'splice'])

/**
 * What is taken out again tells how far a turn has come, and is no memory: `open.delete(key)`, `busy = false`,
 * `running -= 1`. What is reset far away is so for callers of all kinds.
 */
export function takesOut(access: Access, parsed: Parsed): boolean {
  const { does, origin } = access
  if (does !== 'write') return false
  if (origin.type === 'CallExpression') return TAKING.has(methodOf(origin) ?? '')
  return isTakenBack(origin) && !isFarAway(access, parsed)
}

/** `state = 'busy'; ...; state = 'idle'`: a place that is given one value and then another tells the same. */
export function isGivenAnother(write: Access, others: readonly Access[], parsed: Parsed): boolean {
  const value = literalPut(write.origin)
  if (value === null) return false
  return others.some((one) => {
    const other = one.does === 'write' && !isFarAway(one, parsed) ? literalPut(one.origin) : null
    return other !== null && other !== value && accessesMeet(one, write)
  })
}

function literalPut({ parent }: Node): string | null {
  if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=' || parent.right.type !== 'Literal') return null
  return parent.right.raw
}

function isTakenBack(target: Node): boolean {
  const { parent } = target
  if (parent?.type === 'UpdateExpression') return parent.operator === '--'
  if (parent?.type === 'UnaryExpression') return parent.operator === 'delete'
  if (parent?.type !== 'AssignmentExpression' || parent.left !== target) return false
  return parent.operator === '-=' || (parent.operator === '=' && isNothingYet(plainExpression(parent.right)))
}

function isNothingYet(value: Node): boolean {
  if (value.type === 'Literal') return value.value === null || value.value === false || value.value === 0 || value.value === ''
  return value.type === 'Identifier' && value.name === 'undefined'
}
