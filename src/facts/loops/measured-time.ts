import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Behaviour } from '../effects/behaviour.ts'

/** Whether the turn reads the clock before and after it awaits: overlapped, each would measure the others too. */
export function measuresTime(loop: AwaitLoop, { world }: Behaviour): boolean {
  const reads = world.filter((access) => access.does === 'read' && access.world === 'clock')
  return loop.awaits.some(({ range }) => {
    const before = reads.some(({ anchor }) => anchor.range[1] <= range[0])
    return before && reads.some(({ anchor }) => anchor.range[0] >= range[1])
  })
}
