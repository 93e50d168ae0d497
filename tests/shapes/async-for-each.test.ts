import { describe, expect, test } from 'vitest'
import type { AnswerOptions } from '../report/answer-source.ts'
import { outcomesOf } from '../report/answer-source.ts'

type Case = readonly [title: string, expected: readonly string[], source: string, options?: AnswerOptions]

const REPORTED: readonly Case[] = [
  ['a list by its type', ['repair certain'], 'async function f(xs: string[]) { xs.forEach(async (x) => { await save(x) }) }'],
  ['keys of an object', ['repair certain'], 'async function f(o) { Object.keys(o).forEach(async (k) => { await save(k) }) }'],
  ['a Map', ['repair certain'], 'const m = new Map(); m.forEach(async (v, k) => save(k, await load(v)))'],
  ['a Set', ['repair certain'], 'function f(s: Set<string>) { s.forEach(async (x) => { await save(x) }) }'],
  ['a callback that is by all signs done when it is back', ['repair likely'], 'async function show(x) { await within(() => print(x)) }\nasync function f(xs: string[]) { xs.forEach(async (x) => { await show(x) }) }'],
  ['a callback whose callee asks the network', ['repair certain'], 'async function show(x) { await fetch(x) }\nasync function f(xs: string[]) { xs.forEach(async (x) => { await show(x) }) }'],
  ['a list of nodes', ['repair certain'], "document.querySelectorAll('a').forEach(async (a) => { await visit(a) })"],
  ['a function of the file by its name', ['repair certain'], 'async function save(x) { await fetch(x) }\n[1, 2].forEach(save)'],
  ['awaited, as if it gave a promise', ['repair certain'], 'async function f() { await [1, 2].forEach(async (x) => { await save(x) }) }'],
  ['`map` whose result is thrown away', ['repair certain'], 'async function f() { [1, 2].map(async (x) => { await save(x) }) }'],
  ['in a test', ['repair certain'], '[1, 2].forEach(async (x) => { await save(x) })', { filename: 'tests/a.test.ts' }],
  [
    'an array by all signs',
    ['repair likely'],
    'async function f(xs) { if (xs.length === 0) return; xs.forEach(async (x) => { await save(x) }) }',
  ],
  [
    'a callback that handles its failures, in a function that goes on',
    ['repair likely'],
    'async function f(xs: string[]) { xs.forEach(async (x) => { try { await save(x) } catch (e) { log(e) } }); done() }',
  ],
  [
    'a callback that handles its failures, in the listener of an event',
    ['repair possible'],
    'function f(xs: string[]) { xs.forEach(async (x) => { try { await save(x) } catch (e) { log(e) } }) }',
  ],
  ['a callback that never waits, and gives what may be a promise', ['repair possible'], 'function f(xs: string[]) { xs.forEach(async (x) => register(x)) }'],
  ['a receiver of which nothing is known', ['repair possible'], 'async function f(xs) { xs.forEach(async (x) => { await save(x) }) }'],
]

const SILENT: readonly Case[] = [
  ['a callback that never waits, and gives nothing', ['keep: never-waits'], 'function f(xs: string[]) { xs.forEach(async (x) => { register(x) }) }'],
  ['a callback that is not async', [], 'function f(xs: string[]) { xs.forEach((x) => { save(x) }) }'],
  ['`map` whose result is used', [], 'async function f(xs) { await Promise.all(xs.map(async (x) => { await save(x) })) }'],
  ['`map` whose result is returned', [], 'const f = (xs) => xs.map(async (x) => { await save(x) })'],
  [
    'a stream of the language, whose `forEach` waits',
    ['unknown: other-receiver'],
    'async function f(xs: AsyncIterableIterator<string>) { await xs.forEach(async (x) => { await save(x) }) }',
  ],
  [
    'a class of its own',
    ['unknown: other-receiver'],
    'class Queue { async forEach(f) { for (const x of this.xs) await f(x) } }\nnew Queue().forEach(async (x) => { await save(x) })',
  ],
  [
    'a method of its own class',
    ['unknown: other-receiver'],
    'class Rows { async forEach(f) { for (const x of this.xs) await f(x) }\n  copy(f) { this.forEach(async (x) => { await f(x) }) } }',
  ],
  [
    'what is waited for',
    ['unknown: other-receiver'],
    'async function f(rows) { await rows.forEach(async (x) => { await save(x) }) }',
  ],
  ['a function of another file', [], "import { save } from './save'\n[1, 2].forEach(save)"],
  [
    'an author who says why',
    ['keep: author-says'],
    '// sequential: these run in the background\n[1, 2].forEach(async (x) => { await save(x) })',
  ],
]

describe('reported as dropped', () => {
  for (const [title, expected, source, options] of REPORTED) {
    test(title, () => expect(outcomesOf('no-async-for-each', source, options)).toEqual(expected))
  }
})

describe('not reported as dropped', () => {
  for (const [title, expected, source, options] of SILENT) {
    test(title, () => expect(outcomesOf('no-async-for-each', source, options)).toEqual(expected))
  }
})
