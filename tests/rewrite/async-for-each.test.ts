import { describe, expect, test } from 'vitest'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'
import { dedent } from './rewrites-of.ts'
import { runProgram } from './run-program.ts'

const RULE = 'no-async-for-each'

interface Program {
  readonly name: string
  readonly source: string
  readonly forms: readonly string[]
  readonly failing: string
}

const BOTH = ['awaiting-loop', 'map-bounded']

const PROGRAMS: readonly Program[] = [
  {
    name: 'a list, with turns that end early',
    source: `
      export async function main(world) {
        const out: string[] = []
        ;['a', 'b', 'skip', 'c'].forEach(async (key) => {
          if (key === 'skip') return
          if (key === 'b') return world.get(key)
          await world.get(key)
          out.push(key)
        })
        world.log('end')
        return out
      }`,
    forms: BOTH,
    failing: 'c',
  },
  {
    name: 'a Map, by value and key',
    source: `
      export async function main(world) {
        const out: string[] = []
        const map = new Map([['k', 'v'], ['l', 'w']])
        map.forEach(async (value, key) => {
          await world.get(value)
          out.push(key + value)
        })
        return out
      }`,
    forms: BOTH,
    failing: 'w',
  },
  {
    name: 'a list, by index',
    source: `
      export async function main(world) {
        const out: string[] = []
        Object.keys({ a: 1, b: 2 }).forEach(async (key, index) => { out[index] = await world.get(key) })
        return out
      }`,
    forms: BOTH,
    failing: 'b',
  },
  {
    name: 'a function by name',
    source: `
      export async function main(world) {
        const out: string[] = []
        const save = async (key: string) => { out.push(await world.get(key)) }
        new Set(['a', 'b', 'c']).forEach(save)
        return out
      }`,
    forms: BOTH,
    failing: 'b',
  },
  {
    name: 'a function that becomes async, with its callers',
    source: `
      export async function main(world) {
        const out: string[] = []
        const all = (keys: string[]): void => {
          keys.forEach(async (key) => { out.push(await world.get(key)) })
        }
        all(['a', 'b'])
        await all(['c'])
        return out
      }`,
    forms: BOTH,
    failing: 'b',
  },
  {
    name: 'a body that is one expression',
    source: `
      export async function main(world) {
        const out = new Map()
        ;['a', 'b'].forEach(async (key) => out.set(key, await world.get(key)))
        return out
      }`,
    forms: BOTH,
    failing: 'b',
  },
]

describe.each(PROGRAMS)('$name', ({ source, forms, failing }) => {
  const before = dedent(source)
  const after = rewritesOf(RULE, before)

  test('has both rewrites', () => {
    expect(Object.keys(after).sort()).toEqual(forms)
  })

  test('goes on before the work is done, and leaves a failure without a handler', async () => {
    expect(await runProgram(before, [failing])).toMatchObject({ error: null, unhandled: 1 })
  })

  test.each(forms)('as %s: waits, and throws the failure', async (form) => {
    const now = await runProgram(after[form]!)
    expect(now).toMatchObject({ error: null, unhandled: 0 })
    expect(JSON.stringify(now.value)).not.toBe(JSON.stringify((await runProgram(before)).value))
    expect(now.inFlight > 1).toBe(form === 'map-bounded')
    expect(await runProgram(after[form]!, [failing])).toMatchObject({ error: `Error: failed at ${failing}`, unhandled: 0 })
  })

  test.each(forms)('as %s: leaves nothing of the rule to report', (form) => {
    expect(rewritesOf(RULE, after[form]!)).toEqual({})
  })
})

test('of calls that may overlap the map comes first, of others the loop', () => {
  const read = "import { readFile } from 'node:fs/promises'\nexport async function f(xs: string[]) { xs.forEach(async (x) => { await readFile(x) }) }"
  expect(Object.keys(rewritesOf(RULE, read))).toEqual(['map-bounded', 'awaiting-loop'])
  const log = 'export async function f(xs: string[]) { xs.forEach(async (x) => { console.log(await fetch(x)) }) }'
  expect(Object.keys(rewritesOf(RULE, log))).toEqual(['awaiting-loop', 'map-bounded'])
})

