import { describe, expect, test } from 'vitest'
import type { RefusalCode } from '../../src/verdict/reason-codes.ts'
import { dedent, rewritesOf } from './rewrites-of.ts'

const REFUSED: readonly [name: string, code: RefusalCode, source: string][] = [
  ['the head lets go of the element at the end of the turn', 'unsupported-form', 'for (using x of xs) { await f(x) }'],
  ['the head waits until the element is let go', 'unsupported-form', 'for (await using x of xs) { await f(x) }'],
  ['the body declares a name of the head again', 'unsupported-form', 'for (const x of xs) { const x = 1; await f(x) }'],
  [
    'what is written before the last await is seen after a failure',
    'partial-state',
    `async function run(users) {
      for (const user of users) { user.started = true; user.page = await get(user.id) }
    }`,
  ],
  [
    'an unknown collection outside is added to',
    'partial-state',
    `async function run(urls, seen) {
      for (const url of urls) { seen.add(url); await get(url) }
    }`,
  ],
  [
    'the module holds what turns write',
    'partial-state',
    `let last = ''
    async function run(urls) { for (const url of urls) { last = url; await get(url) } }`,
  ],
  [
    'code after a caught failure goes on with what turns wrote',
    'partial-state',
    `async function run(urls) {
      let last = ''
      try { for (const url of urls) { last = url; await get(url) } } catch { note() }
      return last
    }`,
  ],
  [
    'the first part calls a function of the second',
    'unsafe-capture',
    `for (const x of xs) {
      const page = await get(path(x))✂
      show(page)
      function path(y) { return y + 1 }
    }`,
  ],
  [
    'the second part names a type of the first',
    'unsupported-form',
    `for (const x of xs) {
      type Page = { x: string }
      const page = await get(x)✂
      show(page as Page)
    }`,
  ],
  [
    'a name of the new head would hide the source',
    'unsupported-form',
    'for (const x of data) { const data = await get(x)✂ \n show(data) }',
  ],
  ['a default of the head may see other names', 'unsupported-form', 'for (const { a = find() } of xs) { await f(a) }'],
  [
    'a finally calls what may let go',
    'releases-used',
    'async function run(xs) { try { for (const x of xs) await f(x) } finally { close() } }',
  ],
  [
    'a finally around a catch calls what may let go',
    'releases-used',
    'async function run(xs) { try { a() } catch { for (const x of xs) await f(x) } finally { close() } }',
  ],
  [
    'a finally gives up what turns use',
    'releases-used',
    'async function run(xs) { let db = open(); try { for (const x of xs) await f(db, x) } finally { db = null } }',
  ],
  [
    'the head of an outer loop lets go',
    'releases-used',
    'async function run(dbs, xs) { for (using db of dbs) for (const x of xs) await f(db, x) }',
  ],
  [
    'the cut is in one of two branches',
    'unsupported-form',
    'for (const x of xs) { if (x.a) { const y = await get(x)✂\n show(y) } else { note(x) } }',
  ],
  [
    'two blocks that would become one declare the same name',
    'unsupported-form',
    'for (const x of xs) { const a = x.a; if (a) { const a = x.b; const y = await get(a)✂\n show(y) } }',
  ],
  [
    'elements of an any would become unknown',
    'loses-narrowing',
    'async function run(xs: any) { for (const x of xs.list) { await f(x.y) } }',
  ],
  [
    'the file has a Promise and a limiter is not there',
    'needs-limiter',
    "import Promise from 'bluebird'\nfor (const x of xs) { await f(x) }",
  ],
]

describe('nothing is offered where', () => {
  test.each(REFUSED)('%s', (_, code, source) => {
    const filename = code === 'loses-narrowing' || source.includes('type ') ? 'a.ts' : 'a.js'
    const limiterNames = new Set<'pMap' | 'pMapIterable' | 'pMapSkip'>(
      code === 'needs-limiter' ? [] : ['pMap', 'pMapIterable', 'pMapSkip'],
    )
    const { offers } = rewritesOf(source, filename, {
      concurrency: 3,
      limiter: 'p-map',
      limiterNames,
      target: 'es2018',
    })
    expect(offers).toEqual({ rewrites: [], refused: code })
  })
})

describe('a rewrite is offered though', () => {
  test('a failure is caught, where nothing goes on with what turns wrote', () => {
    const source = `async function run(urls) {
      const pages = []
      try { for (const url of urls) pages.push(«await get(url)») } catch (error) { throw wrap(error) }
      return pages
    }`
    expect(rewritesOf(source, 'a.js').forms[0]).toBe('map-bounded')
  })

  test('a finally clears a timer that turns do not use', () => {
    const source = `async function run(xs) {
      const timer = setTimeout(warn, 9)
      try { for (const x of xs) await f(x) } finally { clearTimeout(timer) }
    }`
    expect(rewritesOf(source, 'a.js').forms[0]).toBe('map-bounded')
  })

  test('a finally resets a flag that no function holds', () => {
    const source = `async function run(xs) {
      let busy = true
      try { for (const x of xs) await f(x) } finally { busy = false }
      return busy
    }`
    expect(rewritesOf(source, 'a.js').forms[0]).toBe('map-bounded')
  })
})

describe('the text', () => {
  test('of a value is made in order where nobody may be told of its making', () => {
    const source = 'const pages = []\nfor (const url of urls) pages.push({ page: parse(«await get(url)») })\n'
    expect(rewritesOf(source, 'a.js').after['map-bounded']).toContain('pages.push({ page: parse(result) })')
  })

  test('keeps a value that may be a promise in a tuple', () => {
    const source = 'for (const url of urls) { show(«url.local ? find(url) : await get(url)») }\n'
    const after = rewritesOf(source, 'a.js').after['ordered-pipeline']
    expect(after).toContain('for await (const [result] of')
    expect(after).toContain('return [url.local ? find(url) : await get(url)]')
  })

  test('keeps words apart where parentheses were between them', () => {
    const source = dedent(`
      for (const url of urls) {
        const kind = typeof(«await get(url)»)
        show(kind)
      }`)
    expect(rewritesOf(source, 'a.js').after['ordered-pipeline']).toContain('const kind = typeof result\n')
  })

  test('of a loop that waits for its elements maps with the limiter alone, which waits for them too', () => {
    expect(rewritesOf('for await (const x of [a, b]) { await f(x) }').forms).toEqual(['map-bounded'])
  })

  test('imports the limiter anew where an inner name hides it', () => {
    const source = "import pMap from 'p-map'\nasync function run(pMap) { for (const x of xs) { await f(x) } }\n"
    const after = rewritesOf(source, 'a.js').after['map-bounded']
    expect(after).toContain("import pMap, { default as pMap2 } from 'p-map'\n")
    expect(after).toContain('await pMap2(xs')
  })
})
