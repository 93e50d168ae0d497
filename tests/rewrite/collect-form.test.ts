import { describe, expect, test } from 'vitest'
import { dedent, rewritesOf } from './rewrites-of.ts'

interface Case {
  readonly name: string
  readonly before: string
  /** The bounded map, without the import that it adds. */
  readonly after: string
  readonly filename?: string
}

const CASES: readonly Case[] = [
  {
    name: 'assigns the array that was empty before the loop',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const url of urls) {
          pages.push(«await get(url)»)
        }
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = await pMap(urls, async (url) => get(url), { concurrency: 3 })
        return pages
      }`,
  },
  {
    name: 'assigns what a name was given first',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const url of urls) {
          const page = await get(url)✂
          pages.push(page)
        }
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = await pMap(urls, async (url) => get(url), { concurrency: 3 })
        return pages
      }`,
  },
  {
    name: 'keeps the lines of a longer body and of a longer value',
    before: `
      export async function load(urls: string[]) {
        let pages: Page[] = []

        for (const url of urls) {
          if (!url) continue // no page
          const path = join(base, url)
          pages.push({
            path,
            text: «await get(path)»,
          })
        }
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        let pages: Page[] = await pMap(urls, async (url) => {
          if (!url) return pMapSkip // no page
          const path = join(base, url)
          return {
            path,
            text: await get(path),
          }
        }, { concurrency: 3 })
        return pages
      }`,
  },
  {
    name: 'pushes in order what is added to a filled array',
    before: `
      export async function load(urls: string[]) {
        const pages = [first]
        for (const url of urls) pages.push(«await get(url)»)
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages = [first]
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(result)
        return pages
      }`,
  },
  {
    name: 'makes of the value in order what the callback may not make',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const url of urls) pages.push(parse(«await get(url)»))
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(parse(result))
        return pages
      }`,
  },
  {
    name: 'spreads one result at a time',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const url of urls) pages.push(...(«await get(url)»))
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(...result)
        return pages
      }`,
  },
  {
    name: 'waits for no promise that the awaited value holds',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const url of urls) pages.push(«(await get(url)).done»)
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(result.done)
        return pages
      }`,
  },
  {
    name: 'sets keys in the order of the source',
    before: `
      export async function sizes(files: string[]) {
        const sizes = {}
        for (const file of files) sizes[file] = «await size(file)»
        return sizes
      }`,
    after: `
      export async function sizes(files: string[]) {
        const sizes = {}
        for (const [file, result] of await pMap(files, async (file) => [file, await size(file)] as const, { concurrency: 3 })) sizes[file] = result
        return sizes
      }`,
  },
  {
    name: 'hands names of the turn to the key of a Map',
    before: `
      export async function sizes(files) {
        const sizes = new Map()
        for (const file of files) {
          const name = basename(file)
          sizes.set(name, «await size(file)»)
        }
        return sizes
      }`,
    after: `
      export async function sizes(files) {
        const sizes = new Map()
        for (const [name, result] of await pMap(files, async (file) => {
          const name = basename(file)
          return [name, await size(file)]
        }, { concurrency: 3 })) {
          sizes.set(name, result)
        }
        return sizes
      }`,
    filename: 'a.js',
  },
  {
    name: 'adds to a Set',
    before: `
      export async function owners(files: string[]) {
        const owners = new Set()
        for (const file of files) owners.add(«await owner(file)»)
        return owners
      }`,
    after: `
      export async function owners(files: string[]) {
        const owners = new Set()
        for (const result of await pMap(files, async (file) => owner(file), { concurrency: 3 })) owners.add(result)
        return owners
      }`,
  },
  {
    name: 'sums in order',
    before: `
      export async function total(files: string[]) {
        let bytes = 0
        for (const file of files) bytes += «await size(file)»
        return bytes
      }`,
    after: `
      export async function total(files: string[]) {
        let bytes = 0
        for (const result of await pMap(files, async (file) => size(file), { concurrency: 3 })) bytes += result
        return bytes
      }`,
  },
  {
    name: 'concatenates in order',
    before: `
      export async function list(dirs: string[]) {
        let files = []
        for (const dir of dirs) files = files.concat(«await readdir(dir)»)
        return files
      }`,
    after: `
      export async function list(dirs: string[]) {
        let files = []
        for (const result of await pMap(dirs, async (dir) => readdir(dir), { concurrency: 3 })) files = files.concat(result)
        return files
      }`,
  },
  {
    name: 'keeps the comment beside the declaration, and so the declaration',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = [] // newest first
        for (const url of urls) pages.push(«await get(url)»)
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = [] // newest first
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(result)
        return pages
      }`,
  },
  {
    name: 'keeps the declaration when the array is looked at before the loop',
    before: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        const none = pages.length
        for (const url of urls) pages.push(«await get(url)»)
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages: Page[] = []
        const none = pages.length
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(result)
        return pages
      }`,
  },
  {
    name: 'keeps the declaration when a hoisted function uses the array',
    before: `
      export async function load(urls) {
        const pages = []
        for (const url of urls) pages.push(«await get(url)»)
        return count()
        function count() { return pages.length }
      }`,
    after: '',
    filename: 'a.js',
  },
  {
    name: 'keeps an array without a type whose elements would get a narrower one',
    before: `
      export async function load(urls: string[]) {
        const pages = []
        for (const url of urls) pages.push(«await get(url)»)
        pages.push(null)
        return pages
      }`,
    after: `
      export async function load(urls: string[]) {
        const pages = []
        for (const result of await pMap(urls, async (url) => get(url), { concurrency: 3 })) pages.push(result)
        pages.push(null)
        return pages
      }`,
  },
]

describe('collect', () => {
  test.each(CASES)('$name', ({ before, after, filename }) => {
    const text = rewritesOf(dedent(before), filename).after['map-bounded'] ?? ''
    const withoutImport = text.replace(/^import pMap(, \{ pMapSkip \})? from 'p-map'\n\n/, '')
    expect(withoutImport).toBe(after && dedent(after))
  })

  test('can do without the limiter where no turn is left out', () => {
    const { after } = rewritesOf(`const pages = []\nfor (const url of urls) pages.push(«await get(url)»)\n`, 'a.js')
    expect(after['map-all']).toBe(`const pages = await Promise.all(Array.from(urls, async (url) => get(url)))\n`)
    const skipping =
      'const pages = []\nfor (const url of urls) {\n  if (!url) continue\n  pages.push(«await get(url)»)\n}\n'
    expect(rewritesOf(skipping, 'a.js').forms).toEqual(['map-bounded'])
  })

  test('takes the ordered pipeline where what was collected is seen after a failure', () => {
    const { forms, after } = rewritesOf(
      dedent(`
        export async function load(urls: string[], pages: string[]) {
          for (const url of urls) pages.push(«await get(url)»)
        }`),
    )
    expect(forms).toEqual(['ordered-pipeline'])
    expect(after['ordered-pipeline']).toContain(
      '  for await (const result of pMapIterable(urls, async (url) => get(url), { concurrency: 3 })) pages.push(result)\n',
    )
  })
})
