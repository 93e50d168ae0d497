import type { Mark } from '../facts/effects/behaviour.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/** The first known call of the prefix whose order can be seen, or whose receiver serves one call at a time. */
export function barOfMarks({ turn }: Question, cut: Cut | null): Reason | null {
  for (const mark of turn.marks) {
    const bar = isInPrefix(mark.anchor, cut) ? barOfMark(mark) : null
    if (bar) return bar
  }
  return null
}

function barOfMark({ what, anchor, name, row, receiver }: Mark): Reason | null {
  if (what === 'ordered') return reason('ordered-effect', anchor, { name })
  if (what !== 'one-at-a-time') return null
  // What the turn made itself, or the element, serves this turn alone.
  const own =
    !row.transactionIn &&
    receiver.length > 0 &&
    receiver.every(({ root }) => root.kind === 'fresh' || root.kind === 'element')
  if (own) return null
  const code =
    row.oneAtATime === 'transaction' || row.transactionIn
      ? 'transaction'
      : row.oneAtATime === 'stream'
        ? 'stream'
        : 'stateful-receiver'
  return reason(code, anchor, { name })
}
