import type { Happening } from '../facts/effects/behaviour.ts'
import { lastName, namesBefore } from '../facts/effects/opaque-call.ts'
import { beginsTurn } from '../facts/loops/begins-turn.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { namesLogLine } from '../facts/signs/name-signs.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'

/**
 * Whether a line is said before the turn first waits, so that the lines come in the order of the elements; also by a
 * logger whose method prints, however deep:
 *
 *     logger.info(`removing ${id}`); await remove(id)
 */
export function isSaidAtStart(line: Happening, loop: AwaitLoop, parsed: Parsed): boolean {
  return beginsTurn(line, loop, parsed) || isLoggedAtStart(line, loop, parsed)
}

function isLoggedAtStart({ anchor, depth }: Happening, loop: AwaitLoop, parsed: Parsed): boolean {
  if (depth === undefined || anchor.type !== 'CallExpression' || anchor.parent?.type !== 'ExpressionStatement') return false
  const callee = plainExpression(anchor.callee)
  return namesLogLine(lastName(callee), namesBefore(callee)) && beginsTurn({ anchor, origin: anchor }, loop, parsed)
}
