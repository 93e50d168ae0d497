import { describe, expect, test } from 'vitest'
import { dedent, rewritesOf } from './rewrites-of.ts'

const CASES: readonly [name: string, before: string, after: string][] = [
  [
    'Array.fromAsync over an array',
    `const pages = await Array.fromAsync(['a', 'b'], async (url, index) => get(url, index))`,
    `const pages = await pMap(['a', 'b'], async (url, index) => get(url, index), { concurrency: 3 })`,
  ],
  [
    'Array.fromAsync over what gives its elements one by one',
    `
    async function* walk() { yield 'a' }
    const pages = await Array.fromAsync(walk(), async (url) => get(url))`,
    `
    async function* walk() { yield 'a' }
    const pages = await pMap(walk(), async (url) => get(url), { concurrency: 3 })`,
  ],
  [
    'Array.fromAsync over a folder',
    `
    import { opendir } from 'node:fs/promises'
    const pages = await Array.fromAsync(await opendir(dir), async ({ name }) => get(name))`,
    `
    import { opendir } from 'node:fs/promises'
    import pMap from 'p-map'
    const pages = await pMap(await opendir(dir), async ({ name }) => get(name), { concurrency: 3 })`,
  ],
  [
    'Array.fromAsync over a written type',
    `export const f = (urls: AsyncIterable<string>) => Array.fromAsync(urls, async (url) => get(url))`,
    `export const f = (urls: AsyncIterable<string>) => pMap(urls, async (url) => get(url), { concurrency: 3 })`,
  ],
  [
    'Array.fromAsync over an iterable',
    `export const f = (urls: Iterable<string>) => Array.fromAsync(urls, async (url) => get(url))`,
    `export const f = (urls: Iterable<string>) => pMap(urls, async (url) => get(url), { concurrency: 3 })`,
  ],
  [
    'Array.fromAsync over a Set',
    `const pages = await Array.fromAsync(new Set(urls), async (url) => get(url))`,
    `const pages = await pMap(new Set(urls), async (url) => get(url), { concurrency: 3 })`,
  ],
  [
    'Array.fromAsync over an array-like',
    `
    const nodes = { length: 3 }
    const pages = Array.fromAsync(
      nodes,
      async (node) => {
        return get(node)
      },
    )`,
    `
    const nodes = { length: 3 }
    const pages = pMap(Array.from(nodes), async (node) => {
        return get(node)
      }, { concurrency: 3 })`,
  ],
  [
    'a reduce that chains',
    `
    const files = Object.keys(sizes)
    await files.reduce((done, file) => done.then(() => rm(file)), Promise.resolve())`,
    `
    const files = Object.keys(sizes)
    await pMap(files, async (file) => rm(file), { concurrency: 3 })`,
  ],
  [
    'a reduce whose turns wait for each other',
    `
    const files = Object.keys(sizes)
    await files.reduce(async (done, file) => {
      await done
      const path = join(base, file)
      await rm(path)
    }, Promise.resolve())`,
    `
    const files = Object.keys(sizes)
    await pMap(files, async (file) => {
      const path = join(base, file)
      await rm(path)
    }, { concurrency: 3 })`,
  ],
  [
    'a reduce that lists by push',
    `
    const files = Object.keys(sizes)
    const texts = await files.reduce(async (acc, file) => {
      const list = await acc
      list.push(await read(file))
      return list
    }, Promise.resolve([]))`,
    `
    const files = Object.keys(sizes)
    const texts = await pMap(files, async (file) => {
      return await read(file)
    }, { concurrency: 3 })`,
  ],
  [
    'a reduce that lists by spread',
    `
    const files = Object.keys(sizes)
    const texts = await files.reduce(async (acc, file) => [...(await acc), await read(file)], Promise.resolve([]))`,
    `
    const files = Object.keys(sizes)
    const texts = await pMap(files, async (file) => read(file), { concurrency: 3 })`,
  ],
]

describe('a map in place of', () => {
  test.each(CASES)('%s', (_, before, after) => {
    const text = rewritesOf(dedent(before)).after['map-bounded'] ?? ''
    expect(text.replace("import pMap from 'p-map'\n\n", '')).toBe(dedent(after))
  })

  test.each([
    [
      'a chain whose last value is used',
      'const last = await [a, b].reduce((p, x) => p.then(() => f(x)), Promise.resolve())',
      'unsupported-form',
    ],
    ['a chain of what may be no array', 'await xs.reduce((p, x) => p.then(() => f(x)), Promise.resolve())', 'no-array'],
    [
      'a reduce that starts with something',
      'await [a].reduce(async (acc, x) => [...(await acc), await f(x)], [first])',
      'unsupported-form',
    ],
    [
      'a reduce that looks at its list',
      'await [a].reduce(async (acc, x) => { const l = await acc; l.push(await f(x, l)); return l }, [])',
      'unsupported-form',
    ],
    [
      'a reduce that prints',
      'await [a].reduce(async (p, x) => { await p; await f(x); console.log(x) }, Promise.resolve())',
      'unsupported-form',
    ],
    ['what may give its elements one by one', 'await Array.fromAsync(urls, async (url) => get(url))', 'no-array'],
    [
      'a mapper that writes outside',
      'const s = []; await Array.fromAsync([a], async (x) => { s.push(x); return f(x) })',
      'partial-state',
    ],
  ])('not %s', (_, source, code) => {
    expect(rewritesOf(source, 'a.js').offers).toEqual({ rewrites: [], refused: code })
  })
})
