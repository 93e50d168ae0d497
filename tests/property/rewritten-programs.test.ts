import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Checked } from './check-program.ts'
import { checkProgram } from './check-program.ts'
import { compileProgram } from './compile-program.ts'
import { differencesOf } from './compare-outcomes.ts'
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

test('what nobody waits for may have come further or less far', async () => {
  const source = `
    import { read, fetchPage, bump } from './world.js'
    export async function main() {
      const out = []
      const names = { a: 'x', b: 'yy', c: 'zzz' }
      for (const key of ['a', 'b', 'c', 'd', 'e']) {
        ['e', 'd', 'a', 'shared'].forEach(async (one) => {
          const page = await fetchPage(one)
          out.push(await read(page))
        })
        for (const name in names) {
          const value = await bump(name)
          await fetchPage(value)
        }
      }
      return out.length
    }`
  const { certain, problems } = await checkProgram(source, SCHEDULES)
  expect(certain).toBeGreaterThan(0)
  expect(problems).toEqual([])
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

describe('a wrong rewrite', () => {
  const IMPORTS = "import { read, bump, note } from './world.js'\nimport { pMapIterable } from 'p-map'\n"
  const differencesIn = async (before: string, after: string, failing: ReadonlySet<string>) => {
    const [source, variant] = [`${IMPORTS}export async function main() {${before}}`, `${IMPORTS}export async function main() {${after}}`]
    const found: string[] = []
    for (const seed of SCHEDULES) {
      const inputs = { keys: [], items: [] }
      const expected = await runInWorld(compileProgram(source), inputs, { seed: 1, failing, libraryOnlyReads: true })
      const seen = await runInWorld(compileProgram(variant), inputs, { seed, failing, libraryOnlyReads: true })
      found.push(...differencesOf({ expected, seen, failing, before: source, variant, limit: null }))
    }
    return found.join()
  }

  describe('that lets an await join a group', () => {
    const bothFail = new Set(['read b', 'read c'])

    test('is noticed by what the await needed', async () => {
      const before = "const [a, b] = await Promise.all([bump('a'), read('b')]); return [a, b, await read('a')]"
      const after = "const [c, b, a] = await Promise.all([read('a'), read('b'), bump('a')]); return [a, b, c]"
      expect(await differencesIn(before, after, new Set())).toContain('settles')
    })

    test('may fail by the other of two failures', async () => {
      const before = "const [a, b] = await Promise.all([read('a'), read('b')]); return [a, b, await read('c')]"
      const after = "return await Promise.all([read('a'), read('b'), read('c')])"
      expect(await differencesIn(before, after, bothFail)).toBe('')
    })

    test('is noticed by the other of two failures where no group has changed', async () => {
      const group = "const first = await Promise.all([read('a')]);"
      const before = `${group} return [first, await read('b'), await read('c')]`
      const after = `${group} const last = await read('c'); return [first, await read('b'), last]`
      expect(await differencesIn(before, after, bothFail)).toContain('settles')
    })
  })

  describe('whose program fails by itself, too,', () => {
    const KEYS = "['a', 'b']"
    const turn = "if (key === 'b') null.push(key); await read(key)"
    const mapped = `await Promise.all(${KEYS}.map(async (key) => { ${turn} }))`

    test('may fail by that, where an operation fails in another turn', async () => {
      const before = `for (const key of ${KEYS}) { ${turn} }`
      expect(await differencesIn(before, mapped, new Set(['read a']))).toBe('')
    })

    test('is noticed where nothing failed before', async () => {
      const before = `for (const key of ${KEYS}) { await read(key) }`
      expect(await differencesIn(before, mapped, new Set())).toContain('settles')
    })
  })

  describe('whose turns print before they await', () => {
    const turn = 'note(key); await read(key)'
    const before = `for (const key of ['a', 'b', 'c']) { ${turn} }`
    const mapped = (body: string) => `await Promise.all(['a', 'b', 'c'].map(async (key) => { ${body} }))`

    test('may have printed more when one fails', async () => {
      expect(await differencesIn(before, mapped(turn), new Set(['read a']))).toBe('')
    })

    test('is noticed by a line that is not printed any more when one fails', async () => {
      expect(await differencesIn(before, mapped("if (key !== 'a') note(key); await read(key)"), new Set(['read a']))).toContain('logs')
    })

    test('is noticed by the order of lines where nothing fails', async () => {
      expect(await differencesIn(before, mapped('await read(key); note(key)'), new Set())).toContain('logs')
    })
  })

  describe('that starts turns after the one that leaves', () => {
    const KEYS = "['a', 'b', 'c', 'd']"
    const inOrder = (jump: string) =>
      `outer: for (const name of ['x', 'y']) for (const key of ${KEYS}) { await read(key); if (key === 'a') ${jump} }`
    const ahead = (jump: string) =>
      `outer: for (const name of ['x', 'y']) for await (const key of pMapIterable([...${KEYS}, 'e'], async (key) => { await read(key); return key }, { concurrency: 3 })) { if (key === 'a') ${jump} }`

    test('is noticed where none leaves', async () => {
      expect(await differencesIn(inOrder('continue'), ahead('continue'), new Set())).toContain('does also')
    })

    test('is what is named where one goes on with the loop around', async () => {
      expect(await differencesIn(inOrder('continue outer'), ahead('continue outer'), new Set())).toBe('')
    })
  })
})

/** How often each answer was given, the most frequent first. */
function countsOf(answers: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a))
}
