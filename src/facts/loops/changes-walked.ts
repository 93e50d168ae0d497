import type { Node } from '../../parse/node-types.ts'
import { accessesMeet } from '../effects/accesses-meet.ts'
import type { Access, Behaviour } from '../effects/behaviour.ts'
import { mayBeOne } from '../effects/may-be-one.ts'
import { extendRef } from '../effects/place.ts'
import { refsOf } from '../effects/refs.ts'
import type { Region } from '../effects/region.ts'
import { collectionsWalked } from './walked-lazily.ts'

/** That a loop looks, before each turn, whether there is more in what it walks. */
export function looksOfWalk(source: Node, region: Region): readonly Access[] {
  const walked = collectionsWalked(source, region)
  return (walked.length > 0 ? walked : refsOf(source, region)).map((ref) => ({
    does: 'read',
    place: { ref: extendRef(ref, ['length']) },
    slot: true,
    anchor: source,
    origin: source,
  }))
}

/**
 * Whether what is done for each element changes how many there are: `xs.push(y)`, `set.add(y)`, `xs.length = 0`. Who
 * walks on then, as a loop does, comes to another end than `forEach` and `map`, which ask once.
 */
export function changesWalked(source: Node, { accesses }: Behaviour, region: Region): 'yes' | 'maybe' | 'no' {
  const looks = looksOfWalk(source, region)
  const writes = accesses.filter(
    ({ does, place, slot }) => does === 'write' && 'ref' in place && (slot !== true || place.ref.path.at(-1) === 'length'),
  )
  const answers = writes.flatMap((write) =>
    looks.map((look) => (accessesMeet(write, look) ? 'given' : mayBeOne(write, look, region))),
  )
  return answers.includes('given') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no'
}
