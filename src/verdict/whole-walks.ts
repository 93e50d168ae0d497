import { behaviourOfCode } from '../facts/arrays/code-effects.ts'
import type { LargeSource } from '../facts/chains/large-source.ts'
import type { Region } from '../facts/effects/region.ts'
import { isSeenAfterFailure } from '../facts/rewrite-legality/partial-state.ts'
import { writtenOutside } from '../facts/rewrite-legality/turn-writes.ts'
import type { Chain } from '../model/chain.ts'
import { isKeptForItself } from './kept-state.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/**
 * Why the stages before a loop that goes to the end had better stay. What is gained is memory, and time to the first
 * turn: only where the source is large or made element by element, and something is computed for each element.
 */
export function barToWholeWalk(chain: Chain, large: LargeSource | null, region: Region): Reason | null {
  const { consumer, stages } = chain
  if (consumer.kind !== 'walk') return null
  const isSmall = large === null || (large === 'lines' && stages.length < 2)
  if (isSmall) return reason('whole-walk', consumer.node)
  return seenAfterFailedStage(chain, region)
}

/** A stage that fails does so before the first turn as long as it makes an array; in the loop, after some turns. */
export function seenAfterFailedStage({ consumer, owner }: Chain, region: Region): Reason | null {
  if (consumer.kind !== 'loop' && consumer.kind !== 'walk') return null
  const { node } = consumer
  const { body } = node
  const written = writtenOutside([body], region.parsed)
  const target = written.find((one) => isSeenAfterFailure(one, { node, body, owner }, region.parsed))
  if (target) return reason('partial-results', target)
  const { accesses, world, marks } = behaviourOfCode(body, region)
  const inCallee = accesses.find((access) => access.does === 'write' && access.depth !== undefined && !isKeptForItself(access, region))
  const seen = inCallee ?? world.find(({ does }) => does === 'write') ?? marks[0]
  return seen ? reason('partial-results', seen.anchor) : null
}
