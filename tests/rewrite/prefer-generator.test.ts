import { describe, expect, test } from 'vitest'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import type { AnswerOptions } from '../report/answer-source.ts'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'
import { dedent } from './rewrites-of.ts'
import { runProgram } from './run-program.ts'

const RULE = 'prefer-generator'

const ROWS: readonly KnownCallRow[] = [
  { module: '.', name: 'get', effects: [{ does: 'read', on: 'network' }], async: true, returns: 'string', source: 'tests' },
]
const OPTIONS = { knownCalls: ROWS, filename: 'a.ts' }

/** Numbers and trees that differ from seed to seed. */
const HEAD = `
let world
const get = async (key: string) => world.get(key)
let state = SEED
const random = (below: number): number => (state = (state * 16807) % 2147483647) % below
interface Tree { name: string; children: Tree[] }
const grow = (depth: number): Tree => ({
  name: 'n' + random(100),
  children: depth === 0 ? [] : Array.from({ length: random(4) }, () => grow(depth - 1)),
})
`

const PROGRAMS: readonly (readonly [name: string, source: string])[] = [
  [
    'a caller that stops early, and one that takes all',
    `
    function squares(n: number): number[] {
      const out: number[] = []
      for (let i = 1; i <= n; i++) {
        if (i % 7 === 3) continue
        if (i > 90) return out
        out.push(i * i)
      }
      return out
    }
    export async function main() {
      const seen: number[] = []
      const limit = random(5000)
      for (const square of squares(random(200))) {
        if (square > limit) break
        seen.push(square)
      }
      return [seen, Math.max(0, ...squares(20)), new Set(squares(5)).size]
    }`,
  ],
  [
    'callers that stop early, and one that needs an array',
    `
    const multiples = (of: number, n: number): number[] => {
      const out: number[] = []
      for (let i = of; i <= n; i += of) out.push(i)
      return out
    }
    export async function main() {
      const [of, limit] = [1 + random(9), random(200)]
      let over = 0
      for (const one of multiples(of, 400)) if ((over = one) > limit) break
      for (const one of multiples(of, 99)) if (one % 2 === 0) return [over, one, multiples(of, limit).reverse()]
      return over
    }`,
  ],
  [
    'a tree, its nodes before their children',
    `
    function namesOf(tree: Tree): string[] {
      const names: string[] = []
      names.push(tree.name)
      for (const child of tree.children) names.push(...namesOf(child))
      return names
    }
    export async function main() {
      const tree = grow(4)
      const all: string[] = []
      let steps = 0
      for (const name of namesOf(tree)) all.push(name)
      for (const name of namesOf(tree)) {
        steps += 1
        if (name.endsWith('7')) return [all, name, steps]
      }
      return [all, steps]
    }`,
  ],
  [
    'a tree, with an early return and several values at once',
    `
    const leavesOf = (tree: Tree, depth: number): string[] => {
      const found: string[] = []
      if (depth > 3) return found
      if (tree.children.length === 0) {
        found.push(tree.name, tree.name + depth)
        return found
      }
      for (const child of tree.children) {
        for (const leaf of leavesOf(child, depth + 1)) found.push(leaf)
      }
      return found
    }
    export async function main() {
      const leaves = leavesOf(grow(5), 0)
      let last = ''
      for (const leaf of leaves) {
        last = leaf
        if (leaf.length > 3) break
      }
      return last
    }`,
  ],
  [
    'rows of objects, the first of which is taken',
    `
    function rowsOf(trees: Tree[]): { name: string; size: number }[] {
      const rows: { name: string; size: number }[] = []
      for (const tree of trees) {
        const row = { name: tree.name, size: 0 }
        for (const child of tree.children) row.size += child.children.length
        if (row.size > 0) rows.push(row)
      }
      return rows
    }
    export async function main() {
      const trees: Tree[] = Array.from({ length: random(9) }, () => grow(3))
      const [first, second] = rowsOf(trees)
      for (const row of rowsOf(trees)) {
        row.name = row.name.toUpperCase()
        if (row.size > 2) return [first, second, row]
      }
      return [first, second]
    }`,
  ],
  [
    'a private method',
    `
    class Range {
      constructor(private readonly from: number, private readonly to: number) {}
      private numbers(step: number): number[] {
        const list: number[] = []
        for (let i = this.from; i < this.to; i += step) list.push(i)
        return list
      }
      first(over: number): number | null {
        for (const n of this.numbers(3)) if (n > over) return n
        return null
      }
    }
    export async function main() {
      return new Range(random(10), random(100)).first(random(60))
    }`,
  ],
]

const SEEDS = [1, 2, 3, 7, 11, 42, 99, 1234]
const seeded = (text: string, seed: number): string => text.replaceAll('SEED', String(seed))

