import { literalLengthOf } from '../facts/rewrite-legality/arrayness.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { LoopForm } from './rewrite.ts'

/** Longest literal whose turns may start all at once without a second thought. */
const SMALL = 8

/** The maps that suit a loop, the better first: bounded, but for a short literal. */
export function mapsFor({ kind, source }: AwaitLoop, parsed: Parsed): LoopForm[] {
  // `for await` waits for each element before the turn, as p-map does and `Array.from` does not.
  if (kind === 'for-await') return ['map-bounded']
  const length = source && kind === 'for-of' ? literalLengthOf(source, parsed) : null
  return length !== null && length <= SMALL ? ['map-all', 'map-bounded'] : ['map-bounded', 'map-all']
}
