import { describe, expect, test } from 'vitest'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'
import { dedent } from './rewrites-of.ts'
import { runProgram } from './run-program.ts'

const RULE = 'no-staggered-await'

interface Program {
  readonly name: string
  readonly source: string
  /** The rewrites in the order in which they are offered. */
  readonly forms: readonly string[]
  /** A key that fails while something else is awaited. */
  readonly failing: string
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'a loop that works between the awaits',
    source: `
      export async function main(world) {
        const tasks = ['slow', 'b', 'c'].map(async (key) => world.get(key))
        for (const task of tasks) {
          const data = await task
          await world.store(data)
          await world.store('after', data)
        }
      }`,
    forms: ['mark-handled', 'await-together'],
    failing: 'c',
  },
  {
    name: 'a loop that gathers',
    source: `
      export async function main(world) {
        const tasks = ['slow', 'b', 'c'].map(async (key) => world.get(key))
        const out: string[] = []
        for (const task of tasks) out.push(await task)
        return out
      }`,
    forms: ['await-together', 'mark-handled'],
    failing: 'b',
  },
  {
    name: 'a list that is filled, walked by index',
    source: `
      export async function main(world) {
        const get = async (key) => world.get(key)
        const tasks: Promise<string>[] = []
        for (const key of ['slow', 'b', 'c']) tasks.push(get(key))
        for (let i = 0; i < tasks.length; i++) {
          world.log(i, await tasks[i])
          await world.get('between')
        }
      }`,
    forms: ['mark-handled'],
    failing: 'c',
  },
  {
    name: 'a loop that waits for its elements by itself',
    source: `
      export async function main(world) {
        const get = async (key) => world.get(key)
        const tasks = ['slow', 'b', 'c'].map(get)
        for await (const value of tasks) {
          world.log(value)
          await world.get('between')
        }
      }`,
    forms: ['mark-handled', 'await-together'],
    failing: 'c',
  },
  {
    name: 'a loop over a list without a name',
    source: `
      export async function main(world) {
        // one after the other
        for (const task of ['slow', 'b', 'c'].map(async (key) => world.get(key))) {
          world.log(await task)
          await world.get('between')
        }
      }`,
    forms: ['mark-handled', 'await-together'],
    failing: 'c',
  },
  {
    name: 'a line',
    source: `
      export async function main(world) {
        const get = async (key) => world.get(key)
        const slow = get('slow')
        const fast = get('b')
        const a = await slow
        const { length } = await fast
        return [a, length]
      }`,
    forms: ['await-together', 'mark-handled'],
    failing: 'b',
  },
  {
    name: 'a line in which the values of some are not used',
    source: `
      export async function main(world) {
        const get = async (key) => world.get(key)
        const slow = get('slow'), fast = get('b')
        const last = get('c');
        await slow
        const b = await fast
        await last
        return b
      }`,
    forms: ['await-together', 'mark-handled'],
    failing: 'c',
  },
  {
    name: 'something else awaited before',
    source: `
      export async function main(world) {
        const get = async (key) => world.get(key)
        const early = get('b') // meanwhile
        const other = await get('slow')
        world.log(other)
        return await early
      }`,
    forms: ['mark-handled'],
    failing: 'b',
  },
]

