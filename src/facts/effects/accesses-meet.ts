import type { Access } from './behaviour.ts'
import { refsMeet } from './place.ts'

/** Whether both may touch one place. */
export function accessesMeet(a: Pick<Access, 'place'>, b: Pick<Access, 'place'>): boolean {
  if ('variable' in a.place || 'variable' in b.place) {
    return 'variable' in a.place && 'variable' in b.place && a.place.variable === b.place.variable
  }
  return refsMeet(a.place.ref, b.place.ref)
}
