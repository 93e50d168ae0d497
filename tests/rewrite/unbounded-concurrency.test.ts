import { describe, expect, test } from 'vitest'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'
import { dedent } from './rewrites-of.ts'
import { runProgram } from './run-program.ts'

const RULE = 'no-unbounded-concurrency'

/** The rows that make the world's `get` known as a read of the network. */
const ROWS: readonly KnownCallRow[] = [
  { module: '.', name: 'get', effects: [{ does: 'read', on: 'network' }], async: true, source: 'tests' },
]
const OPTIONS = { knownCalls: ROWS, filename: 'a.ts', concurrency: 3 }

const HEAD = 'let world\nconst get = async (key) => world.get(key)\n'

const PROGRAMS: readonly (readonly [name: string, source: string])[] = [
  [
    'a map with a body',
    `
    export async function main(given) {
      world = given
      const keys: string[] = []
      for (let i = 0; i < 12; i++) keys.push('key' + i)
      return await Promise.all(keys.map(async (key, index) => {
        const value = await get(key)
        return [index, value]
      }))
    }`,
  ],
  [
    'settled results',
    `
    export async function main(given) {
      world = given
      const keys: string[] = []
      for (let i = 0; i < 12; i++) keys.push('key' + i)
      const results = await Promise.allSettled(keys.map((key) => get(key)))
      return results.map(({ status }) => status)
    }`,
  ],
  [
    'a Set',
    `
    export async function main(given) {
      world = given
      const keys = new Set<string>()
      for (let i = 0; i < 12; i++) keys.add('key' + i)
      return Promise.all(Array.from(keys, async (key) => get(key)))
    }`,
  ],
]

describe.each(PROGRAMS)('%s', (name, source) => {
  const before = HEAD + dedent(source)
  const after = rewritesOf(RULE, before, OPTIONS)['map-bounded']

  test('starts them all at once', async () => {
    expect((await runProgram(before)).inFlight).toBe(12)
  })

  test('gives the same, at most three at a time', async () => {
    const { value, error } = await runProgram(before)
    for (let round = 0; round < 3; round++) {
      const now = await runProgram(after!, [], round)
      expect(now).toMatchObject({ value, error, unhandled: 0 })
      expect(now.inFlight).toBe(3)
    }
  })

  test('fails as before, and starts nothing more after a failure', async () => {
    const { error } = await runProgram(before, ['key2'])
    const now = await runProgram(after!, ['key2'])
    expect(now).toMatchObject({ error, unhandled: 0 })
    expect(now.started.length < 12).toBe(name !== 'settled results')
  })

  test('leaves nothing to report', () => {
    expect(rewritesOf(RULE, after!, OPTIONS)).toEqual({})
  })
})

test('the text', () => {
  const source = 'export const f = (us: string[]) => Promise.all(us.map(async (u) => (await fetch(u)).json()));\n'
  expect(rewritesOf(RULE, source)).toEqual({
    'map-bounded':
      "import pMap from 'p-map';\n\n" +
      'export const f = (us: string[]) => pMap(us, async (u) => (await fetch(u)).json(), { concurrency: 8 });\n',
  })
})

test.each([
  ['a barrier', 'waits-for-others', 'async (u) => { await fetch(u); await barrier.arrive(); return fetch(u) }'],
  ['a promise that another call may settle', 'waits-for-others', 'async (u) => { open(); await gate.promise; return fetch(u) }'],
  ['a poll', 'waits-for-others', 'async (u) => { while (count < 3) await sleep(1); return fetch(u) }'],
  ['the list as the third argument', 'unsupported-form', 'async (u, i, all) => fetch(u + all.length)'],
  ['a `this` of its own', 'unsupported-form', 'async function (u) { return this.get(await fetch(u)) }'],
])('is refused with %s', (_, refused, callback) => {
  const source = `export const f = (us: string[]) => Promise.all(us.map(${callback}))`
  expect(rewritesOf(RULE, source)).toEqual({})
  expect(refusalOf(RULE, source)).toBe(refused)
})

test.each([
  ['a receiver that may be no array', 'no-array', {}, 'export const f = (us) => Promise.all(us.map((u) => fetch(u)))'],
  ['no p-map', 'needs-limiter', { limiter: 'none' }, 'export const f = (us: string[]) => Promise.all(us.map((u) => fetch(u)))'],
] as const)('is refused with %s', (_, refused, options, source) => {
  expect(refusalOf(RULE, source, options)).toBe(refused)
})

test('is not refused with what the call itself makes', () => {
  const source = 'export const f = (us: string[]) => Promise.all(us.map(async (u) => { const r = fetch(u); await r; return u }))'
  expect(Object.keys(rewritesOf(RULE, source))).toEqual(['map-bounded'])
})