describe.each(PROGRAMS)('$name', ({ source, forms, failing }) => {
  // The slow one is there so that the failure comes before its turn.
  const before = dedent(source).replace('(world) {', "(world) {\n  const { get: quick } = world\n  world = { ...world, get: async (key) => { const v = await quick(key); if (key === 'slow') for (let i = 0; i < 8; i++) await quick('wait'); return v } }")
  const after = rewritesOf(RULE, before)

  test('has its rewrites, the fitting one first', () => {
    expect(Object.keys(after)).toEqual(forms)
  })

  test('leaves a rejection without a handler as it is', async () => {
    expect((await runProgram(before, [failing])).unhandled).toBe(1)
  })

  test.each(forms)('as %s: does the same, and no rejection is without a handler', async (form) => {
    const { value, log, error } = await runProgram(before)
    for (let round = 0; round < 3; round++) {
      expect(await runProgram(after[form]!, [], round)).toMatchObject({ value, log, error, unhandled: 0 })
    }
    const failed = await runProgram(before, [failing])
    expect(await runProgram(after[form]!, [failing])).toMatchObject({ error: failed.error, unhandled: 0 })
  })

  test.each(forms.filter((form) => form === 'mark-handled'))('as %s: what came before the failure was done', async (form) => {
    const failed = await runProgram(before, [failing])
    expect(await runProgram(after[form]!, [failing])).toMatchObject({ log: failed.log, error: failed.error })
  })

  test.each(forms)('as %s: leaves nothing to report', (form) => {
    expect(rewritesOf(RULE, after[form]!)).toEqual({})
  })
})

describe('the text', () => {
  test('of the first program of the kind', () => {
    const source = dedent(`
      const tasks = [fetchData('url1'), fetchData('url2')];
      for (const task of tasks) {
        const data = await task;
        await processData(data);
      }`)
    expect(rewritesOf(RULE, source, { filename: 'a.js' })).toEqual({
      'mark-handled': source.replace('\nfor', '\nfor (const task of tasks) Promise.resolve(task).catch(() => {});\nfor'),
      'await-together': dedent(`
        const tasks = [fetchData('url1'), fetchData('url2')];
        for (const data of await Promise.all(tasks)) {
          await processData(data);
        }`),
    })
  })

  test('keeps comments with their statements, and the line ends', () => {
    const source = [
      'async function f(xs) {',
      '  const ps = [] // started below',
      '  for (const x of xs) ps.push(fetch(x))',
      '  // in their order',
      '  for (const p of ps) { await use(await p) }',
      '}',
      '',
    ].join('\r\n')
    const marked = source.replace('  // in', '  for (const p of ps) p.catch(() => {})\r\n  // in')
    expect(rewritesOf(RULE, source, { filename: 'a.js' })['mark-handled']).toBe(marked)
  })
})

describe('a rewrite is not offered', () => {
  test.each([
    [
      'marked, where the function waits while the list is filled',
      'async function f(xs) { const ps = []; for (const x of xs) { ps.push(fetch(x)); await tick() } for (const p of ps) { use(await p); if (done()) return } }',
      'unsupported-form',
    ],
    [
      'in a declaration that is no statement of a list',
      'async function f(k) { switch (k) { case 1: const p = fetch(k); await tick(); await p } }',
      'unsupported-form',
    ],
  ])('%s', (_, source, refused) => {
    expect(rewritesOf(RULE, source)).toEqual({})
    expect(refusalOf(RULE, source)).toBe(refused)
  })

  test('together, where a comment stands between the awaits', () => {
    const source = 'async function f() { const p = fetch(1); const q = fetch(2); await p; /* then */ await q }'
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(['mark-handled'])
  })

  test('together, where the loop ends early', () => {
    const source = 'async function f(xs) { for (const p of xs.map((x) => fetch(x))) { const r = await p; if (r.ok) break } }'
    expect(rewritesOf(RULE, source)).toEqual({
      'mark-handled': source.replace('for (const p of xs.map((x) => fetch(x)))', 'const promises = xs.map((x) => fetch(x));\nfor (const p of promises) p.catch(() => {});\nfor (const p of promises)'),
    })
  })

  test('together, where each element has its own `try`', () => {
    const source = 'async function f(xs) { const ps = xs.map((x) => fetch(x)); for (const p of ps) { try { use(await p) } catch (e) { log(e) } } }'
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(['mark-handled'])
  })

  test('together, where the awaits are apart', () => {
    const source = 'async function f() { const p = fetch(1); const q = fetch(2); const a = await p; log(a); const b = await q; return b }'
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(['mark-handled'])
  })

  test('together, where the file has a `Promise` of its own', () => {
    const source = 'async function f(Promise) { const p = fetch(1); const q = fetch(2); await p; await q }'
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(['mark-handled'])
  })
})
