import type { Node } from '../../parse/node-types.ts'
import type { NamedPart, PlaceName } from './place-name.ts'
import { placeNameOf } from './place-name.ts'
import type { Region } from './region.ts'

/** What is reached by more properties is a key of which nothing is said: recursion would make ever longer ones. */
const LONGEST_KEY = 2

/** What the key of a collection is made of, where one thing that varies decides it: `id`, `user.id`, `${id}.json`. */
export function keyName(key: Node, region: Region): PlaceName | null {
  const name = placeNameOf(key, region)
  return partOfKey(name) ? name : null
}

/** The one part of the key that is not written out. */
export function partOfKey({ parts }: PlaceName): NamedPart | null {
  const [part, ...others] = parts.filter((one): one is NamedPart => 'ref' in one)
  if (!part?.exact || others.length > 0) return null
  const { root, path } = part.ref
  return (root.kind === 'element' || root.kind === 'variable') && path.length <= LONGEST_KEY ? part : null
}
