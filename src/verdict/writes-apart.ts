import { posix } from 'node:path'
import type { WorldAccess } from '../facts/effects/behaviour.ts'
import { namesDiffer } from '../facts/effects/names-differ.ts'
import type { PlaceName } from '../facts/effects/place-name.ts'
import { namesMarker } from '../facts/signs/line-signs.ts'

/**
 * Whether the writes of each lie at other places than all that the other one does in the same world. What is written
 * last to say that the rest is there does not: `index.json`, `done`.
 */
export function writesApart(earlier: readonly WorldAccess[], later: readonly WorldAccess[]): boolean {
  if (later.some(({ at }) => at?.parts.some((part) => 'text' in part && namesMarker(part.text)))) return false
  return earlier.every((a) =>
    later.every((b) => (a.does === 'read' && b.does === 'read') || a.world !== b.world || areApart(a, b)),
  )
}

function areApart(a: WorldAccess, b: WorldAccess): boolean {
  if (!a.at || !b.at) return false
  if (namesDiffer(a.at, b.at)) return true
  const [left, right] = [constantOf(a.at), constantOf(b.at)]
  if (left === null || right === null || left === right) return false
  return !`${left}/`.startsWith(`${right}/`) && !`${right}/`.startsWith(`${left}/`)
}

/** `out/a.txt` where the whole name is written out. */
function constantOf({ parts }: PlaceName): string | null {
  if (parts.length === 0 || !parts.every((part) => 'text' in part)) return null
  return posix.normalize(parts.map((part) => ('text' in part ? part.text : '')).join('').replaceAll('\\', '/'))
}
