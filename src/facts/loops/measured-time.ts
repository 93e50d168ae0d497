import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Behaviour, Measure } from '../effects/behaviour.ts'
import { isAfter, isBefore, readsClock } from '../effects/measured-wait.ts'

/**
 * Whether the turn reads the clock before and after it awaits, or calls what does so: overlapped, each would measure
 * the others too. `aside` where a callee makes nothing of it that the turn would get.
 */
export function measuresTime(loop: AwaitLoop, { world }: Behaviour): Measure | null {
  const reads = world.filter(readsClock)
  const isAround = loop.awaits.some((wait) => {
    const before = reads.some(({ anchor }) => isBefore(anchor, wait))
    return before && reads.some(({ anchor }) => isAfter(anchor, wait))
  })
  if (isAround || reads.some(({ measures }) => measures === 'given')) return 'given'
  return reads.some(({ measures }) => measures !== undefined) ? 'aside' : null
}
