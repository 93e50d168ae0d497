import { describe, expect, test } from 'vitest'
import type { AnswerOptions } from '../report/answer-source.ts'
import { outcomesOf } from '../report/answer-source.ts'

type Case = readonly [title: string, expected: readonly string[], source: string, options?: AnswerOptions]

const LOAD = 'async function load(x) { return fetch(x) }\n'

const REPORTED: readonly Case[] = [
  [
    'a list of calls, in a loop',
    ['repair likely'],
    `const tasks = [fetchData('url1'), fetchData('url2')]
    for (const task of tasks) {
      const data = await task
      await processData(data)
    }`,
  ],
  [
    'promises mapped from a list by an async function',
    ['repair likely'],
    `async function f(xs) { const ps = xs.map(async (x) => load(x)); for (const p of ps) use(await p) }`,
  ],
  ['by a function of the file', ['repair certain'], `${LOAD}async function f(xs) { for (const p of xs.map(load)) use(await p) }`],
  ['by a function of another file', ['repair likely'], `import { load } from './load'\nfor (const p of xs.map(load)) use(await p)`],
  [
    'pushed one by one',
    ['repair certain'],
    `async function f(xs) {
      const ps = []
      for (const x of xs) ps.push(fetch(x))
      for (const p of ps) use(await p)
    }`,
  ],
  [
    'by index',
    ['repair certain'],
    `async function f(xs) {
      const ps = xs.map((x) => fetch(x))
      for (let i = 0; i < ps.length; i++) use(await ps[i])
    }`,
  ],
  ['by `for await`', ['repair likely'], `for await (const v of xs.map(async (x) => load(x))) use(v)`],
  [
    'in a line',
    ['repair certain'],
    `${LOAD}async function f() { const pa = load(1); const pb = load(2); const a = await pa; const b = await pb; return [a, b] }`,
  ],
  [
    'in a line, three of them are one finding',
    ['repair certain'],
    `${LOAD}async function f() {
      const pa = load(1)
      const pb = load(2)
      const pc = load(3)
      return [await pa, await pb, await pc]
    }`,
  ],
  [
    'something else is awaited before',
    ['repair certain'],
    `${LOAD}async function f() { const page = fetch('/page'); const user = await load('/user'); return render(user, await page) }`,
  ],
  [
    'something else is awaited before, which may take no time',
    ['repair likely'],
    `async function f() { const page = fetch('/page'); const user = await getUser(); return render(user, await page) }`,
  ],
  [
    'something else is awaited before on some paths',
    ['repair likely'],
    `async function f(cold) { const page = fetch('/page'); if (cold) await warmUp(); return await page }`,
  ],
  [
    'what is started is not known, and what is between runs on some paths only',
    ['repair possible'],
    `async function f(cold) { const page = getPage(); if (cold) await warmUp(); return await page }`,
  ],
  [
    'a handler that throws is none',
    ['repair certain'],
    `${LOAD}async function f() {
      const p = fetch('/a').catch((error) => { throw new Error('no page', { cause: error }) })
      await load('/b')
      return await p
    }`,
  ],
  [
    'two groups that have nothing in common',
    ['repair certain', 'repair certain'],
    `${LOAD}async function f() {
      const pa = load(1)
      await load(2)
      await pa
      const pb = load(3)
      await load(4)
      await pb
    }`,
  ],
]

const NEAR: readonly Case[] = [
  ['a promise of a callee that may never fail, by its name', ['repair possible'], `async function f(queue) { const next = queue.next(); await warmUp(); return await next }`],
  ['a promise of what reads by its name', ['repair likely'], `async function f(api) { const user = api.getUser(); await warmUp(); return await user }`],
  ['a promise that an event rejects', ['repair certain'], `async function f(child) { const end = new Promise((resolve, reject) => { child.on('error', reject) }); await fetch('/a'); return await end }`],
  [
    'an async function that hands part of it to what handles failures',
    ['repair likely'],
    `async function f(cold) {
      const notices = (async () => { await trapErrors(() => refresh()); await show() })()
      await warmUp()
      await notices
    }`,
  ],
]

