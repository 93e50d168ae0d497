import { elementWrites, opaqueWrites } from './conflicts.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/**
 * What leaves the loop after an await or the cut, or may, where the prefix does more than read: the turns that have
 * begun by then were never to run.
 *
 *     const old = await store(x, text)   |   if (x === last) break        yield old
 */
export function barOfExits(question: Question, cut: Cut | null): Reason | null {
  const { exits, yields } = question.loop
  const begun = question.loop.awaits[0]?.range[1] ?? 0
  const exit = [...exits, ...yields].find((node) => !isInPrefix(node, cut) || node.range[0] > begun)
  if (!exit || !writesAhead(question, cut)) return null
  return exit.type === 'YieldExpression' ? reason('ordered-effect', exit, { name: 'yield' }) : reason('early-exit', exit)
}

function writesAhead(question: Question, cut: Cut | null): boolean {
  const { world } = question.turn
  return (
    world.some(({ does, anchor }) => does === 'write' && isInPrefix(anchor, cut)) ||
    elementWrites(question, cut).length > 0 ||
    opaqueWrites(question, cut).length > 0
  )
}
