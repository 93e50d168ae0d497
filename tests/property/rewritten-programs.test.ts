import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Checked } from './check-program.ts'
import { checkProgram } from './check-program.ts'
import { compileProgram } from './compile-program.ts'
import { differencesOfRepair } from './compare-repairs.ts'
import { FOUND_PROGRAMS } from './found-programs.ts'
import { programShapes } from './program-shapes.ts'
import { runInWorld } from './run-in-world.ts'
import { writeProgram } from './write-program.ts'

/** More, and others: `INTERLEAVE_PROGRAMS=20000 INTERLEAVE_SEED=7 npx vitest run tests/property`. */
const PROGRAMS = Number(process.env.INTERLEAVE_PROGRAMS ?? 1000)
const SEED = Number(process.env.INTERLEAVE_SEED ?? 1)
const SCHEDULES = [1, 2, 3]

test('a rewritten program does what it did', { timeout: PROGRAMS * 1000 }, async () => {
  const checked: Checked[] = []
  const property = fc.asyncProperty(programShapes, async (shape) => {
    const text = writeProgram(shape)
    const one = await checkProgram(text, SCHEDULES)
    checked.push(one)
    if (one.problems.length > 0) throw new Error(`${text}\n${one.problems.join('\n')}`)
  })
  await fc.assert(property, { numRuns: PROGRAMS, seed: SEED })

  const share = (has: (one: Checked) => boolean): number => checked.filter(has).length / checked.length
  const figures = {
    programs: checked.length,
    certain: share(({ certain }) => certain > 0),
    likely: share(({ likely }) => likely > 0),
    overlapped: share(({ overlapped }) => overlapped),
    answers: countsOf(checked.flatMap(({ answers }) => answers)),
  }
  if (process.env.INTERLEAVE_PROGRAMS) console.log(figures)
  expect(figures.certain, JSON.stringify(figures)).toBeGreaterThan(0.05)
  expect(figures.likely, JSON.stringify(figures)).toBeGreaterThan(0.1)
  expect(figures.overlapped, JSON.stringify(figures)).toBeGreaterThan(0.1)
})

describe('a program that was once rewritten wrongly', () => {
  test.each(FOUND_PROGRAMS)('$name', async ({ source }) => {
    const { problems } = await checkProgram(source, SCHEDULES)
    expect(problems).toEqual([])
  })
})

describe('a wrong repair', () => {
  const source = `
    import { read } from './world.js'
    export async function main() {
      const first = read('a') // started
      const second = read('b') // started
      const a = await first
      const b = await second
      return a + b
    }`
  const differencesIn = async (after: string, failing: ReadonlySet<string>) => {
    const circumstances = { seed: 1, failing, libraryOnlyReads: true }
    const inputs = { keys: [], items: [] }
    const expected = await runInWorld(compileProgram(source), inputs, circumstances)
    const seen = await runInWorld(compileProgram(after), inputs, circumstances)
    const runs = { expected, seen, failing, before: source, variant: after, limit: null }
    return differencesOfRepair(runs, 'no-staggered-await').join()
  }

  test('that leaves a failure without a handler is noticed', async () => {
    expect(await differencesIn(source.replace('await first', 'await first + missing'), new Set(['read b']))).toContain('unhandled')
    expect(await differencesIn(source.replaceAll(/ = await (first|second)/g, ' = await $1.catch(String)'), new Set(['read b']))).toBe('')
  })

  test('that gives something else is noticed', async () => {
    expect(await differencesIn(source.replace('a + b', 'b + a'), new Set())).toContain('settles')
    expect(await differencesIn(source, new Set())).toBe('')
  })
})

/** How often each answer was given, the most frequent first. */
function countsOf(answers: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}
