import { describe, expect, test } from 'vitest'
import type { ReasonCode } from '../../src/verdict/reason-codes.ts'
import { FORM_CODES } from '../../src/verdict/reason-codes.ts'
import type { AnswerOptions } from '../report/answer-source.ts'
import { answersOf } from '../report/answer-source.ts'

interface Pair {
  readonly rule: string
  /** A source for which the code is given, and one as like it as can be for which it is not. */
  readonly given: string
  readonly near: string
  readonly options?: AnswerOptions
}

const STAGGERED = 'no-staggered-await'
const DROPPED = 'no-async-for-each'
const UNBOUNDED = 'no-unbounded-concurrency'
const COPY = 'no-eager-copy'
const GENERATOR = 'prefer-generator'
const CHAIN = 'no-eager-chain'
const SERIAL = 'no-serial-awaits'

/** A promise that is awaited after something else. */
const late = (value: string, between = 'await other()') => `async function f(c) { const p = ${value}; ${between}; return await p }`
const each = (list: string, body: string) => `async function f(xs: ${list}) { xs.forEach(async (x) => { ${body} }) }`
const all = (list: string, callback: string, head = '') => `${head}\nexport const f = (us: string[], i: number) => Promise.all(${list}.map(${callback}))`

const copies = (body: string, type = 'Set<string>') => `function f(users: ${type}, limit: number) { ${body} }`
const SQUARES = 'function* squares() { for (let i = 0; i < 9; i++) yield i * i }\n'
/** A function that fills an array, a turn of it, and what is done with what it gives. */
const fills = (turn = 'out.push(x)', caller = 'for (const v of f(list)) if (v.on) break', head = 'function f(xs)') =>
  `${head} { const out = []; for (const x of xs) { ${turn} } return out }\n${caller}`
const fillsTree = 'function f(x) { const out = []; out.push(x); for (const c of x.parts) { out.push(...f(c)) } return out }'
const fillsAsync = (turn: string) => `async ${fills(turn, 'async function g() { for (const v of await f(list)) v() }')}`

/** The first of the users for which a costly test holds, after other stages. */
const first = (stages: string, list = 'string[]') => `const f = (users: ${list}, log: any) => users${stages}.find((name) => name > 'a')`
/** Two awaits in a line, whose values are used. */
const line = (first: string, second: string, between = '') =>
  `async function f(c, api) { const a = await ${first}; ${between}const b = await ${second}; return [a, b] }`
/** A generator that may throw while it is walked. */
const JOBS = 'function* jobs(xs) { for (const x of xs) { if (!x) throw new Error(); yield fetch(x) } }\n'
const WRITES = "import { writeFile } from 'node:fs/promises'\n"

/** Two that count how often they were called. */
const COUNTS = "let users = 0, pages = 0\nasync function loadUsers() { users++; return await fetch('/users') }\nasync function loadPages() { pages++; return await fetch('/pages') }\n"
const asking = (name: string) => `async function ${name}() { return await fetch('/user') }\n`

