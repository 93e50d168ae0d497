import type { NamePart, PlaceName } from './place-name.ts'
import { climbs } from './place-name.ts'
import { sameRoot } from './place.ts'

/**
 * Whether two names surely lie in different folders of one folder: `join(root, 'a', x)` and `join(root, 'b', y)`.
 * Names that only begin alike, or that may climb up, are not surely apart.
 */
export function namesDiffer(a: PlaceName, b: PlaceName): boolean {
  const [left, right] = [a, b].map(({ parts }) => mergeTexts(parts)) as [NamePart[], NamePart[]]
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [one, other] = [left[index]!, right[index]!]
    if ('text' in one && 'text' in other) {
      if (one.text === other.text) continue
      const last = index === left.length - 1 && index === right.length - 1
      if ([...left.slice(index + 1), ...right.slice(index + 1)].some(climbs)) return false
      return index > 0 && segmentsDiffer(one.text, other.text, last)
    }
    if ('text' in one || 'text' in other || !isSameConstant(one, other)) return false
  }
  return false
}

function segmentsDiffer(one: string, other: string, last: boolean): boolean {
  const [left, right] = [one.split(/\/+/), other.split(/\/+/)]
  const index = left.findIndex((segment, at) => segment !== right[at])
  // Both begin with a separator, so that the segments are whole at their start; neither climbs up again.
  if (left[0] !== '' || right[0] !== '' || [...left.slice(index), ...right.slice(index)].includes('..')) return false
  const [a, b] = [left[index], right[index]]
  if (!a || !b) return false
  const whole = (index < left.length - 1 || last) && (index < right.length - 1 || last)
  return whole || (!a.startsWith(b) && !b.startsWith(a))
}

function isSameConstant(a: Exclude<NamePart, { text: string }>, b: Exclude<NamePart, { text: string }>): boolean {
  return (
    (a.exact || a.climbed === true) &&
    (b.exact || b.climbed === true) &&
    a.ref.root.kind !== 'element' &&
    a.ref.root.kind !== 'opaque' &&
    sameRoot(a.ref.root, b.ref.root) &&
    a.ref.path.join('.') === b.ref.path.join('.')
  )
}

function mergeTexts(parts: readonly NamePart[]): NamePart[] {
  const merged: NamePart[] = []
  for (const part of parts) {
    const before = merged.at(-1)
    if (before && 'text' in before && 'text' in part) merged[merged.length - 1] = { text: before.text + part.text }
    else merged.push(part)
  }
  return merged
}
