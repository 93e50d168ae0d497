// Run by a Node that has iterator helpers: compares programs before and after their rewrites; see `compare-arrays.ts`.
import { readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { inspect } from 'node:util'
import { Script } from 'node:vm'
import type { Comparison, Pair } from './compare-arrays.ts'

/** Newer than the types of the oldest Node. */
const strip = (nodeModule as unknown as { stripTypeScriptTypes: (text: string) => string }).stripTypeScriptTypes

interface Seen {
  readonly settled: string
  readonly isFailure: boolean
  readonly log: readonly string[]
  readonly state: string
}

interface Given {
  readonly xs: readonly number[]
  readonly limit: number
  readonly meddles: boolean
}

const CALL = new Script('callNow()')

/** A program takes less than a millisecond, but may wait for its turn on a busy machine. Milliseconds. */
const LONGEST = 10_000

const pairs = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as readonly Pair[]
const found: Comparison[] = []
for (const pair of pairs) found.push({ id: pair.id, difference: await differenceOf(pair) })
process.stdout.write(JSON.stringify(found))

async function differenceOf({ before, after, isCertain, mayFailLater, mayHaveHoles }: Pair): Promise<string | null> {
  const [one, other] = [compile(before), compile(after)]
  for (let round = 0; round < 16; round += 1) {
    const given = givenFor(round, isCertain, mayHaveHoles)
    const was = await run(one, given)
    // One that does not end would take this long in each round.
    if (was.settled.includes('timed out')) return null
    const is = await run(other, given)
    if (isSame(was, is, mayFailLater)) continue
    return `round ${round} ${inspect(given)}\n    before: ${inspect(was, { depth: 4 })}\n    after:  ${inspect(is, { depth: 4 })}`
  }
  return null
}

/** What fails for an element that is not needed does so no more, and what fails later may do more before. */
function isSame(was: Seen, is: Seen, mayFailLater: boolean): boolean {
  if (was.settled.startsWith('ReferenceError')) return false
  if (was.isFailure && mayFailLater) return !is.isFailure || is.settled === was.settled
  return was.settled === is.settled && was.log.join() === is.log.join() && was.state === is.state
}

type Program = (load: (name: string) => unknown) => {
  readonly main: (...given: unknown[]) => unknown
  readonly stateOfModule: () => unknown
}

function compile(text: string): Program {
  const body = strip(text)
    .replaceAll(/^import (\{.*\}) from '(.*)'/gm, "const $1 = load('$2')")
    .replaceAll(/^export /gm, '')
  return new Function('load', `'use strict'\n${body}\nreturn { main, stateOfModule }`) as Program
}

/** Numbers below 10; a library that only reads, or one that changes what it was given. */
function givenFor(round: number, isCertain: boolean, mayHaveHoles: boolean): Given {
  let state = round * 7919 + 3
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const xs = Array.from({ length: random(9) }, () => random(10))
  // A hole, which some methods skip and others do not.
  if (mayHaveHoles && round % 4 === 3) delete xs[random(9)]
  return { xs, limit: random(14), meddles: isCertain && round % 2 === 1 }
}

async function run(program: Program, { xs, limit, meddles }: Given): Promise<Seen> {
  const log: string[] = []
  const library = libraryOf(meddles, log)
  const { main, stateOfModule } = program(() => library)
  const given = [xs.slice(), new Set([...xs, 5]), anyOf(xs)] as const
  const seen = async (): Promise<readonly [string, boolean]> => {
    try {
      const started = inTime(() => main(...given, limit, (x: unknown) => void log.push(inspect(x))))
      return [inspect(await started, { depth: 6 }), false]
    } catch (error) {
      // Engines word the same failure of an array and of an iterator differently.
      return [error instanceof TypeError ? 'TypeError' : String(error), true]
    }
  }
  const [settled, isFailure] = await seen()
  return { settled, isFailure, log, state: inspect([stateOfModule(), given[0], given[1]]) }
}

/** What a call gives, or throws; a rewrite may have made a loop that does not end. */
function inTime(call: () => unknown): unknown {
  Object.assign(globalThis, { callNow: call })
  return CALL.runInThisContext({ timeout: LONGEST })
}

function anyOf(xs: readonly number[]): Iterable<number> {
  return xs.length % 2 === 0 ? new Set(xs) : [...xs]
}

function libraryOf(meddles: boolean, log: string[]) {
  const kept: { clear?: () => void; pop?: () => void }[] = []
  let calls = 0
  const meddle = (): void => {
    calls += 1
    if (!meddles) return
    log.push(`meddled ${calls}`)
    if (calls % 3 === 2) for (const one of kept) (one.clear ?? one.pop)?.call(one)
  }
  return {
    keep: (one: object) => void kept.push(one),
    fits: (x: number) => (meddle(), x % 4 !== 1),
    weigh: (x: number) => (meddle(), x + 2),
  }
}
