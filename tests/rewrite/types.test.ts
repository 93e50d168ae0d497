import { expect, test } from 'vitest'
import { rewritesOf as fanOutsOf } from '../report/answer-source.ts'
import { dedent, rewritesOf } from './rewrites-of.ts'
import { typeErrorsOf } from './type-errors.ts'

const PRELUDE = `
  export interface Page { readonly kind: 'page'; readonly text: string; readonly next?: string }
  export interface Missing { readonly kind: 'missing' }
  export declare function get(url: string): Promise<Page | Missing>
  export declare function size(url: string): Promise<number>
  export declare function show(page: Page, ...more: unknown[]): void
  export declare function store(text: string): Promise<void>
  export declare const http: { get<T = any, R = { status: number; data: T }>(url: string): Promise<R> }
`

const IMPORT = `import { get, http, show, size, store, type Missing, type Page } from './types-prelude.ts'\nvoid [get, http, show, size, store, {} as Page | Missing]\n`

const SOURCES: readonly [name: string, source: string][] = [
  [
    'a narrowed element and a narrowed result in a tuple',
    `export async function run(urls: readonly (string | undefined)[]) {
      for (const url of urls) {
        if (url === undefined) continue
        const page = await get(url)
        if (page.kind === 'missing') continue
        const length = await size(page.text)✂
        show(page, url.length, length)
      }
    }`,
  ],
  [
    'a generic value',
    `export async function all<T>(urls: string[], load: (url: string) => Promise<T>): Promise<T[]> {
      const out: T[] = []
      for (const url of urls) out.push(«await load(url)»)
      return out
    }`,
  ],
  [
    'a generic value of which some are left out',
    `export async function all<T>(urls: string[], load: (url: string) => Promise<T>): Promise<T[]> {
      const out: T[] = []
      for (const url of urls) {
        if (url === '') continue
        const one = await load(url)✂
        out.push(one)
      }
      return out
    }`,
  ],
  [
    'an object of names and values',
    `export async function all(urls: string[]) {
      const out: { url: string; sizes: number[] }[] = []
      for (const url of urls) {
        out.push({ url, sizes: [«await size(url)»] })
      }
      return out
    }`,
  ],
  [
    'an object that is handed on with other names',
    `export async function all(urls: string[]) {
      const out = new Map<string, { sizes: number[] }>()
      for (const url of urls) {
        out.set(url, «{ sizes: [await size(url)] }»)
      }
      return out
    }`,
  ],
  [
    'a value of several kinds',
    `export async function all(urls: string[]) {
      let total = 0
      for (const url of urls) {
        let page = await get(url)✂
        if (page.kind === 'missing') page = { kind: 'page', text: '' }
        total += page.text.length
      }
      return total
    }`,
  ],
  [
    'an index and an element that may be missing',
    `export async function all(urls: string[]) {
      const out: number[] = []
      for (let i = 0; i < urls.length; i++) out.push(«await size(urls[i]!)»)
      return out
    }`,
  ],
  [
    'a test around the cut',
    `export async function all(pages: Record<string, Page | Missing>) {
      for (const [url, page] of Object.entries(pages)) {
        if (page.kind === 'page') {
          const length = await size(page.text)✂
          await store(url + length)
        }
      }
    }`,
  ],
  [
    'an async generator',
    `export async function* all(urls: string[]): AsyncGenerator<Page> {
      for (const url of urls) {
        const page = await get(url)✂
        if (page.kind === 'page') yield page
      }
    }`,
  ],
  [
    'a captured constant that is narrowed',
    `export async function all(urls: string[], base?: string) {
      if (base === undefined) return
      for (const url of urls) {
        await store(base.toUpperCase() + url)
      }
    }`,
  ],
  [
    'a reduce that lists',
    `export async function all(urls: string[]): Promise<number[]> {
      return urls.reduce(async (acc, url) => {
        const list = await acc
        list.push(await size(url))
        return list
      }, Promise.resolve([] as number[]))
    }`,
  ],
  [
    'a value whose type its place may tell',
    `export async function all(urls: string[]) {
      const out: string[] = []
      for (const url of urls) {
        const response = await http.get(url)✂
        if (response.status === 200) out.push(response.data)
      }
      return out
    }`,
  ],
  [
    'parts of a value whose type its place may tell',
    `export async function all(urls: string[]) {
      let total = 0
      for (const url of urls) {
        const { status, data } = await http.get(url)✂
        total += status + data.length
      }
      return total
    }`,
  ],
  [
    'a value in a sum whose type its place may tell',
    `export async function all(urls: string[]) {
      let total = 0
      for (const url of urls) total += «(await http.get(url)).status»
      return total
    }`,
  ],
  [
    'a value in a test whose type its place may tell, behind more',
    `export async function all(urls: string[]) {
      let total = 0
      for (const url of urls) {
        const path = url.trim()
        if (path === '') continue
        if («(await http.get(path)).status» === 200) total++
      }
      return total
    }`,
  ],
  [
    'a list without a type of values whose type their place may tell',
    `export async function all(urls: string[]) {
      const out = []
      for (const url of urls) out.push(«await http.get(url)»)
      return out.map((one) => one.status)
    }`,
  ],
  [
    'the same with more in the turn',
    `export async function all(urls: string[]) {
      const out = []
      for (const url of urls) {
        const path = url.trim()
        out.push(«await http.get(path)»)
      }
      return out.map((one) => one.status)
    }`,
  ],
  [
    'a list with a type of values whose type their place tells',
    `async function load<T>(url: string): Promise<T> { return JSON.parse(await size(url) + '') as T }
    export async function all(urls: string[]) {
      const out: Page[] = []
      for (const url of urls) out.push(«await load(url)»)
      return out
    }`,
  ],
  [
    'an array from async whose type its place may tell',
    `export async function all(urls: string[]) {
      const out = await Array.fromAsync(urls, async (url) => http.get(url))
      return out.map((one) => one.status)
    }`,
  ],
  [
    'a counted array from async',
    `export async function all(urls: string[]): Promise<number[]> {
      return Array.fromAsync(urls, async (url, index) => (await size(url)) + index)
    }`,
  ],
]

