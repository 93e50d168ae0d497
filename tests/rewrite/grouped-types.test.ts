import { describe, expect, test } from 'vitest'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'
import { typeErrorsOf } from './type-errors.ts'

const RULE = 'no-serial-awaits'

const IMPORTS = "import { readFile, stat } from 'node:fs/promises'\nvoid [readFile, stat]\n"

const KEPT: readonly [name: string, source: string][] = [
  ['a list that is a tuple', "export const f = async () => [await readFile('a'), await stat('b')] as const"],
  [
    'a list that is said to be a tuple before it',
    "export const f = async () => { const [a, b] = <const>[await readFile('a'), await stat('b')]\nreturn a.length + b.size }",
  ],
  [
    'a list that is given another value later',
    `export async function f(more: boolean) {
      let texts = [await readFile('a', 'utf8'), await readFile('b', 'utf8')]
      if (more) texts = [...texts, 'c']
      return texts.filter(Boolean)
    }`,
  ],
  [
    'a list that is asked for a third element',
    `export async function f() {
      const parts = [await readFile('a', 'utf8'), await readFile('b', 'utf8')]
      return parts.length === 3 ? parts[2] : ''
    }`,
  ],
  [
    'a list in a list that grows',
    `export async function f() {
      const rows = [[await readFile('a', 'utf8'), await readFile('b', 'utf8')]]
      rows.push(['x'])
      return rows
    }`,
  ],
  [
    'a list in an object that is given another',
    `export async function f() {
      const page = { parts: [await readFile('a', 'utf8'), await readFile('b', 'utf8')] }
      page.parts = page.parts.slice(1)
      return page
    }`,
  ],
  [
    'a list whose caller assigns it',
    `async function load() {
      return [await readFile('a', 'utf8'), await readFile('b', 'utf8')]
    }
    export async function f() {
      let all = await load()
      all = all.slice(1)
      return all
    }`,
  ],
  [
    'a list that is only used',
    `export async function f() {
      const all = [await readFile('a', 'utf8'), await readFile('b', 'utf8')]
      all.push('c')
      for (const one of all) void [one]
      return all.map((one) => one.length).concat(all.indexOf('a'), all[0]?.length ?? 0, all.length)
    }`,
  ],
]

const IN_PLACE: readonly [name: string, source: string][] = [
  ['is taken apart', "export const f = async () => { const [a, b] = [await readFile('a'), await stat('b')]; return { a, b } }"],
  ['is only used', "export const f = async () => { const all = [await readFile('a'), await readFile('b')]; return all.map(({ length }) => length) }"],
  ['is handed on', "export const f = async () => Buffer.concat([await readFile('a'), await readFile('b')])"],
  ['has its type written', "export const f = async (): Promise<Buffer[]> => [await readFile('a'), await readFile('b')]"],
  ['is spread', "export const f = async () => [...[await readFile('a'), await readFile('b')], 1]"],
]

describe('what is awaited together keeps its types', () => {
  test.each(KEPT)('%s', (_, source) => {
    const before = IMPORTS + source
    expect(typeErrorsOf(before)).toEqual([])
    const after = rewritesOf(RULE, before)['grouped-awaits']
    expect(after).toContain('Promise.all(')
    expect(typeErrorsOf(after!)).toEqual([])
  })

  test.each(IN_PLACE)('a list in its place that %s', (_, source) => {
    const after = rewritesOf(RULE, IMPORTS + source)['grouped-awaits']
    expect(after).toContain('Promise.all([readFile(')
    expect(after).not.toContain('const [file')
    expect(typeErrorsOf(after!)).toEqual([])
  })

  const LOAD = 'async function load<T>(path: string): Promise<T> { return JSON.parse(await readFile(path, "utf8")) as T }\n'
  const LOAD_BUFFER = 'async function load<T>(path: string, as: (text: string) => T): Promise<T> { return as(await readFile(path, "utf8")) }\n'
  test.each([
    ['two declarations', "const a: { n: number } = await load('a')\nconst b: string[] = await load('b')\nreturn [a.n, ...b]"],
    ['arguments', "const use = (a: { n: number }, b: string[]) => [a.n, ...b]\nreturn use(await load('a'), await load('b'))"],
    ['an object', "const all: { a: { n: number }; b: string[] } = { a: await load('a'), b: await load('b') }\nreturn all"],
  ])('a type that only its place tells, in %s, is refused', (_, body) => {
    const source = `${IMPORTS}${LOAD}export async function f() {\n${body}\n}`
    expect(typeErrorsOf(source)).toEqual([])
    expect(refusalOf(RULE, source)).toBe('loses-type')
  })

  test.each([
    ['that nobody expects', LOAD, "const a = await load('a')\nconst b = await load('b')\nreturn [a, b]"],
    ['that is given', LOAD, "const a: string = await load<string>('a')\nconst b: string[] = await load<string[]>('b')\nreturn [a, ...b]"],
    ['that an argument tells', LOAD_BUFFER, "const a: string = await load('a', (text) => text)\nconst b: string[] = await load('b', (text) => [text])\nreturn [a, ...b]"],
  ])('a type %s is kept', (_, load, body) => {
    const source = `${IMPORTS}${load}export async function f() {\n${body}\n}`
    expect(typeErrorsOf(source)).toEqual([])
    expect(typeErrorsOf(rewritesOf(RULE, source)['grouped-awaits']!)).toEqual([])
  })

  test('a list without a place for its values is refused', () => {
    const source = `${IMPORTS}export const f = async () => [await readFile('a'), await readFile('b')]`
    expect(refusalOf(RULE, source)).toBe('loses-type')
    expect(rewritesOf(RULE, source, { filename: 'a.js' })['grouped-awaits']).toContain('await Promise.all([')
  })
})
