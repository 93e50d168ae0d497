import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Happening, Mark } from '../facts/effects/behaviour.ts'
import { endsInFailure } from '../facts/loops/ends-in-failure.ts'
import { namesLogLine } from '../facts/signs/name-signs.ts'
import { isInPrefix } from './cuts.ts'
import { isAskedFor, isSaidAside } from './kept-state.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import { isSaidAtStart } from './said-at-start.ts'
import type { Cut, Reason } from './verdict.ts'
import { whereOf } from './where.ts'

/** The first known call of the prefix whose order can be seen, or whose receiver serves one call at a time. */
export function barOfMarks({ turn, parsed, loop }: Question, cut: Cut | null): Reason | null {
  for (const mark of turn.marks) {
    const isInOrder = onlyPrints(mark) && (endsInFailure(mark, loop) || isSaidAtStart(mark, loop, parsed))
    const counts = isInPrefix(mark.anchor, cut) && !isInOrder
    const bar = counts ? barOfMark(mark, parsed) : null
    if (bar) return bar
  }
  return null
}

/**
 * What the prefix prints before the turn first awaits, which comes in the order of the elements all the same; what is
 * printed after the cut would come later than before.
 */
export function announcementOf({ turn, loop, parsed }: Question, cut: Cut | null): Node | null {
  if (!cut) return null
  const isAhead = (one: Happening): boolean => isInPrefix(one.anchor, cut) && isSaidAtStart(one, loop, parsed)
  const mark = turn.marks.find((one) => one.what === 'ordered' && onlyPrints(one) && isAhead(one))
  if (mark && !mark.row.forDebugging && !endsInFailure(mark, loop)) return mark.anchor
  const lines = turn.opaque.filter(({ name, receiverNames }) => namesLogLine(name, receiverNames))
  const isLast = lines.every(({ anchor }) => isInPrefix(anchor, cut))
  return isLast ? null : (lines.find(isAhead)?.anchor ?? null)
}

/** Why the call may not overlap with others, by what is known of it. */
export function barOfMark(mark: Mark, parsed: Parsed): Reason | null {
  const { what, anchor, name, row, receiver } = mark
  // What the turn made itself, or the element, serves this turn alone.
  const own =
    !row.transactionIn &&
    receiver.length > 0 &&
    receiver.every(({ root }) => root.kind === 'fresh' || root.kind === 'element')
  if (what === 'ordered') {
    const isUnseen = (own && !changesWorld(row)) || isQuery(mark, parsed) || isAside(mark, parsed)
    return isUnseen ? null : reason('ordered-effect', anchor, { name, ...whereOf(mark, parsed) })
  }
  if (what !== 'one-at-a-time' || own) return null
  const code =
    row.oneAtATime === 'transaction' || row.transactionIn
      ? 'transaction'
      : row.oneAtATime === 'stream'
        ? 'stream'
        : 'stateful-receiver'
  return reason(code, anchor, { name })
}

/** A program that is started for what it answers: `const { stdout } = await run('git', ['show', ref])`. */
function isQuery(mark: Mark, parsed: Parsed): boolean {
  const { effects } = mark.row
  if (effects.some(({ on }) => on === 'console')) return false
  return effects.some(({ does, on }) => does === 'write' && on === 'process') && isAskedFor(mark, parsed)
}

/**
 * What is printed for those who look for faults; or two calls away or more, in other files, on the way to a value that
 * the turn uses.
 */
function isAside(mark: Mark, parsed: Parsed): boolean {
  if (mark.row.forDebugging) return true
  return onlyPrints(mark) && isSaidAside(mark, parsed)
}

function onlyPrints({ row: { effects } }: Mark): boolean {
  return effects.length > 0 && effects.every(({ on }) => on === 'console')
}

/** Beyond its receiver and its arguments. */
function changesWorld({ effects }: Mark['row']): boolean {
  return effects.some(({ does, on }) => does === 'write' && on !== 'receiver' && typeof on !== 'object')
}
