import { describe, expect, test } from 'vitest'
import { dedent, rewritesOf } from './rewrites-of.ts'

interface Case {
  readonly name: string
  readonly before: string
  /** Without the import that is added. */
  readonly after: string
  readonly filename?: string
}

const CASES: readonly Case[] = [
  {
    name: 'fetches ahead and handles in order',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          const data = await fetchData(url)✂
          await processData(data)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const data of pMapIterable(urls, async (url) => fetchData(url), { concurrency: 3 })) {
          await processData(data)
        }
      }`,
  },
  {
    name: 'hands on the element and names of the overlapped part in a tuple',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          // relative to the site
          const path = resolve(url) // always absolute
          const data = await fetchData(path)✂

          // newest last
          await processData(url, path, data)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const [url, path, data] of pMapIterable(urls, async (url) => {
          // relative to the site
          const path = resolve(url) // always absolute
          const data = await fetchData(path)
          return [url, path, data] as const
        }, { concurrency: 3 })) {
          // newest last
          await processData(url, path, data)
        }
      }`,
  },
  {
    name: 'leaves the types out of JavaScript',
    before: `
      export async function run(urls) {
        for (const url of urls) {
          const data = await fetchData(url)✂
          await processData(url, data)
        }
      }`,
    after: `
      export async function run(urls) {
        for await (const [url, data] of pMapIterable(urls, async (url) => [url, await fetchData(url)], { concurrency: 3 })) {
          await processData(url, data)
        }
      }`,
    filename: 'a.js',
  },
  {
    name: 'skips a turn that continues before the cut, keeps what jumps after it',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          if (!url) continue
          const data = await fetchData(url)✂
          if (data.empty) continue
          if (data.last) break
          if (data.wrong) return null
          await processData(data)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const data of pMapIterable(urls, async (url) => {
          if (!url) return pMapSkip
          return fetchData(url)
        }, { concurrency: 3 })) {
          if (data.empty) continue
          if (data.last) break
          if (data.wrong) return null
          await processData(data)
        }
      }`,
  },
  {
    name: 'cuts through a condition',
    before: `
      export async function run(items: Item[]) {
        const allowed = []
        for (const item of items) {
          if (!(«await check(item)»)) {
            continue
          }
          allowed.push(item)
        }
        return allowed
      }`,
    after: `
      export async function run(items: Item[]) {
        const allowed = []
        for await (const [item, result] of pMapIterable(items, async (item) => {
          return [item, await check(item)] as const
        }, { concurrency: 3 })) {
          if (!result) {
            continue
          }
          allowed.push(item)
        }
        return allowed
      }`,
  },
  {
    name: 'leaves a semicolon at the start of a line there',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          await prepare(url)
          const page = await load(url)
          ;✂[url, page].forEach(note)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const [url, page] of pMapIterable(urls, async (url) => {
          await prepare(url)
          const page = await load(url)
          return [url, page] as const
        }, { concurrency: 3 })) {
          ;[url, page].forEach(note)
        }
      }`,
  },
  {
    name: 'keeps what skips a turn apart from a line that begins with a bracket',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          if (url) {
            [url].forEach(check)
            const page = await load(url)✂
            note(page)
          }
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const page of pMapIterable(urls, async (url) => {
          if (!url) return pMapSkip;
          [url].forEach(check)
          return load(url)
        }, { concurrency: 3 })) {
          note(page)
        }
      }`,
  },
  {
    name: 'puts the name of a condition over several lines on one',
    before: `
      export async function run(ids: string[]) {
        for (const id of ids) {
          if (
            «id !== '' &&
            (await isStale(id))»
          ) {
            note(id)
          }
        }
      }`,
    after: `
      export async function run(ids: string[]) {
        for await (const [id, result] of pMapIterable(ids, async (id) => {
          const result = id !== '' &&
            (await isStale(id))
          return [id, result] as const
        }, { concurrency: 3 })) {
          if (result) {
            note(id)
          }
        }
      }`,
  },
  {
    name: 'leaves a comment about the condition where it is',
    before: `
      export async function run(ids: string[]) {
        for (const id of ids) {
          if (
            // newer ones are left alone
            «await isStale(id)»
          ) {
            note(id)
          }
        }
      }`,
    after: `
      export async function run(ids: string[]) {
        for await (const [id, result] of pMapIterable(ids, async (id) => {
          return [id, await isStale(id)] as const
        }, { concurrency: 3 })) {
          if (
            // newer ones are left alone
            result
          ) {
            note(id)
          }
        }
      }`,
  },
  {
    name: 'cuts through the source of an inner loop',
    before: `
      export async function run(dirs: string[]) {
        for (const dir of dirs) for (const file of «await readdir(dir)») note(file)
      }`,
    after: `
      export async function run(dirs: string[]) {
        for await (const result of pMapIterable(dirs, async (dir) => readdir(dir), { concurrency: 3 })) for (const file of result) note(file)
      }`,
  },
  {
    name: 'takes a pattern into the head',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          const { body, status: [code] } = await fetchData(url)✂
          await processData(body, code)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const { body, status: [code] } of pMapIterable(urls, async (url) => fetchData(url), { concurrency: 3 })) {
          await processData(body, code)
        }
      }`,
  },
  {
    name: 'keeps the type that a name was declared with',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          const data: Data = await fetchData(url)✂
          await processData(data)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const data of pMapIterable(urls, async (url) => {
          const data: Data = await fetchData(url)
          return data
        }, { concurrency: 3 })) {
          await processData(data)
        }
      }`,
  },
  {
    name: 'declares by let what the rest of the turn writes',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          let data = await fetchData(url)✂
          data = trim(data)
          await processData(data)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (let data of pMapIterable(urls, async (url) => fetchData(url), { concurrency: 3 })) {
          data = trim(data)
          await processData(data)
        }
      }`,
  },
  {
    name: 'keeps a value in a tuple that may be a promise',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          const handle = open(url)
          await warm(url)✂
          use(handle)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const [handle] of pMapIterable(urls, async (url) => {
          const handle = open(url)
          await warm(url)
          return [handle] as const
        }, { concurrency: 3 })) {
          use(handle)
        }
      }`,
  },
  {
    name: 'binds a name that nothing uses when nothing is handed on',
    before: `
      export async function run(urls: string[]) {
        for (const url of urls) {
          await warm(url)✂
          tick()
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        for await (const _ of pMapIterable(urls, async (url) => warm(url), { concurrency: 3 })) {
          tick()
        }
      }`,
  },
  {
    name: 'keeps the label that the rest of the turn jumps to',
    before: `
      export async function run(urls: string[]) {
        pages: for (const url of urls) {
          const data = await fetchData(url)✂
          for (const part of data) if (!part) continue pages
          await processData(data)
        }
      }`,
    after: `
      export async function run(urls: string[]) {
        pages: for await (const data of pMapIterable(urls, async (url) => fetchData(url), { concurrency: 3 })) {
          for (const part of data) if (!part) continue pages
          await processData(data)
        }
      }`,
  },
  {
    name: 'yields in order',
    before: `
      export async function* pages(urls: string[]) {
        for (const url of urls) {
          yield parse(«await fetchData(url)»)
        }
      }`,
    after: `
      export async function* pages(urls: string[]) {
        for await (const result of pMapIterable(urls, async (url) => fetchData(url), { concurrency: 3 })) {
          yield parse(result)
        }
      }`,
  },
  {
    name: 'skips the turns that fail the test around the cut',
    before: `
      export async function run(users: User[]) {
        for (const user of users) {
          const { id } = user
          if (user.kind === 'person') {
            // may be slow
            const data = await fetchData(id)✂
            log(\`
              keeps its lines
            \`)
            await processData(data)
          }
        }
      }`,
    after: `
      export async function run(users: User[]) {
        for await (const data of pMapIterable(users, async (user) => {
          const { id } = user
          if (user.kind !== 'person') return pMapSkip
          // may be slow
          return fetchData(id)
        }, { concurrency: 3 })) {
          log(\`
              keeps its lines
            \`)
          await processData(data)
        }
      }`,
  },
  {
    name: 'writes to the element in order, and only what the turns before allowed',
    before: `
      export async function run(users: User[]) {
        for (const user of users) {
          user.avatar = await load(user.id)
        }
      }`,
    after: `
      export async function run(users: User[]) {
        for await (const [user, result] of pMapIterable(users, async (user) => {
          return [user, await load(user.id)] as const
        }, { concurrency: 3 })) {
          user.avatar = result
        }
      }`,
  },
]

describe('ordered pipeline', () => {
  test.each(CASES)('$name', ({ before, after, filename }) => {
    const { forms, after: texts } = rewritesOf(dedent(before), filename)
    expect(forms).toEqual(['ordered-pipeline'])
    const text = texts['ordered-pipeline']!
    expect(text.replace(/^import \{[^}]*\} from 'p-map'\n\n/, '')).toBe(dedent(after))
  })

  test('is written as the file is: line ends, tabs, semicolons, quotes', () => {
    const before = [
      'import { get } from "./net.js";',
      'export async function run(urls) {',
      '\tfor (const url of urls) {',
      '\t\tif (!url) continue;',
      '\t\tconst data = await get(url);✂',
      '\t\tawait store(url, data);',
      '\t}',
      '}',
      '',
    ]
    const after = [
      'import { get } from "./net.js";',
      'import { pMapIterable, pMapSkip } from "p-map";',
      'export async function run(urls) {',
      '\tfor await (const [url, data] of pMapIterable(urls, async (url) => {',
      '\t\tif (!url) return pMapSkip;',
      '\t\tconst data = await get(url);',
      '\t\treturn [url, data];',
      '\t}, { concurrency: 3 })) {',
      '\t\tawait store(url, data);',
      '\t}',
      '}',
      '',
    ]
    expect(rewritesOf(before.join('\r\n'), 'a.js').after['ordered-pipeline']).toBe(after.join('\r\n'))
  })

  test('names the results by a name that is free', () => {
    const source = 'const result = 1\nfor (const x of xs) { if («await ok(x)») use(result) }'
    expect(rewritesOf(source).after['ordered-pipeline']).toContain('const value of')
  })
})