test.each(SOURCES)('%s keeps its types', (_, source) => {
  const { parsed, after, forms } = rewritesOf(IMPORT + dedent(source), 'types-case.ts')
  expect(forms.length).toBeGreaterThan(0)
  expect(typeErrorsOf(parsed.text, PRELUDE)).toEqual([])
  for (const form of forms) expect(typeErrorsOf(after[form]!, PRELUDE)).toEqual([])
})

test('the check of types sees what is lost', () => {
  const source = `${IMPORT}export async function all(options: { url?: string }, urls: string[]) {
    if (!options.url) return
    await Promise.all(urls.map(async (url) => store(url + options.url.length)))
  }`
  expect(typeErrorsOf(source, PRELUDE)).toContain("'options.url' is possibly 'undefined'.")
})

const LOAD = `async function load<T>(url: string): Promise<T> { return (await get(url)) as T }\n`

test.each([
  ['a property', 'const out: Record<string, Page> = {}', 'out[url] = «await load(url)»'],
  ['an entry of a Map', 'const out = new Map<string, Page>()', 'out.set(url, «await load(url)»)'],
])('%s that alone tells the type of a value keeps its loop', (_, made, statement) => {
  const source = (value: string): string =>
    `${IMPORT}${LOAD}export async function all(urls: string[]) { ${made}\nfor (const url of urls) { ${value} }\nreturn out }`
  const lost = rewritesOf(source(statement), 'types-case.ts')
  expect(typeErrorsOf(lost.parsed.text, PRELUDE)).toEqual([])
  expect(lost.offers).toEqual({ rewrites: [], refused: 'loses-type' })
  const told = rewritesOf(source(statement.replace('load(', 'load<Page>(')), 'types-case.ts')
  expect(told.forms).not.toEqual([])
  for (const form of told.forms) expect(typeErrorsOf(told.after[form]!, PRELUDE)).toEqual([])
})

test.each([
  ['where its place may tell it', 'const all = await Promise.all(urls.map(async (url) => http.get(await (await fetch(url)).text())))\nreturn all.map((one) => one.status)'],
  ['in a block', 'const all = await Promise.all(urls.map(async (url) => { await fetch(url); if (url) return (\nhttp.get(url)\n); return http.get(url + 1) }))\nreturn all.map((one) => one.status)'],
  ['where it is written', `const all: Page[] = await Promise.all(urls.map(async (url) => load((await fetch(url)).url)))\nreturn all`],
])('calls some at a time keep the type of their values %s', (_, body) => {
  const source = `${IMPORT}${LOAD}void load\nexport async function all(urls: string[]) { ${body} }`
  expect(typeErrorsOf(source, PRELUDE)).toEqual([])
  const after = fanOutsOf('no-unbounded-concurrency', source, { filename: 'types-case.ts' })['map-bounded']
  expect(typeErrorsOf(after!, PRELUDE)).toEqual([])
})