const PAIRS: Readonly<Record<(typeof FORM_CODES)[number], Pair>> = {
  'needs-earlier': { rule: SERIAL, given: line('api.getA()', 'api.getB(a)'), near: line('api.getA()', 'api.getB(c)') },
  'for-effect': {
    rule: SERIAL,
    given: 'async function f(api) { await api.fetchA(); const b = await api.getB(); return b }',
    near: 'async function f(api) { const a = await api.fetchA(); const b = await api.getB(); return [a, b] }',
  },
  guard: { rule: SERIAL, given: line('api.checkUser()', 'api.getB()'), near: line('api.getUser()', 'api.getB()') },
  repeats: { rule: SERIAL, given: line('api.getA(c)', 'api.getA(c)'), near: line('api.getA(c)', 'api.getA(c, 1)') },
  'changes-seen': { rule: SERIAL, given: line('getA(c)', 'getB(c.id)'), near: line('getA(c.name)', 'getB(c.id)') },
  'stands-between': {
    rule: SERIAL,
    given: line('api.getA()', 'api.getB()', 'const n = api.next(); '),
    near: line('api.getA()', 'api.getB()', 'const n = c.next; '),
  },
  'few-awaits': {
    rule: SERIAL,
    given: line('api.getA()', 'api.getB()'),
    near: line('api.getA()', 'api.getB()', 'const x = await api.getC(); '),
    options: { threshold: 3 },
  },
  'none-needs-other': { rule: SERIAL, given: line('api.getA()', 'api.getB()'), near: line('api.getA()', 'api.addB()') },
  'writes-apart': {
    rule: SERIAL,
    given: `${WRITES}await writeFile('a', 'x'); await writeFile('b', 'y')`,
    near: `${WRITES}await writeFile('a', 'x'); await writeFile('a', 'y')`,
  },
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
  'wait-unknown': { rule: STAGGERED, given: late("fetch('/a')"), near: late("fetch('/a')", "await fetch('/b')") },
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
  'length-unknown': { rule: UNBOUNDED, given: 'const us: string[] = await load()\nawait Promise.all(us.map((u) => fetch(u)))', near: "import { readdir } from 'node:fs/promises'\nconst us = await readdir('a')\nawait Promise.all(us.map((u) => fetch(u)))" },
  'inner-list': { rule: UNBOUNDED, given: all('us', 'async (u) => { await Promise.all(u.parts.map((p) => fetch(p))) }'), near: all("['a', 'b']", 'async (u) => { await Promise.all(parts(u).map((p) => fetch(p))) }') },
  'io-at-times': { rule: UNBOUNDED, given: all('us', 'async (u) => { if (u.ok) await fetch(u) }'), near: all('us', 'async (u) => { await fetch(u); if (u.ok) use(u) }') },
  'given-by-callers': {
    rule: UNBOUNDED,
    given: 'export const f = (us: string[]) => Promise.all(us.map((u) => fetch(u)))',
    near: 'const us: string[] = await load()\nawait Promise.all(us.map((u) => fetch(u)))',
  },
  'constant-list': {
    rule: UNBOUNDED,
    given: all('LOCALES', '(u) => fetch(u)', "import { LOCALES } from './a'"),
    near: all('urls', '(u) => fetch(u)', "import { urls } from './a'"),
  },
  snapshot: {
    rule: COPY,
    given: copies('for (const name of [...users]) users.delete(name)'),
    near: copies('for (const name of [...users]) limit += name.length'),
  },
  'used-otherwise': { rule: COPY, given: copies('return [...users].sort()'), near: copies('return [...users].some((name) => name > "a")') },
  'callback-sees-array': {
    rule: COPY,
    given: copies('return [...users].some((name, i, all) => all[i + 1] === name)'),
    near: copies('return [...users].some((name, i) => i > limit)'),
  },
  'unread-effects': {
    rule: COPY,
    given: `function* steps() { yield 1; console.log(1) }\nconst found = [...steps()].find((n) => n > 0)`,
    near: `${SQUARES}const found = [...squares()].find((n) => n > 0)`,
  },
  'stage-order': {
    rule: COPY,
    given: `${SQUARES}let max = 0; const all = [...squares()].filter((n) => n > max); for (const n of all) max += n`,
    near: `${SQUARES}let max = 0; const all = [...squares()].filter((n) => n > 3); for (const n of all) max += n`,
  },
  'whole-walk': {
    rule: COPY,
    given: copies('return new Set([...users].map((name) => name.trim()))'),
    near: `${SQUARES}const all = new Set([...squares()].map((n) => n + 1))`,
  },
  'source-unknown': {
    rule: COPY,
    given: copies('return Array.from(users).some((name) => name > "a")', 'ArrayLike<string>'),
    near: copies('return Array.from(users).some((name) => name > "a")', 'Iterable<string>'),
  },
  'pure-waste': { rule: COPY, given: copies('return [...users].reduce((sum, name) => sum + name.length, 0)'), near: copies('return [...users].some((name) => name > "a")') },
  'new-array': { rule: COPY, given: 'const names = [...Object.keys(users)].sort()', near: 'function f(users: string[]) { return [...users].sort() }' },
  'stops-early': { rule: COPY, given: copies('return [...users].some((name) => name > "a")'), near: copies('return [...users].some((name) => name > "a")', 'string[]') },
  'kind-unknown': {
    rule: COPY,
    given: copies('return [...users].some((name) => name > "a")', 'Names'),
    near: copies('return [...users].some((name) => name > "a")'),
  },
  'may-have-holes': {
    rule: COPY,
    given: copies('return [...users].some((name) => name > "a")', 'string[]'),
    near: copies('return users.slice().some((name) => name > "a")', 'string[]'),
  },
  'array-used': { rule: GENERATOR, given: fills('if (out.length < 9) out.push(x)'), near: fills('if (xs.length < 9) out.push(x)') },
  'callers-unseen': { rule: GENERATOR, given: fills() + '\nkeep(f)', near: fills() + '\nkeep(list)' },
  'no-local-caller': { rule: GENERATOR, given: fills(undefined, ''), near: fills() },
  'caller-keeps-array': {
    rule: GENERATOR,
    given: fills(undefined, 'const all = f(list); show(all.length)'),
    near: fills(undefined, 'const all = f(list); for (const v of all) if (v) break'),
  },
  'caller-discards': { rule: GENERATOR, given: fills(undefined, 'f(list)'), near: fills(undefined, 'const [v] = f(list)') },
  'caller-changes-source': {
    rule: GENERATOR,
    given: fills(undefined, 'for (const v of f(list)) { list.pop(); if (v.on) break }', 'function f(xs: string[])'),
    near: fills(undefined, 'for (const v of f(list)) { rest.pop(); if (v.on) break }', 'function f(xs: string[])'),
  },
  'producer-has-effects': { rule: GENERATOR, given: fills('seen.add(x); out.push(x)', undefined, 'const seen = new Set()\nfunction f(xs)'), near: fills('if (seen.has(x)) out.push(x)', undefined, 'const seen = new Set()\nfunction f(xs)') },
  'holds-resource': {
    rule: GENERATOR,
    given: fills('try { out.push(x) } finally { x = null }'),
    near: fills('try { out.push(x) } catch { x = null }'),
  },
  'fails-late': { rule: GENERATOR, given: fills('if (!x) throw new Error(); out.push(x)'), near: fills('if (!x) continue; out.push(x)') },
  'changes-later': { rule: GENERATOR, given: fills('const row = {}; out.push(row); row.x = x'), near: fills('const row = {}; row.x = x; out.push(row)') },
  'little-gained': { rule: GENERATOR, given: fills(undefined, 'const all = new Set(f(list))'), near: fills() },
  'callers-walk': { rule: GENERATOR, given: fills(), near: fills(undefined, 'const v = f(list)[0]') },
  'caller-may-stop': { rule: GENERATOR, given: fills(), near: fills('out.push([x])', 'for (const v of f(list)) show(v)') },
  'values-arrive': {
    rule: GENERATOR,
    given: fillsAsync('out.push(await (await fetch(x)).text())'),
    near: fillsAsync('out.push(x)'),
  },
  'walks-tree': { rule: GENERATOR, given: `${fillsTree}\nfor (const v of f(root)) show(v)`, near: `${fillsTree}\nfor (const v of f(root)) if (v) break` },
  'any-length': { rule: GENERATOR, given: fills('out.push([x])', 'for (const v of f(list)) show(v)'), near: fills('out.push([x])') },
  'producer-unknown': { rule: GENERATOR, given: fills('out.push(parts(x))'), near: fills('out.push([x])') },
  'partial-results': {
    rule: GENERATOR,
    given: fillsAsync('out.push(await (await fetch(x)).text())').replace('v() }', 'this.found = v }'),
    near: fillsAsync('out.push(await (await fetch(x)).text())').replace('v() }', 'if (v.on) return v }'),
  },
  'caller-unknown': {
    rule: GENERATOR,
    given: fills(undefined, 'for (const v of f(list)) if (visit(v)) break'),
    near: fills(undefined, 'for (const v of f(list)) if (v.on) break'),
  },
  'stage-has-effect': { rule: CHAIN, given: first('.filter((name) => log.push(name))'), near: first('.filter((name) => log.has(name))') },
  'consumer-changes': {
    rule: CHAIN,
    given: `const f = (users: string[], seen: Set<string>) => users.filter((name) => !seen.has(name)).some((name) => seen.add(name).size > 3)`,
    near: `const f = (users: string[], seen: Set<string>, all: Set<string>) => users.filter((name) => !seen.has(name)).some((name) => all.add(name).size > 3)`,
  },
  'one-text': { rule: CHAIN, given: first('.filter((name) => name)', 'string[]').replace('=> users', "=> users.join().split(',')"), near: first('.filter((name) => name)') },
  'no-plain-array': { rule: CHAIN, given: first('.filter((name) => name)', 'Iterator<string>'), near: first('.filter((name) => name)') },
  'costly-stage': { rule: CHAIN, given: first('.filter((name) => fits(name, log))'), near: first('.filter((name) => name.length > 3)') },
  'only-counted': { rule: CHAIN, given: 'function f(names: string[]) { return names.filter((name) => /^a+/.test(name)).length }', near: first('.filter((name) => /^a+/.test(name))') },
  'large-source': {
    rule: CHAIN,
    given: 'let sum = 0; for (const x of Array.from({ length: 1e6 }, (_, i) => i * i).filter((n) => n % 3)) sum += x',
    near: 'let sum = 0; for (const x of Array.from({ length: count() }, (_, i) => i * i).filter((n) => n % 3)) sum += x',
  },
  'cheap-stages': { rule: CHAIN, given: first('.filter((name) => name.length > 3)'), near: first('.filter((name) => /^a+/.test(name))') },
  'copied-each-turn': {
    rule: CHAIN,
    given: 'let all: string[] = []; for (const name of users) all = [...all, name]',
    near: 'let all: string[] = []; for (const name of users) { all = [...all, name]; keep(all) }',
  },
  'counted-with': {
    rule: CHAIN,
    given: 'for (const i of Array.from({ length: 9 }, (_, i) => i)) print(i)',
    near: 'for (const i of Array.from({ length: 9 }, (_, i) => i * 2)) print(i)',
  },
}