const BODIES: readonly Case[] = [
  ['a function that throws', ['repair certain'], `async function check(x) { if (!(await load(x))) throw new Error(x) }\nasync function f() { const ok = check(1); await fetch('/a'); return await ok }`],
  ['one that is handled before it is tidied up after', ['keep: handled'], `async function f() { const p = fetch('/a').then(parse).catch(() => null).finally(() => { timers.delete(id) }); await warmUp(); return await p }`],
  ['one that is only tidied up after', ['repair likely'], `async function f() { const p = fetch('/a').finally(() => { timers.delete(id) }); await warmUp(); return await p }`],
  ['one that goes on after it is handled', ['repair likely'], `async function f() { const p = fetch('/a').catch(() => null).then((x) => use(x)); await warmUp(); return await p }`],
  ['one that throws again what never comes', ['keep: handled'], `import { setTimeout as sleep } from 'node:timers/promises'\nconst rest = async () => { try { await sleep(5) } catch (error) { if (!stopped) throw error } }\nasync function f() { const p = rest(); await fetch('/a'); return await p }`],
  ['one that throws again what may come', ['repair certain'], `const load = async () => { try { return await fetch('/b') } catch (error) { if (!stopped) throw error } }\nasync function f() { const p = load(); await fetch('/a'); return await p }`],
  ['one all of whose callees handle what fails', ['keep: handled'], `const soft = async (x) => { try { return await fetch(x) } catch { return null } }
    async function both(x) { const a = await soft(x); return [a, await soft(x + 1)] }
    async function f() { const p = both(1); await fetch('/a'); return await p }`],
  ['one of whose callees handles nothing', ['repair certain'], `const hard = async (x) => fetch(x)
    async function both(x) { const a = await hard(x); return [a, await hard(x + 1)] }
    async function f() { const p = both(1); await fetch('/a'); return await p }`],
  ['one that only computes', ['keep: handled'], `import path from 'node:path'\nasync function join(a) { return path.join(a, 'b') }\nasync function f() { const p = join('a'); await fetch('/a'); return await p }`],
  ['one that hands its work to other code', ['repair possible'], `async function f(match) { const p = (async () => match.resolve(async (handler) => { try { return await handler() } catch { return null } }))(); await fetch('/a'); return await p }`],
  ['one that asks other code', ['repair likely'], `async function f(match) { const p = (async () => match.resolve(1))(); await fetch('/a'); return await p }`],
  ['all of what never fails', ['keep: handled'], `const soft = async (x) => { try { return await fetch(x) } catch { return null } }
    async function f(xs) { const p = Promise.all(xs.map(soft)); await fetch('/a'); return await p }`],
  ['all of what may fail', ['repair certain'], `async function f(xs) { const p = Promise.all(xs.map((x) => fetch(x))); await fetch('/a'); return await p }`],
  ['what follows a wait that never fails', ['keep: handled'], `import { setTimeout as sleep } from 'node:timers/promises'\nasync function f() { const p = sleep(9).then(() => 'late'); await fetch('/a'); return await p }`],
  ['what follows it and fails', ['repair certain'], `import { setTimeout as sleep } from 'node:timers/promises'\nasync function f() { const p = sleep(9).then(() => { throw new Error('late') }); await fetch('/a'); return await p }`],
  ['a promise by its type alone', ['repair likely'], `declare function load(x: string): Promise<string>\nasync function f() { const p = load('a'); await fetch('/a'); return await p }`],
  ['what waits for a function that waits for nothing', [], `const note = async (x) => { seen.add(x) }\nasync function f() { const p = fetch('/a'); await note(1); return await p }`],
  ['what waits for a function that asks a server', ['repair certain'], `const note = async (x) => { await fetch(x) }\nasync function f() { const p = fetch('/a'); await note('/b'); return await p }`],
  ['a query by its name', ['repair possible'], `async function f(db) { const users = db.query.users.findMany(); await fetch('/a'); return await users }`],
  ['a query of a client that is known to send it when it is awaited', ['unknown: maybe-not-started'], `import { PrismaClient } from '@prisma/client'\nconst db = new PrismaClient()\nasync function f() { const users = db.user.findMany(); await fetch('/a'); return await users }`],
]

