import { RuleTester } from '@typescript-eslint/rule-tester'
import { afterAll, describe, it } from 'vitest'
import rule from '../../rules/no-serial-await-in-loop.ts'

RuleTester.afterAll = afterAll
RuleTester.describe = describe
RuleTester.it = it

const tester = new RuleTester()

type Rule = Parameters<typeof tester.run>[1]
type Options = [{ limiter?: 'p-map' | 'none'; confidence?: 'certain' | 'possible'; fix?: 'certain'; knownCalls?: unknown[] }]

const WITH_P_MAP: Options = [{ limiter: 'p-map' }]

const COLLECT = `import { readFile } from 'node:fs/promises'

export async function readAll(paths: string[]) {
  const texts: string[] = []
  for (const path of paths) {
    texts.push(await readFile(path, 'utf8'))
  }
  return texts
}
`

const COLLECT_BOUNDED = `import { readFile } from 'node:fs/promises'
import pMap from 'p-map'

export async function readAll(paths: string[]) {
  const texts: string[] = await pMap(paths, async (path) => readFile(path, 'utf8'), { concurrency: 8 })
  return texts
}
`

const COLLECT_AT_ONCE = `import { readFile } from 'node:fs/promises'

export async function readAll(paths: string[]) {
  const texts: string[] = await Promise.all(Array.from(paths, async (path) => readFile(path, 'utf8')))
  return texts
}
`

const PIPELINE = `export async function report(urls: string[]) {
  for (const url of urls) {
    const response = await fetch(url)
    console.log(url, response.status)
  }
}
`

const PIPELINE_AFTER = `import { pMapIterable } from 'p-map'

export async function report(urls: string[]) {
  for await (const [url, response] of pMapIterable(urls, async (url) => {
    const response = await fetch(url)
    return [url, response] as const
  }, { concurrency: 8 })) {
    console.log(url, response.status)
  }
}
`

tester.run('no-serial-await-in-loop', rule as unknown as Rule, {
  valid: [
    { name: 'a file that awaits nothing', code: 'for (const x of [1, 2]) console.log(x)' },
    { name: 'an await that runs once, in the head', code: 'for (const x of await load()) console.log(x)' },
    { name: 'an await of a nested function', code: 'for (const x of [1, 2]) queue.add(async () => { await fetch(x) })' },
    {
      name: 'the first success wins',
      code: 'async function f(urls) { for (const url of urls) { const r = await fetch(url); if (r.ok) return r } }',
    },
    {
      name: 'an author who says why',
      code: 'async function f(urls) {\n  // sequential: the server counts\n  for (const url of urls) g(await fetch(url))\n}',
    },
    {
      name: 'a callee of which nothing is known and whose value is thrown away, unless asked for',
      code: 'export async function f(items, send) { for (const item of items) { await send(item) } }',
    },
    {
      name: 'a likely one where only certain ones are asked for',
      code: 'export async function f(ids, load) { const out = []; for (const id of ids) out.push(await load(id)); return out }',
      options: [{ confidence: 'certain' }],
    },
  ],
  invalid: [
    {
      name: 'collected values: the suggestions, the safest first',
      code: COLLECT,
      options: WITH_P_MAP,
      errors: [
        {
          messageId: 'collect',
          line: 6,
          column: 16,
          endLine: 6,
          endColumn: 44,
          suggestions: [
            { messageId: 'rewrite', output: COLLECT_BOUNDED },
            { messageId: 'rewrite', output: COLLECT_AT_ONCE },
          ],
        },
      ],
    },
    {
      name: 'awaited work before ordered work',
      code: PIPELINE,
      options: WITH_P_MAP,
      errors: [{ messageId: 'fission', line: 3, column: 22, suggestions: [{ messageId: 'rewrite', output: PIPELINE_AFTER }] }],
    },
    {
      name: 'a certain rewrite as a fix, where the option asks for it',
      code: PIPELINE,
      options: [{ limiter: 'p-map', fix: 'certain' }],
      output: PIPELINE_AFTER,
      errors: [{ messageId: 'fission' }],
    },
    {
      name: 'a report without suggestion where p-map may not be used and the form needs it',
      code: PIPELINE,
      options: [{ limiter: 'none' }],
      errors: [{ messageId: 'fission', suggestions: null }],
    },
    {
      name: 'a callee of which nothing is known, when asked for',
      code: 'export async function f(items, send) { for (const item of items) { await send(item) } }',
      options: [{ confidence: 'possible', limiter: 'none' }],
      errors: [
        {
          messageId: 'concurrent',
          suggestions: [
            {
              messageId: 'rewrite',
              output:
                'export async function f(items, send) { await Promise.all(Array.from(items, async (item) => { await send(item) })) }',
            },
          ],
        },
      ],
    },
  ],
})