/** A code that more than one place of a judge gives, at another place. */
type Place = readonly [code: ReasonCode, what: string, rule: string, given: string, near: string]

const OTHER_PLACES: readonly Place[] = [
  ['promise-elements', 'a promise that a function would append', GENERATOR, fillsAsync('await tick(); out.push(fetch(x))'), fillsAsync('out.push(await fetch(x))')],
  ['callback-sees-array', 'a fold that gets the array', CHAIN, folds('(all, name, i, list) => [...all, list[i]]'), folds('(all, name, i) => [...all, name + i]')],
  ['callback-sees-array', 'the last callback of a chain', CHAIN, first('.filter((name) => /^a+/.test(name))').replace('(name) => name >', '(name, i, all) => all[i]! >'), first('.filter((name) => /^a+/.test(name))')],
  ['used-otherwise', 'a fold that measures what it has', CHAIN, folds('(all, name) => [...all, name + all.length]'), folds('(all, name) => [...all, name]')],
  ['receiver-unknown', 'a fold of what nothing is known of', CHAIN, folds('(all, name) => [...all, name]').replaceAll('users', 'thing').replace(': string[]', ''), folds('(all, name) => [...all, name]')],
  ['copied-each-turn', 'a fold', CHAIN, folds('(all, name) => [...all, name]'), folds('(all, name) => [name, ...all]')],
  ['used-otherwise', 'numbers that the body moves', CHAIN, counts('9', 'i += 2; print(i)').replace('const i of', 'let i of'), counts('9', 'print(i)')],
  ['consumer-changes', 'a loop that moves its own end', CHAIN, `let end = 3; ${counts('end', 'end += i')}`, `let end = 3; ${counts('end', 'print(i)')}`],
  ['few-awaits', 'a second await far below', SERIAL, apart(45), apart(9)],
  ['no-known-io', 'promises that are settled', SERIAL, line('Promise.resolve(1)', 'Promise.resolve(2)'), line("fetch('/a')", "fetch('/b')")],
  ['receiver-unknown', 'a chain over a list by its name', CHAIN, first('.filter((name) => /^a+/.test(name))', 'any'), first('.filter((name) => /^a+/.test(name))')],
  ['stops-early', 'a prefix of what costs something', CHAIN, prefix('/^a+/.test(name)', 3), prefix('name.length > 3', 3)],
  ['stops-early', 'a first one behind a computed stage', CHAIN, first('.filter((name) => /^a+/.test(name))'), first('.filter(Boolean)')],
  ['used-otherwise', 'a prefix of a thousand', CHAIN, prefix('/^a+/.test(name)', 1000), prefix('/^a+/.test(name)', 3)],
  ['callback-sees-array', 'a stage in the middle', CHAIN, first('.filter((name, i, all) => /^a+/.test(all[i]!))'), first('.filter((name, i) => /^a+/.test(name + i))')],
  ['few-elements', 'the characters of a text', COPY, copies('return [...users].some((name) => name > "a")', 'string'), copies('return [...users].some((name) => name > "a")')],
  ['few-elements', 'a copy of what is written out', COPY, "const names = [...['b', 'a']].sort()", 'const names = [...Object.keys(users)].sort()'],
  ['source-unknown', 'what promises are walked for, which may throw', COPY, `${JOBS}await Promise.all([...jobs(list)])`, `${JOBS}const all = new Set([...jobs(list)])`],
  ['may-have-holes', 'holes that the copy fills', COPY, 'const f = (n: number) => [...new Array(n)].map((_, i) => i)', 'const f = (n: object) => [...Object.keys(n)].map((_, i) => i)'],
  ['other-receiver', 'a thing of which nothing is known, whose callback never waits', DROPPED, each('any', 'save(x)').replaceAll('xs', 'thing'), each('any', 'await save(x)').replaceAll('xs', 'thing')],
  ['receiver-unknown', 'a list of which nothing is written', UNBOUNDED, all('us', '(u) => fetch(u)').replace(': string[]', ''), all('us', '(u) => fetch(u)')],
  ['passed-on', 'an element that somebody else gets', STAGGERED, started('fetch(u)', 'watch(p); await p'), started('fetch(u)', 'await p')],
  ['maybe-not-started', 'queries in a list', STAGGERED, started('db.select().from(u)'), started('fetch(u)')],
  ['handled', 'promises in a list', STAGGERED, started('fetch(u).catch(log)'), started('fetch(u)')],
  ['no-handler', 'promises in a list', STAGGERED, started('fetch(u)'), started('fetch(u).catch(log)')],
  ['surely-promise', 'promises in a list', STAGGERED, started('fetch(u)'), started('load(u)')],
  ['used-otherwise', 'numbers up to what a call gives', CHAIN, counts('count()', 'print(i)'), counts('9', 'print(i)')],
  ['caller-unknown', 'a caller that waits in between', GENERATOR, fills(undefined, waiting('await ready; '), 'function f(xs: string[])'), fills(undefined, waiting(''), 'function f(xs: string[])')],
  ['caller-unknown', 'a caller that asks', GENERATOR, fills(undefined, 'for (const v of f(list)) if (hasName(v)) break'), fills(undefined, 'for (const v of f(list)) if (v.name) break')],
  ['stops-early', 'a chain whose stages are surely functions', CHAIN, first('.filter((name) => /^a+/.test(name))', 'any'), first('.filter((name) => /^a+/.test(name)).filter(log)', 'any')],
  ['stage-has-effect', 'a stage that sounds like a write', CHAIN, first('.filter(removeUser)'), first('.filter(isUser)')],
  ['consumer-changes', 'a loop that waits', CHAIN, walks('await log.ready; '), walks('')],
  ['callee-unknown', 'a question of which nothing is known', COPY, copies('return [...users].some((name) => fits(name))'), copies('return [...users].some((name) => name > "a")')],
  ['stands-between', 'what reads what the one before and the one behind it change', SERIAL, `${COUNTS}${line('loadUsers()', 'loadPages()', 'const n = users + pages; ')}`, `${COUNTS}${line('loadUsers()', 'loadPages()', 'const n = users + c.pages; ')}`],
  ['receiver-unknown', 'a chain that is given what may be no function', CHAIN, first('.filter(log)', 'any'), first('.filter(log)')],
  ['never-waits', 'a callback that gives what nobody gets', DROPPED, each('string[]', 'return save(x)'), each('string[]', 'await save(x)')],
  ['interactive', 'a question by its name, whose body is read', SERIAL, `${asking('promptUser')}${line('fetch(c)', 'promptUser()')}`, `${asking('loadUser')}${line('fetch(c)', 'loadUser()')}`],
  ['ordered-effect', 'an installation by its name, whose body is read', SERIAL, `${asking('installUser')}${line('installUser()', 'fetch(c)')}`, `${asking('loadUser')}${line('loadUser()', 'fetch(c)')}`],
  ['few-elements', 'a chain over a list that is written out', CHAIN, first('.filter((name) => /^a+/.test(name))').replace('=> users', "=> ['a', 'b']"), first('.filter((name) => /^a+/.test(name))')],
]

