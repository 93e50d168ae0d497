import { describe, expect, test } from 'vitest'
import type { AnswerOptions } from '../report/answer-source.ts'
import { outcomesOf } from '../report/answer-source.ts'

type Case = readonly [title: string, expected: readonly string[], source: string, options?: AnswerOptions]

const FS = "import { readFile, stat } from 'node:fs/promises'\n"
const READ = "import { readdir, readFile } from 'node:fs/promises'\n"

const REPORTED: readonly Case[] = [
  ['files of a folder', ['repair certain'], `${READ}const ps = await readdir('a')\nawait Promise.all(ps.map((p) => readFile(p)))`],
  ['a list by one who calls with any list', ['repair certain'], `${READ}const load = (ps: string[]) => Promise.all(ps.map((p) => readFile(p)))\nawait load(await readdir('a'))`],
  ['a list to which each element of another adds', ['repair likely'], `const us: string[] = []\nfor (const x of xs) us.push(x)\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a field that a method adds to', ['repair likely'], `class A { #us: string[] = ['a']; add(u: string) { this.#us = [...this.#us, u] } load() { return Promise.all(this.#us.map((u) => fetch(u))) } }`],
  ['a helper made without a limit', ['repair likely'], `const retrier = new Retrier({ times: 3 })\nconst f = (us: string[]) => Promise.all(us.map((u) => retrier.retry(() => fetch(u))))`],
  ['files of a list of any length', ['repair likely'], `${FS}const f = (ps: string[]) => Promise.all(ps.map((p) => readFile(p)))`],
  ['settled', ['repair likely'], `const f = (us: string[]) => Promise.allSettled(us.map(async (u) => fetch(u)))`],
  ['by `Array.from`', ['repair likely'], `const f = (us: Set<string>) => Promise.all(Array.from(us, async (u) => fetch(u)))`],
  [
    'by a function of the file',
    ['repair likely'],
    `${FS}async function load(p: string) { return JSON.parse(await readFile(p, 'utf8')) }
    const f = (ps: string[]) => Promise.all(ps.map(load))`,
  ],
  [
    'within a function that is called',
    ['repair likely'],
    `${FS}async function load(p: string) { return readFile(p) }
    const f = (ps: string[]) => Promise.all(ps.map(async (p) => { const text = await load(p); return text.length }))`,
  ],
  ['what only some of the calls do', ['repair likely'], `${READ}const ps = await readdir('a')\nawait Promise.all(ps.map(async (p) => { if (isText(p)) await readFile(p) }))`],
  ['what each of the calls does', ['repair certain'], `${READ}const ps = await readdir('a')\nawait Promise.all(ps.map(async (p) => { const text = await readFile(p); if (isText(p)) show(text) }))`],
  ['parts of each of many', ['repair likely', 'repair possible'], 'const f = (us: User[]) => Promise.all(us.map(async (u) => Promise.all(u.parts.map((p) => fetch(p)))))'],
  ['files of each of many folders', ['repair certain', 'repair certain'], `${READ}await Promise.all((await readdir('a')).map(async (d) => Promise.all((await readdir(d)).map((p) => readFile(p)))))`],
  ['what is a list by all signs', ['repair likely'], `const f = (us) => Promise.all(us.map((u) => fetch(u)))`],
  ['written out, and grown', ['repair likely'], `const us = ['a']\nfor (const x of xs) us.push(x)\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['more than anyone writes out', ['repair likely'], `await Promise.all(Array.from({ length: 1e6 }).map(() => fetch('/a')))`],
  ['what waits in a queue of the platform', ['repair possible'], `${FS}const f = (ps: string[]) => Promise.all(ps.map((p) => stat(p)))`],
  [
    'what tries again when there is no descriptor left',
    ['repair possible'],
    `import { readJson } from 'fs-extra'\nconst f = (ps: string[]) => Promise.all(ps.map((p) => readJson(p)))`,
  ],
  ['the same by another name', ['repair possible'], `import { stat as look } from 'node:fs/promises'\nconst f = (ps: string[]) => Promise.all(ps.map((p) => look(p)))`],
  ['a list named like a constant', ['repair possible'], `import { LOCALES } from './locales'\nawait Promise.all(LOCALES.map((l) => fetch(l)))`],
]

const FEW_BY_SIGN: readonly Case[] = [
  ['arguments that callers write out', ['repair possible'], 'const f = (...us: string[]) => Promise.all(us.map((u) => fetch(u)))'],
  ['a default that is written out', ['repair possible'], "const f = (us = ['a', 'b']) => Promise.all(us.map((u) => fetch(u)))"],
  ['a list that tests write out', ['repair possible'], 'export const f = (us: string[]) => Promise.all(us.map((u) => fetch(u)))', { filename: 'src/test-helpers.ts' }],
  ['a list that a helper of tests asks for', ['repair likely'], 'const us: string[] = await load()\nawait Promise.all(us.map((u) => fetch(u)))', { filename: 'src/test-helpers.ts' }],
  ['things that code names one by one', ['repair possible'], 'class A { load() { return Promise.all(this.platforms.filter(isWanted).map((u) => fetch(u))) } }'],
  ['one for each thing that code names', ['repair possible'], 'class A { load() { const jobs = Object.values(this.definitions).map(toJob); return Promise.all(jobs.map((u) => fetch(u))) } }'],
  ['many for each thing that code names', ['repair likely'], 'class A { load() { const jobs = Object.values(this.definitions).flatMap(toJobs); return Promise.all(jobs.map((u) => fetch(u))) } }'],
  ['things named so that a server gives', ['repair certain'], "import { readdir } from 'node:fs/promises'\nconst platforms = await readdir('a')\nawait Promise.all(platforms.map((u) => fetch(u)))"],
  ['what is neither seen to be a list, nor where it comes from, nor whether each call does I/O', ['repair possible'], 'const us = load()\nawait Promise.all(us.map(async (u) => { if (u.ok) await fetch(u) }))'],
  ['the same of a list', ['repair likely'], 'const us: string[] = load()\nawait Promise.all(us.map(async (u) => { if (u.ok) await fetch(u) }))'],
  ['a list that a helper of tests is given', ['repair possible'], 'export const f = (us: string[]) => Promise.all(us.map((u) => fetch(u)))', { filename: 'integration/helpers/make.ts' }],
  ['an empty default, which says nothing', ['repair likely'], 'const f = (us: string[] = []) => Promise.all(us.map((u) => fetch(u)))'],
]

const LENGTHS: readonly Case[] = [
  ['a part of small, known length', ['keep: few-elements'], `const MOST = 5\nconst us: string[] = await load()\nawait Promise.all(us.slice(0, MOST).map((u) => fetch(u)))`],
  ['a part of large, known length', ['keep: batching'], `const MOST = 5000\nconst us: string[] = await load()\nawait Promise.all(us.slice(0, MOST).map((u) => fetch(u)))`],
  ['a list that grows for each of a few', ['keep: few-elements'], `const us: string[] = []\nfor (const dep of deps.slice(0, 5)) us.push(dep)\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a list that grows by another one', ['repair likely'], `const us: string[] = ['a']\nus.push(...(await load()))\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a list that is filled out of sight', ['repair likely'], `const us: string[] = []\nawait collect(us)\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a field that a method pushes to', ['repair likely'], `class A { #us: string[] = []; add(u: string) { this.#us.push(u) } load() { return Promise.all(this.#us.map((u) => fetch(u))) } }`],
  ['a field that is filled once', ['keep: few-elements', 'keep: few-elements'], `class A { #us: string[] = []; async open(d: string) { this.#us = await Promise.all([d + 'a', d + 'b'].map(async (u) => (await fetch(u)).url)) } load() { return Promise.all(this.#us.map((u) => fetch(u))) } }`],
  ['a table that a loop fills', ['repair likely'], `const table: Record<string, string> = {}\nfor (const x of xs) table[x.id] = x.url\nawait Promise.all(Object.keys(table).map((u) => fetch(u)))`],
  ['a length that is tested', ['keep: few-elements'], `const us: string[] = await load()\nif (us.length > 1) throw new Error('one only')\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a length that is tested for a lot', ['repair likely'], `const us: string[] = await load()\nif (us.length > 5000) throw new Error('too many')\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a length that is tested without an end', ['repair likely'], `const us: string[] = await load()\nif (us.length > 1) warn()\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['where a test holds', ['keep: few-elements'], `const us: string[] = await load()\nif (us.length <= 4) await Promise.all(us.map((u) => fetch(u)))`],
  ['where a test does not hold', ['repair likely'], `const us: string[] = await load()\nif (us.length <= 4) one()\nelse await Promise.all(us.map((u) => fetch(u)))`],
  ['members of an enum', ['keep: few-elements'], `enum Mode { A = 'a', B = 'b' }\nawait Promise.all(Object.values(Mode).map((u) => fetch(u)))`],
  ['what a function makes of a list that is written out', ['keep: few-elements'], `const only = (us: string[]) => us.filter(Boolean)\nawait Promise.all(only(['a', 'b']).map((u) => fetch(u)))`],
  ['what a function makes of any list', ['repair likely'], `const only = (us: string[]) => us.filter(Boolean)\nawait Promise.all(only(await load()).map((u) => fetch(u)))`],
  ['what a function hands on to itself', ['keep: few-elements'], `async function copy(dirs: string[], level: number) { await Promise.all(dirs.map((u) => fetch(u))); if (level) await copy(dirs.map((d) => d + '/x'), level - 1) }\nawait copy(['a'], 3)`],
  ['keys of a parameter', ['repair likely'], `const f = (table: Record<string, string>) => Promise.all(Object.keys(table).map((u) => fetch(u)))`],
  ['a name for a part of a parameter', ['repair likely'], `function f(us: string[]) { const some = us.filter(Boolean); return Promise.all(some.map((u) => fetch(u))) }`],
]

const ORIGINS: readonly Case[] = [
  ['parts of what a folder holds', ['repair certain'], `${READ}const ps = (await readdir('a')).filter(Boolean)\nawait Promise.all([...ps, 'b'].map((p) => readFile(p)))`],
  ['what a function of the file finds', ['repair certain'], `${READ}async function find(dir: string) { const all = await readdir(dir); return all.filter(Boolean) }\nconst ps = await find('a')\nawait Promise.all(ps.map((p) => readFile(p)))`],
  ['what nothing is known of', ['repair likely'], `${READ}const ps: string[] = await find('a')\nawait Promise.all(ps.map((p) => readFile(p)))`],
  ['a list that is filled for each file', ['repair certain'], `${READ}const ps: string[] = []\nfor (const p of await readdir('a')) ps.push(p)\nawait Promise.all(ps.map((p) => readFile(p)))`],
  ['a list that is filled for each of something', ['repair likely'], `${READ}const ps: string[] = []\nfor (const p of parts) ps.push(p)\nawait Promise.all(ps.map((p) => readFile(p)))`],
  ['keys of what a file holds', ['repair certain'], `${READ}const table: Record<string, string> = JSON.parse(await readFile('a.json', 'utf8'))\nawait Promise.all(Object.keys(table).map((p) => readFile(p)))`],
  ['what is given on the command line', ['repair certain'], `${READ}await Promise.all(process.argv.slice(2).map((p) => readFile(p)))`],
  ['a field that holds what a folder has', ['repair certain'], `${READ}class A { #ps: string[] = []; async open(d: string) { this.#ps = await readdir(d) } load() { return Promise.all(this.#ps.map((p) => readFile(p))) } }`],
]

const LIMITS: readonly Case[] = [
  ['a limiter by what it is made of', ['keep: limited'], `import pLimit from 'p-limit'\nconst run = pLimit(4)\nconst f = (us: string[]) => Promise.all(us.map((u) => run(() => fetch(u))))`],
  ['a helper that is made otherwise', ['repair likely'], `import { create } from 'helpers'\nconst run = create(4)\nconst f = (us: string[]) => Promise.all(us.map((u) => run(() => fetch(u))))`],
  ['a limiter in a field', ['keep: limited'], `class A { #run = new Runner({ concurrency: 4 }); load(us: string[]) { return Promise.all(us.map((u) => this.#run.do(() => fetch(u)))) } }`],
  ['a callee that waits for its turn', ['keep: limited'], `const one = new Sema(1)\nasync function load(u: string) { await one.acquire(); try { return await fetch(u) } finally { one.release() } }\nconst f = (us: string[]) => Promise.all(us.map((u) => load(u)))`],
  ['a callee that hands its work to a limiter', ['keep: limited'], `const run = pLimit(2)\nconst load = (u: string) => run(() => fetch(u))\nconst f = (us: string[]) => Promise.all(us.map((u) => load(u)))`],
  ['a limiter that a callee is given', ['keep: limited'], `const retrier = new Retrier({ concurrency: 100 })\nasync function load(u: string, by) { return by.run(() => fetch(u)) }\nconst f = (us: string[]) => Promise.all(us.map((u) => load(u, retrier)))`],
  ['another thing that a callee is given', ['repair likely'], `const retrier = new Retrier({ times: 3 })\nasync function load(u: string, by) { return by.run(() => fetch(u)) }\nconst f = (us: string[]) => Promise.all(us.map((u) => load(u, retrier)))`],
  ['a callee beside one that waits for its turn', ['repair likely'], `const one = new Sema(1)\nasync function load(u: string) { await one.acquire(); try { return await fetch(u) } finally { one.release() } }\nconst f = (us: string[]) => Promise.all(us.map(async (u) => [await load(u), await fetch(u)]))`],
]

const SILENT: readonly Case[] = [
  ['a list that all callers write out', ['keep: few-elements'], `const load = (us: string[]) => Promise.all(us.map((u) => fetch(u)))\nawait load(['a', 'b'])\nawait load(['c'])`],
  ['a field that is written out', ['keep: few-elements'], `class A { #us: string[] = ['a', 'b']; load() { return Promise.all(this.#us.map((u) => fetch(u))) } }`],
  ['a list with what may be added once', ['keep: few-elements'], `const us: string[] = []\nif (a) us.push(a)\nif (b) us.push(b)\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['what a function writes out', ['keep: few-elements'], `function all(a: boolean) { return a ? ['a', 'b'] : ['c'] }\nconst us: string[] = all(true)\nawait Promise.all(us.map((u) => fetch(u)))`],
  ['a helper made with a limit', ['keep: limited'], `const retrier = new Retrier((e) => e.code === 'EMFILE', { concurrency: 100 })\nconst f = (us: string[]) => Promise.all(us.map((u) => retrier.retry(() => fetch(u))))`],
  ['a list that is written out', ['keep: few-elements'], `await Promise.all(['a', 'b'].map((u) => fetch(u)))`],
  ['the same by its name', ['keep: few-elements'], `const us = ['a', 'b']\nawait Promise.all(us.filter(Boolean).map((u) => fetch(u)))`],
  ['keys of an object that is written out', ['keep: few-elements'], `await Promise.all(Object.keys({ a: 1, b: 2 }).map((u) => fetch(u)))`],
  ['as many as the code says', ['keep: few-elements'], `await Promise.all(Array.from({ length: 4 }, () => fetch('/a')))`],
  ['a tuple', ['keep: few-elements'], `const f = (us: [string, string]) => Promise.all(us.map((u) => fetch(u)))`],
  ['a batch by its name', ['keep: batching'], `for (const batch of split(us)) await Promise.all(batch.map((u) => fetch(u)))`],
  ['a part of a list', ['keep: batching'], `const f = (us: string[], i: number) => Promise.all(us.slice(i, i + 10).map((u) => fetch(u)))`],
  ['a part that is cut off', ['keep: batching'], `const f = (us: string[]) => Promise.all(us.splice(0, 10).map((u) => fetch(u)))`],
  ['what is walked part by part', ['keep: batching'], `for (const group of groups) await Promise.all(group.map((u) => fetch(u)))`],
  [
    'p-limit',
    ['keep: limited'],
    `import pLimit from 'p-limit'\nconst limit = pLimit(4)\nconst f = (us: string[]) => Promise.all(us.map((u) => limit(() => fetch(u))))`,
  ],
  ['a queue', ['keep: limited'], `const f = (us: string[], queue) => Promise.all(us.map((u) => queue.add(() => fetch(u))))`],
  [
    'a semaphore',
    ['keep: limited'],
    `const f = (us: string[]) => Promise.all(us.map(async (u) => { await semaphore.acquire(); try { return await fetch(u) } finally { semaphore.release() } }))`,
  ],
  ['calls of which nothing is known', ['unknown: no-known-io'], `const f = (us: string[]) => Promise.all(us.map((u) => load(u)))`],
  ['calls that only compute', ['unknown: no-known-io'], `const f = (us: string[]) => Promise.all(us.map(async (u) => u.length))`],
  [
    'calls that are over when the next one starts',
    ['unknown: no-known-io'],
    `import fs from 'node:fs'\nimport path from 'node:path'
    const f = (ps: string[]) => Promise.all(ps.map(async (p) => load(fs.readFileSync(path.resolve(p)))))`,
  ],
  ['a `Promise` of its own', [], `const f = (Promise, us: string[]) => Promise.all(us.map((u) => fetch(u)))`],
  ['the first one to be there', [], `const f = (us: string[]) => Promise.race(us.map((u) => fetch(u)))`],
  [
    'an author who says why',
    ['keep: author-says'],
    `// sequential: never more than three of them\nexport const f = (us: string[]) => Promise.all(us.map((u) => fetch(u)))`,
  ],
]

describe('reported as unbounded', () => {
  for (const [title, expected, source, options] of [...REPORTED, ...FEW_BY_SIGN]) {
    test(title, () => expect(outcomesOf('no-unbounded-concurrency', source, options)).toEqual(expected))
  }
})

describe('by the length of the list', () => {
  for (const [title, expected, source, options] of LENGTHS) {
    test(title, () => expect(outcomesOf('no-unbounded-concurrency', source, options)).toEqual(expected))
  }
})

describe('by where the list comes from', () => {
  for (const [title, expected, source, options] of ORIGINS) {
    test(title, () => expect(outcomesOf('no-unbounded-concurrency', source, options)).toEqual(expected))
  }
})

const PARSE = `${READ}async function parse(path: string, text?: string) { let content = text; if (!content) content = await readFile(path, 'utf8'); return JSON.parse(content) }\n`
const INSTEAD: readonly Case[] = [
  ['what is only read where it is not given', ['unknown: no-known-io'], `${PARSE}export const f = (files: File[]) => Promise.all(files.map((one) => parse(one.path, one.text)))`],
  ['what is read, as it is not given', ['repair likely'], `${PARSE}export const f = (files: File[]) => Promise.all(files.map((one) => parse(one.path)))`],
  ['what is handed on', ['unknown: no-known-io'], `${PARSE}const load = async (path: string, text?: string) => parse(path, text)\nexport const f = (files: File[]) => Promise.all(files.map((one) => load(one.path, one.text)))`],
  ['what is handed on, but not given', ['repair likely'], `${PARSE}const load = async (path: string, text?: string) => parse(path, text)\nexport const f = (files: File[]) => Promise.all(files.map((one) => load(one.path)))`],
  ['what a callee of it reads', ['unknown: no-known-io'], `${READ}const read = async (path: string) => readFile(path, 'utf8')\nasync function load(path: string, text?: string) { return text ?? (await read(path)) }\nexport const f = (files: File[]) => Promise.all(files.map((one) => load(one.path, one.text)))`],
  ['what a callee of it reads in any case', ['repair likely'], `${READ}const read = async (path: string) => readFile(path, 'utf8')\nasync function load(path: string, text?: string) { return text ? (await read(text)) : (await read(path)) }\nexport const f = (files: File[]) => Promise.all(files.map((one) => load(one.path, one.text)))`],
  ['what one of the calls gives', ['repair likely'], `${PARSE}export const f = (files: File[]) => Promise.all(files.map(async (one) => [await parse(one.path, one.text), await parse(one.other)]))`],
]

describe('by what is given instead of I/O', () => {
  for (const [title, expected, source, options] of INSTEAD) {
    test(title, () => expect(outcomesOf('no-unbounded-concurrency', source, options)).toEqual(expected))
  }
})

describe('by what limits the calls', () => {
  for (const [title, expected, source, options] of LIMITS) {
    test(title, () => expect(outcomesOf('no-unbounded-concurrency', source, options)).toEqual(expected))
  }
})

describe('not reported as unbounded', () => {
  for (const [title, expected, source, options] of SILENT) {
    test(title, () => expect(outcomesOf('no-unbounded-concurrency', source, options)).toEqual(expected))
  }
})
