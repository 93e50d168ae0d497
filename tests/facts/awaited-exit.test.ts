import { describe, expect, test } from 'vitest'
import { awaitedExitOf } from '../../src/facts/loops/awaited-exit.ts'
import { awaitedValuesOf } from '../../src/facts/loops/awaited-values.ts'
import { findAwaitLoops } from '../../src/model/find-await-loops.ts'
import { parseText } from '../../src/parse/parse-text.ts'

/** Whether what the first loop awaits decides on an exit. */
function isDecided(body: string): boolean {
  const parsed = parseText(`async function run() { ${body} }`, 'example.ts')
  const loop = findAwaitLoops(parsed)[0]!
  return awaitedExitOf(loop, awaitedValuesOf(loop, parsed), parsed) !== null
}

describe('an awaited value decides', () => {
  test.each([
    ['by the test', 'for (const x of xs) { if (await f(x)) break }'],
    ['by a name', 'for (const x of xs) { const ok = await f(x); if (ok) return }'],
    [
      'by a part of it, through names',
      'for (const x of xs) { const { body } = await f(x); const end = body.end; if (!end) return x }',
    ],
    ['by the other branch', 'for (const x of xs) { if (await f(x)) use(x); else break }'],
    ['by what is returned', 'for (const x of xs) { if (x.last) return await f(x) }'],
    ['by a switch', 'for (const x of xs) { switch (await f(x)) { case 1: return x } }'],
    ['by an earlier continue', 'for (const x of xs) { const ok = await f(x); if (!ok) continue; return x }'],
    ['by a rejection', 'for (const x of xs) { try { await f(x); return x } catch { tell(x) } }'],
    ['by a rejection that continues', 'for (const x of xs) { try { await f(x) } catch { continue } break }'],
    ['by a rejection that breaks', 'for (const x of xs) { try { await f(x) } catch { break } }'],
    ['in an inner loop', 'for (const x of xs) { const ys = await f(x); for (const y of ys) { if (y) return y } }'],
    ['by a label', 'all: for (const x of xs) { for (const y of ys) { if (await f(x, y)) break all } await g(x) }'],
    ['on nothing else', 'for (const x of xs) { await f(x); break }'],
    [
      'through a closure',
      'for (const x of xs) { const got = await f(x); const isEnd = () => got.end; if (isEnd()) break }',
    ],
    ['by an assignment in the test', 'let got; for (const x of xs) { if ((got = await f(x))) break }'],
  ])('%s', (_title, body) => {
    expect(isDecided(body)).toBe(true)
  })
})

describe('something else decides', () => {
  test.each([
    ['a signal', 'for (const x of xs) { if (signal.aborted) break; await f(x) }'],
    ['the element', 'for (const x of xs) { if (x.last) return; await f(x) }'],
    ['the element, after the await', 'for (const x of xs) { await f(x); if (x.last) return }'],
    ['an index', 'for (let i = 0; i < n; i++) { if (i > 9) break; await f(i) }'],
    ['a continue by the element', 'for (const x of xs) { if (!x) continue; await f(x) }'],
    ['a continue by an awaited value, and no exit', 'for (const x of xs) { if (!(await f(x))) continue; use(x) }'],
    [
      'a return of a nested function',
      'for (const x of xs) { const got = await f(x); later(() => { if (got) return 1 }) }',
    ],
    ['a break of an inner switch', 'for (const x of xs) { switch (await f(x)) { case 1: use(x); break } }'],
    [
      'a name that shadows the awaited one',
      'for (const x of xs) { const ok = await f(x); use(ok); { const ok = x.last; if (ok) break } }',
    ],
  ])('%s', (_title, body) => {
    expect(isDecided(body)).toBe(false)
  })
})