describe.each(PROGRAMS)('%s', (_, source) => {
  const before = HEAD + dedent(source)
  const after = rewritesOf(RULE, before, OPTIONS)['generator']

  test('gives the same', async () => {
    for (const seed of SEEDS) {
      const { value, error } = await runProgram(seeded(before, seed))
      expect(error).toBe(null)
      expect(await runProgram(seeded(after!, seed))).toMatchObject({ value, error: null })
    }
  })

  test('is a generator now, and nothing is left to do', () => {
    expect(after).toMatch(/function\*|\*numbers/)
    expect(after).not.toMatch(/\breturn (?:out|names|found|rows|list)\b/)
    expect(rewritesOf(RULE, after!, OPTIONS)).toEqual({})
  })
})

describe('pages', () => {
  const before = dedent(`
    let world
    const get = async (key: string) => world.get(key)
    async function rowsOf(pages: number): Promise<string[]> {
      const rows: string[] = []
      for (let page = 1; page <= pages; page++) {
        const text = await get('page ' + page)
        rows.push(...text.split(' '))
      }
      return rows
    }
    export async function main(given, last = 99) {
      world = given
      const used: string[] = []
      for (const row of await rowsOf(4)) {
        used.push(row)
        await get('use ' + row)
        if (used.length > last) break
      }
      return used
    }`)
  const after = rewritesOf(RULE, before, OPTIONS)['generator']!
  const stopping = (text: string): string => text.replace('last = 99', 'last = 2')

  test('give the same rows', async () => {
    const { value } = await runProgram(before)
    expect(await runProgram(after)).toMatchObject({ value, error: null })
  })

  test('come while the caller works: it begins before the last page is there', async () => {
    const { started } = await runProgram(before)
    expect(started.slice(0, 5)).toEqual(['page 1', 'page 2', 'page 3', 'page 4', 'use page'])
    const now = await runProgram(after)
    expect(now.started.slice(0, 4)).toEqual(['page 1', 'use page', 'use 1!', 'page 2'])
  })

  test('are not fetched when the caller has stopped', async () => {
    const { value, started } = await runProgram(stopping(before))
    const now = await runProgram(stopping(after))
    expect(now).toMatchObject({ value, error: null, unhandled: 0 })
    expect([started, now.started].map((keys) => keys.filter((key) => key.startsWith('page')).length)).toEqual([4, 2])
  })

  test('fail as before', async () => {
    const { error } = await runProgram(before, ['page 3'])
    expect(await runProgram(after, ['page 3'])).toMatchObject({ error, unhandled: 0 })
  })
})

const rewritten = (source: string, options: AnswerOptions = {}): string | undefined => rewritesOf(RULE, source, options)['generator']

const CALLER = 'for (const x of evens(9)) if (x > 4) break\n'
const BODY = '  for (let i = 0; i < n; i += 2) out.push(i)\n  return out\n'
const YIELDS = '  for (let i = 0; i < n; i += 2) yield i\n'

test.each([
  ['an annotation', `function evens(n: number): number[] {\n  const out: number[] = []\n${BODY}}\n`, `function* evens(n: number): Generator<number> {\n${YIELDS}}\n`],
  ['a type of the array alone', `function evens(n: number) {\n  const out: number[] = []\n${BODY}}\n`, `function* evens(n: number): Generator<number> {\n${YIELDS}}\n`],
  ['an assertion', `function evens(n: number) {\n  const out = [] as number[]\n${BODY}}\n`, `function* evens(n: number): Generator<number> {\n${YIELDS}}\n`],
  ['`Array<T>`', `function evens(n: number): Array<number | null> {\n  const out = []\n${BODY}}\n`, `function* evens(n: number): Generator<number | null> {\n${YIELDS}}\n`],
  ['`readonly T[]`', `function evens(n: number): readonly (1 | 2)[] {\n  const out = []\n${BODY}}\n`, `function* evens(n: number): Generator<1 | 2> {\n${YIELDS}}\n`],
  ['no type', `function evens(n) {\n  const out = []\n${BODY}}\n`, `function* evens(n) {\n${YIELDS}}\n`],
  ['a bare parameter', `const evens = n => {\n  const out: number[] = []\n${BODY}}\n`, `const evens = function* (n): Generator<number> {\n${YIELDS}}\n`],
  ['type parameters', `const evens = <T extends number>(n: T): number[] => {\n  const out: number[] = []\n${BODY}}\n`, `const evens = function* <T extends number>(n: T): Generator<number> {\n${YIELDS}}\n`],
  ['one line', 'const evens = (n) => { const out = []; for (let i = 0; i < n; i += 2) out.push(i); return out }\n', 'const evens = function* (n) { for (let i = 0; i < n; i += 2) yield i; }\n'],
  [
    'JSDoc',
    `/**\n * Even numbers.\n * @param {number} n the end\n * @returns {Array.<number>} the numbers\n */\nfunction evens(n) {\n  /** @type {number[]} */\n  const out = []\n\n${BODY}}\n`,
    `/**\n * Even numbers.\n * @param {number} n the end\n * @returns {Generator<number>} the numbers\n */\nfunction* evens(n) {\n${YIELDS}}\n`,
  ],
  [
    'a value on lines of its own',
    'function evens(n) {\n  const out = []\n  for (let i = 0; i < n; i += 2) {\n    out.push(\n      make({\n        i,\n      }),\n    )\n  }\n\n  return out\n}\n'.replaceAll('make(', 'String('),
    'function* evens(n) {\n  for (let i = 0; i < n; i += 2) {\n    yield String({\n      i,\n    })\n  }\n}\n',
  ],
  [
    'text on lines of its own',
    'function evens(n) {\n  const out = []\n  for (let i = 0; i < n; i += 2) {\n    out.push(\n      `\n      ${i}`\n    )\n  }\n  return out\n}\n',
    'function* evens(n) {\n  for (let i = 0; i < n; i += 2) {\n    yield (\n      `\n      ${i}`\n    )\n  }\n}\n',
  ],
  ['comments', `function evens(n) {\n  const out = []\n  // all of them\n${BODY}  // that is all\n}\n`, `function* evens(n) {\n  // all of them\n${YIELDS}  // that is all\n}\n`],
  ['CRLF', `function evens(n) {\n  const out = [];\n\n${BODY.replace('return out', '\n  return out;')}}\n`.replaceAll('\n', '\r\n'), `function* evens(n) {\n${YIELDS}}\n`.replaceAll('\n', '\r\n')],
])('the text, with %s', (_, source, expected) => {
  const newline = source.includes('\r\n') ? '\r\n' : '\n'
  expect(rewritten(source + CALLER.replace('\n', newline))).toBe(expected + CALLER.replace('\n', newline))
})

