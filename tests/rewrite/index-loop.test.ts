import { describe, expect, test } from 'vitest'
import { dedent, rewritesOf } from './rewrites-of.ts'

const CASES: readonly [name: string, head: string, after: string][] = [
  ['an array by its keys', 'for (let i = 0; i < urls.length; i++)', 'pMap(urls.keys(), async (i) =>'],
  [
    'an array by its keys, also where its length was read once',
    'for (let i = 0, n = urls.length; i < n; i++)',
    'pMap(urls.keys(), async (i) =>',
  ],
  [
    'an array-like by its length',
    'for (let i = 0; i < nodes.length; i++)',
    'pMap(Array(nodes.length).keys(), async (i) =>',
  ],
  ['a number of turns', 'for (let i = 0; i < 5; i += 1)', 'pMap(Array(5).keys(), async (i) =>'],
  [
    'a number that could be a fraction',
    'for (let i = 0; i < count; i++)',
    'pMap(Array.from({ length: Math.ceil(count) }, (_, i) => i), async (i) =>',
  ],
]

describe('index loops', () => {
  test.each(CASES)('walk %s', (_, head, after) => {
    const source = dedent(`
      export async function run(urls: string[], nodes, count: number) {
        ${head} {
          await send(i, urls[i])
        }
      }`)
    expect(rewritesOf(source).after['map-bounded']).toContain(`await ${after} {\n    await send(i, urls[i])\n  },`)
  })

  test('collect by index', () => {
    const source = dedent(`
      export async function run(urls: string[]) {
        const pages: string[] = []
        for (let i = 0; i < urls.length; i++) {
          pages.push(«await get(urls[i])»)
        }
        return pages
      }`)
    const all = rewritesOf(source).after['map-all']
    expect(all).toContain(
      'const pages: string[] = await Promise.all(Array.from(urls.keys(), async (i) => get(urls[i])))',
    )
  })

  test.each([
    ['another start', 'for (let i = 1; i < urls.length; i++)'],
    ['another step', 'for (let i = 0; i < urls.length; i += 2)'],
    ['another comparison', 'for (let i = 0; i <= urls.length; i++)'],
    ['a bound that is computed each turn', 'for (let i = 0; i < count(); i++)'],
    ['an index shared with other code', 'let i; for (i = 0; i < urls.length; i++)'],
    ['a var that closures share', 'for (var i = 0; i < urls.length; i++)'],
  ])('are left alone for %s', (_, head) => {
    const { forms, offers } = rewritesOf(`async function run(urls: string[]) { ${head} { await send(urls[i]) } }`)
    expect(forms).toEqual([])
    expect(offers.refused).toMatch(/unsupported-form|element-after-loop/)
  })
})
