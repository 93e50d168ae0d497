import { describe, expect, test } from 'vitest'
import { mayAwaitInLoop } from '../../src/parse/may-await-in-loop.ts'

describe('a text is parsed for the sake of', () => {
  test.each([
    'for (const x of xs) await f(x)',
    'for(const x of xs)await f(x)',
    'for await (const x of xs) f(x)',
    'for/* each */(const x of xs) await f(x)',
    'for // each\n (const x of xs) await f(x)',
    'while (q.length) await f(q.shift())',
    'do await f()\nwhile (more)',
    'xs.reduce(async (acc, x) => { await acc; await f(x) })',
    'xs.reduceRight(async (acc, x) => [await f(x)])',
    'xs.reduce((p, x) => p.then(() => f(x)), Promise.resolve())',
    'xs\n  .reduce((p, x) => p\n    . then(() => f(x)), p0)',
    'Array.fromAsync(xs, async (x) => await f(x))',
    'return Array.fromAsync(xs, f)',
  ])('%j', (text) => {
    expect(mayAwaitInLoop(text)).toBe(true)
  })
})

describe('a text is not parsed for the sake of', () => {
  test.each([
    'const a = 1',
    'for (const x of xs) f(x)',
    'const a = await f()',
    'await f(); before(); format(1); meanwhile(2)',
    'p.then(f); xs.forEach(g)',
    'xs.reduce((a, b) => a + b)',
  ])('%j', (text) => {
    expect(mayAwaitInLoop(text)).toBe(false)
  })
})