test.each([
  [
    'xs.forEach(async (x) => await save(x));',
    'for (const x of xs) await save(x);',
  ],
  ['xs?.forEach(async (x) => { await save(x) })', 'for (const x of xs ?? []) { await save(x) }'],
  ['xs.forEach(async ({ id }: Item) => { await save(id) })', 'for (const { id } of xs) { await save(id) }'],
  ['xs.forEach(async (x) => { x = clean(x); await save(x) })', 'for (let x of xs) { x = clean(x); await save(x) }'],
  [
    'xs.forEach(async (x) => { if (!x) return none() || 1; /* why */ await save(x) })',
    'for (const x of xs) { if (!x) { await (none() || 1); continue } /* why */ await save(x) }',
  ],
])('%s', (call, loop) => {
  const source = (statement: string) => `async function f(xs: Item[]) {\n  ${statement}\n}\n`
  expect(rewritesOf(RULE, source(call))['awaiting-loop']).toBe(source(loop))
})

describe('is refused', () => {
  test.each([
    ['in a function that is exported', 'not-async', 'export function f(xs: string[]) { xs.forEach(async (x) => { await save(x) }) }'],
    ['in a method', 'not-async', 'class A { run(xs: string[]) { xs.forEach(async (x) => { await save(x) }) } }'],
    [
      'in a function that is handed on',
      'not-async',
      'function f(xs: string[]) { xs.forEach(async (x) => { await save(x) }) }\nexport const run = () => start(f)',
    ],
    [
      'in a function with a caller that cannot wait',
      'not-async',
      "function f(xs: string[]) { xs.forEach(async (x) => { await save(x) }) }\nexport function run() { f(['a']) }",
    ],
    ['at the top of what may be no module', 'not-async', '[1, 2].forEach(async (x) => { await save(x) })'],
    ['with a `this` of its own', 'unsupported-form', 'async function f(xs: string[]) { xs.forEach(async function (x) { await this.save(x) }, db) }'],
    ['as the value of an arrow function', 'unsupported-form', 'const f = async (xs: string[]) => xs.forEach(async (x) => { await save(x) })'],
    ['on what is not known to be iterable', 'no-array', 'async function f(xs) { xs.forEach(async (x) => { await save(x) }) }'],
  ])('%s', (_, refused, source) => {
    expect(rewritesOf(RULE, source, { confidence: 'possible' })).toEqual({})
    expect(refusalOf(RULE, source)).toBe(refused)
  })

  test.each([
    ['a return within an inner loop', 'for (const y of x) if (y) return; await save(x)'],
    ['a `var`', 'var y = await load(x); save(y)'],
  ])('as a loop: %s', (_, body) => {
    const source = `async function f(xs: string[]) { xs.forEach(async (x) => { ${body} }) }`
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(['map-bounded'])
  })

  test.each([
    ['a body that changes the list', 'await save(x); xs.push(x)', []],
    ['a body that changes another list', 'await save(x); ys.push(x)', ['awaiting-loop', 'map-bounded']],
    ['a body that empties the list', 'await save(x); xs.length = 0', []],
    ['a body that changes an entry', 'xs[i] = await load(x)', ['map-bounded']],
  ])('or not: %s', (_, body, forms) => {
    const source = `async function f(xs: string[]) { const ys = []; xs.forEach(async (x, i) => { ${body} }) }`
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(forms)
  })

  test('as a map, where p-map may not be used', () => {
    const source = 'async function f(xs: string[]) { xs.forEach(async (x) => { await save(x) }) }'
    expect(Object.keys(rewritesOf(RULE, source, { limiter: 'none' }))).toEqual(['awaiting-loop'])
  })
})
