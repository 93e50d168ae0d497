import { listenersIn, mayCall, tells } from '../facts/loops/listeners.ts'
import { isWithin } from '../parse/walk.ts'
import { nameOfPlace } from './conflicts.ts'
import { isInPrefix } from './cuts.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Cut, Reason } from './verdict.ts'

/**
 * A turn reads what a listener of the file assigns, and calls the object that has the listener, one of the two in the
 * prefix:
 *
 *     emitter.on('page', (page) => { last = page })
 *     for (...) { const page = await load(x + last); emitter.emit('page', page) }
 */
export function toldByListeners({ turn, parsed, loop }: Question, cut: Cut | null): Reason | null {
  if (turn.opaque.length === 0) return null
  for (const listener of listenersIn(parsed)) {
    if (isWithin(loop.node, listener.call)) continue
    const calls = turn.opaque.filter((call) => mayCall(listener, call))
    if (calls.length === 0) continue
    const isAhead = calls.some(({ anchor }) => isInPrefix(anchor, cut))
    const read = turn.accesses.find((one) => tells(listener, one) && (isAhead || isInPrefix(one.anchor, cut)))
    if (read) return reason('carried-value', read.anchor, { name: nameOfPlace(read) })
  }
  return null
}