const SILENT: readonly Case[] = [
  ['a promise whose `reject` is put aside', ['unknown: maybe-not-started'], `async function f() { const failing = []; const end = new Promise((resolve, reject) => { failing.push(reject) }); await warmUp(); run(failing); return await end }`],
  ['a promise that takes `reject` and never calls it', ['keep: handled'], `async function f(child) { const end = new Promise((resolve, reject) => { child.on('end', resolve) }); await warmUp(); return await end }`],
  ['what waits for nothing', [], `async function f() { const page = fetch('/page'); await Promise.resolve(); return await page }`],
  ['what is awaited at once', [], `${LOAD}async function f() { const a = await load(1); const b = await load(2); return [a, b] }`],
  ['a promise awaited before anything else', [], `${LOAD}async function f() { const pa = load(1); const a = await pa; return a }`],
  [
    'a handler of its own',
    ['keep: handled'],
    `async function f() { const p = fetch('/a').catch(() => null); await warmUp(); return await p }`,
  ],
  [
    'a second argument of `then`',
    ['keep: handled'],
    `async function f() { const p = fetch('/a').then(use, log); await warmUp(); return await p }`,
  ],
  [
    'a handler that is added later',
    ['keep: passed-on'],
    `async function f() { const p = fetch('/a'); p.catch(() => {}); await warmUp(); return await p }`,
  ],
  [
    'an async function that handles whatever fails in it',
    ['keep: handled'],
    `const load = async (x) => { try { return await fetch(x) } catch { return null } }
    async function f() { const p = load(1); await warmUp(); return await p }`,
  ],
  [
    'an async function that hands all of it to what handles failures, by its name',
    ['keep: handled'],
    `async function f(cold) {
      const notices = (async () => { if (cold) await trapErrors(() => refresh()) })()
      await warmUp()
      await notices
    }`,
  ],
  [
    'a function that handles failures by its name',
    ['keep: handled'],
    `async function f(path) { const stat = safeStat(path); await warmUp(); return await stat }`,
  ],
  [
    'a wait that does not fail',
    ['keep: handled'],
    `async function f() { const soon = new Promise((resolve) => setTimeout(resolve, 10)); await work(); await soon }`,
  ],
  [
    'promises that were marked',
    ['keep: passed-on'],
    `async function f(xs) {
      const ps = xs.map(async (x) => load(x))
      for (const p of ps) p.catch(() => {})
      for (const p of ps) use(await p)
    }`,
  ],
  [
    'promises that are settled together before',
    ['keep: passed-on'],
    `async function f(xs) {
      const ps = xs.map(async (x) => load(x))
      await Promise.allSettled(ps)
      for (const p of ps) use(await p)
    }`,
  ],
  [
    'promises awaited together',
    [],
    `${LOAD}async function f() { const pa = load(1); const pb = load(2); const [a, b] = await Promise.all([pa, pb]); return [a, b] }`,
  ],
  [
    'a promise that is passed on',
    ['keep: passed-on'],
    `async function f() { const p = fetch('/a'); watch(p); await warmUp(); return await p }`,
  ],
  [
    'a promise that is stored',
    ['keep: passed-on'],
    `async function f() { const p = fetch('/a'); this.pending = p; await warmUp(); return await p }`,
  ],
  [
    'a promise that is raced before',
    ['keep: passed-on'],
    `async function f() { const p = fetch('/a'); await Promise.race([p, timeout()]); return await p }`,
  ],
  [
    'a list whose makers are not seen',
    [],
    `async function f(ps) { for (const p of ps) use(await p) }`,
  ],
  [
    'a list that is passed on',
    ['keep: passed-on'],
    `async function f(xs) { const ps = xs.map(load); track(ps); for (const p of ps) use(await p) }`,
  ],
  ['a list of one', ['keep: handled'], `const ps = [fetch('/a')]\nfor (const p of ps) use(await p)`],
  [
    'a list of promises with handlers',
    ['keep: handled'],
    `for (const p of xs.map((x) => fetch(x).catch(() => null))) use(await p)`,
  ],
  [
    'a query that may start only when it is awaited',
    ['unknown: maybe-not-started'],
    `async function f() { const users = db.select().from('users'); await warmUp(); return await users }`,
  ],
  [
    'the same in a list',
    ['unknown: maybe-not-started'],
    `for (const q of names.map((name) => db.select().from(name))) use(await q)`,
  ],
  ['a value that is no promise', ['unknown: maybe-not-started'], `async function f() { const n = Number('1'); await warmUp(); return await n }`],
  [
    'what is awaited in another branch',
    [],
    `async function f(fast) { const p = fetch('/a'); if (fast) { return await p } else { await warmUp() } }`,
  ],
  [
    'an author who says why',
    ['keep: author-says'],
    `async function f() {
      // sequential: the supervisor restarts the process
      const p = fetch('/a')
      await warmUp()
      return await p
    }`,
  ],
  [
    'a test',
    ['keep: test-code'],
    `async function f() { const p = fetch('/a'); await warmUp(); return await p }`,
    { filename: 'tests/a.test.ts' },
  ],
]

describe('reported as staggered', () => {
  for (const [title, expected, source, options] of [...REPORTED, ...NEAR]) {
    test(title, () => expect(outcomesOf('no-staggered-await', source, options)).toEqual(expected))
  }
})

describe('by what bodies show', () => {
  for (const [title, expected, source, options] of BODIES) {
    test(title, () => expect(outcomesOf('no-staggered-await', source, options)).toEqual(expected))
  }
})

describe('not reported as staggered', () => {
  for (const [title, expected, source, options] of SILENT) {
    test(title, () => expect(outcomesOf('no-staggered-await', source, options)).toEqual(expected))
  }
})
