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

type Compare = (what: string, was: string, is: string) => void

/** Whether two runs do the same and look alike, whatever was under way at once and in which order. */
export function areAlike(a: Outcome, b: Outcome): boolean {
  const seenOf = ({ settled, log, places, state, started }: Outcome): string =>
    JSON.stringify([settled, log, [...places].sort(), state, [...started].sort()])
  return seenOf(a) === seenOf(b)
}

/** What can be seen of the rewritten program and was not so before, but for the changes that every overlap makes. */
export function differencesOf(runs: Runs): string[] {
  const { expected, seen, failing, limit } = runs
  const differences: string[] = []
  const compare: Compare = (what, was, is) => {
    if (was !== is) differences.push(`${what}\n    before: ${was}\n    after:  ${is}`)
  }
  differences.push(...unhandledMore(runs))
  // Of two failures in one map the first in time wins.
  const anyError = isMapped(runs) && (failing.size > 1 || mayFailItself(runs))
  if (anyError && (expected.settled.startsWith('rejected') || /\bcatch\b/.test(runs.before))) {
    compare('settles', kindOf(expected), kindOf(seen))
    return differences
  }
  if (failing.size > 0 && goesOnAfterWrites(runs)) return differences
  // What a group has started beside a failure that is caught may change what the function gives.
  const isCaught = startsOthersInGroup(runs) && /\bcatch\b/.test(runs.before)
  if (isCaught) compare('settles', kindOf(expected), kindOf(seen))
  else compare('settles', expected.settled, seen.settled)
  if (!printsMoreAfterFailure(runs)) compare('logs', expected.log.join('\n            '), seen.log.join('\n            '))
  if (!startsOthersInGroup(runs) && !mayBeUnderWay(runs)) compare('leaves the state', expected.state, seen.state)
  comparePlaces(runs, compare)
  if (failing.size === 0) {
    const missing = leftOver(expected.started, seen.started)
    if (missing.length > 0) differences.push(`does no longer: ${missing.join()}`)
    const more = mayLeave(runs) ? [] : leftOver(seen.started, expected.started)
    if (more.length > 0) differences.push(`does also: ${more.join()}`)
  }
  // What a failed map has started may still be under way.
  if (limit !== null && failing.size === 0 && seen.mostInFlight > limit) differences.push(`${seen.mostInFlight} operations under way at once`)
  return differences
}

/** Rejections without a handler that were not there before: what no rewrite may bring, not even one that repairs. */
function unhandledMore({ expected, seen }: Pick<Runs, 'expected' | 'seen'>): string[] {
  return seen.unhandled.length > expected.unhandled.length ? [`unhandled: ${seen.unhandled.join()}`] : []
}

/**
 * Whether a failure left out what a group has started together with it: every offer of a group names that. Where the
 * program ends by it, the others may have done what no operation of the world shows.
 */
function startsOthersInGroup(runs: Runs): boolean {
  const { expected, seen, failing } = runs
  if (failing.size === 0 || !isGrouped(runs)) return false
  return hasFailed(expected) || leftOver(seen.started, expected.started).length > 0
}

/** Whether a failure is caught while the others of its group go on, which may leave something later, as offers name. */
function mayBeUnderWay(runs: Runs): boolean {
  return runs.failing.size > 0 && isGrouped(runs) && /\bcatch\b/.test(runs.before)
}

/** Whether turns that a failure left out have started, which every map names, and printed what they begin with. */
function printsMoreAfterFailure(runs: Runs): boolean {
  const { expected, seen, failing } = runs
  if (!isMapped(runs) || (failing.size === 0 && !mayFailItself(runs))) return false
  return leftOver(seen.started, expected.started).length > 0 && isPartInOrder(expected.log, seen.log)
}

function isPartInOrder(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const one of whole) if (one === part[at]) at += 1
  return at === part.length
}

/** Whether awaits were made a group, or joined one. */
function isGrouped({ before, variant }: Runs): boolean {
  return leftOver(groupsIn(variant), groupsIn(before)).length > 0
}

/** What stands in `Promise.all([...])`, without the space in it. */
function groupsIn(text: string): readonly string[] {
  return text.split('Promise.all([').slice(1).map((rest) => {
    let depth = 1
    const end = [...rest].findIndex((sign) => (depth += Number('[({'.includes(sign)) - Number('])}'.includes(sign))) === 0)
    return rest.slice(0, end).replace(/\s|,\s*$/g, '')
  })
}

/** Whether a program that catches a failure may then read what later turns have written. */
function goesOnAfterWrites({ before, expected, seen }: Runs): boolean {
  const more = leftOver(seen.started, expected.started)
  return /\bcatch\b/.test(before) && more.some((label) => /^(?:write|bump|ensure|mkdir|rm|copy|appendFile)/.test(label))
}

/** After a failure, later turns may have written what is theirs to write. */
function comparePlaces({ expected, seen, failing, before }: Runs, compare: Compare): void {
  const mayFail = failing.size > 0 || /\bthrow new\b/.test(before) || hasFailed(expected)
  const more = mayFail ? leftOver(seen.started, expected.started) : []
  for (const key of new Set([...expected.places.keys(), ...seen.places.keys()])) {
    const name = key.replace(/^\//, '')
    if (more.some((label) => `${name}/`.startsWith(`${placeOf(label)}/`))) continue
    compare(`leaves at ${key}`, String(expected.places.get(key)), String(seen.places.get(key)))
  }
}

/** `a` of `write a`, `session put a`; what lies below a directory is of its place, too. */
function placeOf(label: string): string {
  return label.replace(/^(?:session |pool )?\w+ /, '')
}

/** Whether something fails that is not told to: what the program throws, a method that is not there. */
function mayFailItself({ before, expected, seen }: Runs): boolean {
  const isOwn = (outcome: Outcome): boolean =>
    hasFailed(outcome) && !outcome.settled.startsWith('rejected: Error: failed: ')
  return /\bthrow new\b/.test(before) || isOwn(expected) || isOwn(seen)
}

function kindOf({ settled }: Outcome): string {
  return settled.split(':')[0]!
}

function isMapped(runs: Runs): boolean {
  const callsIn = (text: string): number => text.split(/\b(?:pMap|Promise\.all)\(/).length
  return callsIn(runs.variant) > callsIn(runs.before) || isGrouped(runs)
}

/** Turns after the one that leaves or fails may have started by then. `continue` with a label leaves the inner loop. */
function mayLeave({ before, expected }: Runs): boolean {
  return hasFailed(expected) || /\bif \(.*\) return\b|\b(?:break|throw|yield|continue \w+)\b/.test(before)
}

function hasFailed({ settled }: Outcome): boolean {
  return settled.startsWith('rejected')
}

export function leftOver(from: readonly string[], taken: readonly string[]): string[] {
  const rest = [...taken]
  return from.filter((one) => {
    const index = rest.indexOf(one)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}