function folds(callback: string): string {
  return `const f = (users: string[]) => users.reduce(${callback}, [] as string[])`
}

/** A caller that takes the elements one by one. */
function waiting(first: string): string {
  return `async function g() { for (const v of f(list)) { ${first}if (v.on) break } }`
}

/** A loop over a part of the users, which ends early. */
function walks(turn: string): string {
  return `async function f(users: string[], log: any) { for (const name of users.filter((one) => /^a+/.test(one))) { ${turn}if (name > 'a') break } }`
}

/** The first of the users for which a test holds, up to a number. */
function prefix(test: string, count: number): string {
  return `const f = (users: string[]) => users.filter((name) => ${test}).slice(0, ${count})`
}

/** Two awaits with so many constants between them. */
function apart(count: number): string {
  return line('api.getA()', 'api.getB()', Array.from({ length: count }, (_, at) => `const n${at} = c.n${at}; `).join(''))
}

/** Promises that are started for all of a list and awaited one by one. */
function started(value: string, turn = 'await p'): string {
  return `async function f(us: string[]) { const ps = us.map((u) => ${value}); for (const p of ps) { ${turn} } }`
}

function counts(end: string, body: string): string {
  return `for (const i of Array.from({ length: ${end} }, (_, i) => i)) { ${body} }`
}

const codesOf = (rule: string, source: string, options?: AnswerOptions): string[] =>
  answersOf(rule, source, options).flatMap(({ finding }) => finding.reasons.map(({ code }) => code))

describe('each code of a form', () => {
  test.each(OTHER_PLACES)('%s: %s, and not the near-miss', (code, _what, rule, given, near) => {
    expect(codesOf(rule, given)).toContain(code)
    expect(codesOf(rule, near)).not.toContain(code)
  })

  test.each(FORM_CODES)('%s is given, and not for the near-miss', (code) => {
    const { rule, given, near, options } = PAIRS[code]
    expect(codesOf(rule, given, options)).toContain(code)
    expect(codesOf(rule, near, options)).not.toContain(code)
  })
})
