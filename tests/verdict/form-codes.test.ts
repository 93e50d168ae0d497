import { describe, expect, test } from 'vitest'
import { FORM_CODES } from '../../src/verdict/reason-codes.ts'
import { answersOf } from '../report/answer-source.ts'

interface Pair {
  readonly rule: string
  /** A source for which the code is given, and one as like it as can be for which it is not. */
  readonly given: string
  readonly near: string
}

const STAGGERED = 'no-staggered-await'
const DROPPED = 'no-async-for-each'
const UNBOUNDED = 'no-unbounded-concurrency'

/** A promise that is awaited after something else. */
const late = (value: string, between = 'await other()') => `async function f(c) { const p = ${value}; ${between}; return await p }`
const each = (list: string, body: string) => `async function f(xs: ${list}) { xs.forEach(async (x) => { ${body} }) }`
const all = (list: string, callback: string, head = '') => `${head}\nexport const f = (us: string[], i: number) => Promise.all(${list}.map(${callback}))`

const PAIRS: Readonly<Record<(typeof FORM_CODES)[number], Pair>> = {
  handled: { rule: STAGGERED, given: late("fetch('/a').catch(log)"), near: late("fetch('/a').then(log)") },
  'passed-on': {
    rule: STAGGERED,
    given: late("fetch('/a')", 'watch(p); await other()'),
    near: late("fetch('/a')", 'watch(c); await other()'),
  },
  'few-elements': { rule: UNBOUNDED, given: all("['a', 'b']", '(u) => fetch(u)'), near: all("['a', ...us]", '(u) => fetch(u)') },
  limited: {
    rule: UNBOUNDED,
    given: all('us', '(u) => limit(() => fetch(u))'),
    near: all('us', '(u) => fetch(u, { limit })'),
  },
  'maybe-not-started': { rule: STAGGERED, given: late('db.select().from(c)'), near: late('db.select(c)') },
  'other-receiver': {
    rule: DROPPED,
    given: each('AsyncIterableIterator<string>', 'await save(x)'),
    near: each('IterableIterator<string>', 'await save(x)'),
  },
  'no-known-io': { rule: UNBOUNDED, given: all('us', '(u) => load(u)'), near: all('us', '(u) => fetch(u)') },
  'no-handler': { rule: STAGGERED, given: late("fetch('/a')"), near: late("fetch('/a')", 'other()') },
  'surely-promise': { rule: STAGGERED, given: late("fetch('/a')"), near: late("load('/a')") },
  'likely-promise': { rule: STAGGERED, given: late("load('/a')"), near: late("fetch('/a')") },
  'waits-at-times': {
    rule: STAGGERED,
    given: late("fetch('/a')", 'if (c) await other()'),
    near: late("fetch('/a')", 'if (await other()) c()'),
  },
  'promise-dropped': {
    rule: DROPPED,
    given: each('string[]', 'await save(x)'),
    near: 'async function f(xs: string[]) { xs.forEach((x) => { save(x) }) }',
  },
  'handles-failure': {
    rule: DROPPED,
    given: each('string[]', 'try { await save(x) } catch (e) { log(e) }'),
    near: each('string[]', 'try { await save(x) } catch (e) { throw e }'),
  },
  'receiver-unknown': { rule: DROPPED, given: each('any', 'await save(x)'), near: each('Set<string>', 'await save(x)') },
  'never-waits': { rule: DROPPED, given: each('string[]', 'save(x)'), near: each('string[]', 'await save(x)') },
  unbounded: { rule: UNBOUNDED, given: all('us', '(u) => fetch(u)'), near: all('us.slice(i, i + 9)', '(u) => fetch(u)') },
  'does-io': {
    rule: UNBOUNDED,
    given: all('us', '(u) => readFile(u)', "import { readFile } from 'node:fs/promises'"),
    near: all('us', 'async (u) => readFileSync(u)', "import { readFileSync } from 'node:fs'"),
  },
  'constant-list': {
    rule: UNBOUNDED,
    given: all('LOCALES', '(u) => fetch(u)', "import { LOCALES } from './a'"),
    near: all('locales', '(u) => fetch(u)', "import { locales } from './a'"),
  },
}

const codesOf = (rule: string, source: string): string[] =>
  answersOf(rule, source).flatMap(({ finding }) => finding.reasons.map(({ code }) => code))

describe('each code of a form', () => {
  test.each(FORM_CODES)('%s is given, and not for the near-miss', (code) => {
    const { rule, given, near } = PAIRS[code]
    expect(codesOf(rule, given)).toContain(code)
    expect(codesOf(rule, near)).not.toContain(code)
  })
})
