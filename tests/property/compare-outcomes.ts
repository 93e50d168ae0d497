import type { Outcome } from './run-in-world.ts'

export interface Runs {
  /** Of the program before, with the same failures. */
  readonly expected: Outcome
  readonly seen: Outcome
  readonly failing: ReadonlySet<string>
  /** Texts of the programs. */
  readonly before: string
  readonly variant: string
  /** Most operations under way at once; null where that is not bounded. */
  readonly limit: number | null
}

/** What can be seen of the rewritten program and was not so before, but for the changes that every overlap makes. */
export function differencesOf(runs: Runs): string[] {
  const { expected, seen, failing, limit } = runs
  const differences: string[] = []
  const compare = (what: string, was: string, is: string): void => {
    if (was !== is) differences.push(`${what}\n    before: ${was}\n    after:  ${is}`)
  }
  if (seen.unhandled.length > expected.unhandled.length) differences.push(`unhandled: ${seen.unhandled.join()}`)
  // Of two failures in one map the first in time wins.
  const anyError = isMapped(runs) && (failing.size > 1 || /\bthrow new\b/.test(runs.before))
  if (anyError && expected.settled.startsWith('rejected')) {
    compare('settles', kindOf(expected), kindOf(seen))
    return differences
  }
  compare('settles', expected.settled, seen.settled)
  compare('logs', expected.log.join('\n            '), seen.log.join('\n            '))
  compare('leaves the state', expected.state, seen.state)
  comparePlaces(runs, compare)
  if (failing.size === 0) {
    const missing = leftOver(expected.started, seen.started)
    if (missing.length > 0) differences.push(`does no longer: ${missing.join()}`)
    const more = mayLeave(runs) ? [] : leftOver(seen.started, expected.started)
    if (more.length > 0) differences.push(`does also: ${more.join()}`)
  }
  if (limit !== null && seen.mostInFlight > limit) differences.push(`${seen.mostInFlight} operations under way at once`)
  return differences
}

/** After a failure, later turns may have written what is theirs to write. */
function comparePlaces({ expected, seen, failing }: Runs, compare: (what: string, a: string, b: string) => void): void {
  const more = failing.size > 0 ? leftOver(seen.started, expected.started) : []
  for (const key of new Set([...expected.places.keys(), ...seen.places.keys()])) {
    if (more.some((label) => label.endsWith(` ${key}`))) continue
    compare(`leaves at ${key}`, String(expected.places.get(key)), String(seen.places.get(key)))
  }
}

function kindOf({ settled }: Outcome): string {
  return settled.split(':')[0]!
}

function isMapped({ before, variant }: Runs): boolean {
  const calls = /\b(?:pMap|Promise\.all)\(/
  return calls.test(variant) && !calls.test(before)
}

/** Turns after the one that leaves may have started by then. */
function mayLeave({ before }: Runs): boolean {
  return /\b(?:break|return|throw)\b/.test(before)
}

function leftOver(from: readonly string[], taken: readonly string[]): string[] {
  const rest = [...taken]
  return from.filter((one) => {
    const index = rest.indexOf(one)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}