test('the text of async callers', () => {
  const source = dedent(`
    async function linesOf(urls: string[]): Promise<string[]> {
      const lines: string[] = [];
      for (const url of urls) {
        const response = await fetch(url);
        lines.push(await response.text());
      }
      return lines;
    }
    export async function print(urls: string[]) {
      for (const line of await linesOf(urls)) console.log(line);
      const lines: string[] = await linesOf(urls);
      for (const line of lines) if (line) break;
    }`)
  expect(rewritten(source)).toBe(
    dedent(`
      async function* linesOf(urls: string[]): AsyncGenerator<string> {
        for (const url of urls) {
          const response = await fetch(url);
          yield await response.text();
        }
      }
      export async function print(urls: string[]) {
        for await (const line of linesOf(urls)) console.log(line);
        const lines: AsyncIterable<string> = linesOf(urls);
        for await (const line of lines) if (line) break;
      }`),
  )
})

test('the text of an async tree', () => {
  const source = dedent(`
    async function pathsIn(url) {
      const paths = []
      for (const entry of (await (await fetch(url)).json()).entries) {
        paths.push(entry.path)
        paths.push(...(await pathsIn(entry.url)))
      }
      return paths
    }
    for (const path of await pathsIn('/')) if (path === '/a') break
    `)
  expect(rewritten(source, { filename: 'a.mjs' })).toBe(
    dedent(`
      async function* pathsIn(url) {
        for (const entry of (await (await fetch(url)).json()).entries) {
          yield entry.path
          yield* pathsIn(entry.url)
        }
      }
      for await (const path of pathsIn('/')) if (path === '/a') break
      `),
  )
})

test.each([
  ['a name for the type', 'written-type', `type Numbers = number[]\nfunction evens(n: number): Numbers {\n  const out: number[] = []\n${BODY}}\n`],
  ['a type of the name', 'written-type', `const evens: (n: number) => number[] = (n) => {\n  const out: number[] = []\n${BODY}}\n`],
  ['a `Generator` of its own', 'written-type', `class Generator<T> { t?: T }\nfunction evens(n: number): number[] {\n  const out: number[] = []\n${BODY}}\n`],
  ['a `this` from around', 'unsupported-form', `const evens = (n) => {\n  const out = []\n  if (this.odd) return out\n${BODY}}\n`],
  ['an export', 'needs-command', `export function evens(n) {\n  const out = []\n${BODY}}\n`],
  ['an export by a list', 'needs-command', `function evens(n) {\n  const out = []\n${BODY}}\nexport { evens }\n`],
  ['an export of CommonJS', 'needs-command', `function evens(n) {\n  const out = []\n${BODY}}\nmodule.exports = { evens }\n`],
  ['a comment on the array', 'loses-comment', `function evens(n) {\n  const out = /* the even ones */ []\n${BODY}}\n`],
  ['other variables beside the array', 'unsupported-form', `function evens(n) {\n  const out = [], step = 2\n${BODY}}\n`],
])('is refused with %s', (_, refused, source) => {
  expect(rewritten(source + CALLER)).toBe(undefined)
  expect(refusalOf(RULE, source + CALLER)).toBe(refused)
})
