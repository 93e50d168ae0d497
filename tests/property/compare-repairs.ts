import type { Runs } from './compare-outcomes.ts'
import { leftOver } from './compare-outcomes.ts'
import type { Outcome } from './run-in-world.ts'

/**
 * What a repair must not change, though it changes when, and how many at once, operations run. When nothing fails, all
 * the same operations run and leave the same behind, and the function gives the same, unless it did not wait for them
 * before. When something fails, whatever it is, no rejection is without a handler.
 */
export function differencesOfRepair({ expected, seen, failing }: Runs, rule: string): string[] {
  if (failing.size > 0) return seen.unhandled.length > 0 ? [`unhandled: ${seen.unhandled.join()}`] : []
  const differences: string[] = []
  const compare = (what: string, was: string, is: string): void => {
    if (was !== is) differences.push(`${what}\n    before: ${was}\n    after:  ${is}`)
  }
  if (expected.settled.startsWith('rejected')) return seen.settled.startsWith('rejected') ? [] : ['fails no longer']
  if (rule === 'no-async-for-each') return seen.unhandled.length > 0 ? [`unhandled: ${seen.unhandled.join()}`] : []
  compare('settles', expected.settled, seen.settled)
  compare('logs', inOrder(expected.log), inOrder(seen.log))
  compare('leaves', inOrder(placesOf(expected)), inOrder(placesOf(seen)))
  const missing = leftOver(expected.started, seen.started)
  const more = leftOver(seen.started, expected.started)
  if (missing.length + more.length > 0) differences.push(`does no longer: ${missing.join()}, does also: ${more.join()}`)
  return differences
}

function inOrder(lines: readonly string[]): string {
  return [...lines].sort().join('\n            ')
}

function placesOf({ places }: Outcome): string[] {
  return [...places].map((place) => place.join(': '))
}
