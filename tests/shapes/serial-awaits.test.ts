import { describe, expect, test } from 'vitest'
import type { AnswerOptions } from '../report/answer-source.ts'
import { answersOf, outcomesOf } from '../report/answer-source.ts'

const RULE = 'no-serial-awaits'

type Case = readonly [title: string, expected: readonly string[], source: string, options?: AnswerOptions]

const FS = "import { access, copyFile, mkdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises'\n"
const inside = (body: string): string => `export async function run(id: string, api: any, db: any, request: any) {\n${body}\n}`

const CERTAIN: readonly Case[] = [
  ['two files that are read', ['concurrent certain'], `${FS}const a = await readFile('a')\nconst b = await readFile('b')\nexport const all = [a, b]`],
  ['two requests', ['concurrent certain'], inside("const a = await fetch('/a')\nconst b = await fetch('/b')\nreturn [a, b]")],
  [
    'two calls of a function whose body is read',
    ['concurrent certain'],
    "const load = async (url: string) => (await fetch(url)).text()\nexport const both = async () => [await load('/a'), await load('/b')]",
  ],
  [
    'files that are written at different places by one call',
    ['concurrent certain'],
    `${FS}await writeFile('out/a.txt', 'a')\nawait writeFile('out/b.txt', 'b')`,
  ],
  [
    'a name that only looks like a dependence',
    ['concurrent certain'],
    `${FS}const file = await readFile('a')\nconst sizes = await stat(((file: string) => file)('b'))\nexport const all = [file, sizes]`,
  ],
  [
    'two of three, where the second needs the first',
    ['concurrent certain'],
    `${FS}const a = await readFile('a', 'utf8')\nconst b = await readFile(a)\nconst c = await readFile('c')\nexport const all = [b, c]`,
  ],
  ['with a declaration between', ['concurrent certain'], `${FS}const a = await readFile('a')\nconst size = a.length\nconst b = await readFile('b')\nexport const all = [size, b]`],
  ['what a `return` goes on with', ['concurrent certain'], inside("const a = await fetch('/a')\nreturn use(a, (await fetch('/b')).status)").replace('api: any', 'use: any')],
  ['what a condition asks', ['concurrent certain'], inside("const a = await fetch('/a')\nif ((await fetch('/b')).ok) return a\nreturn null")],
  ['a property of what is awaited', ['concurrent certain'], inside("const { status } = (await fetch('/a')).headers\nconst b = (await fetch('/b')).status\nreturn [status, b]")],
  ['with a part between that nobody changes', ['concurrent certain'], `${FS}export const f = async (n: number) => ({ a: await readFile('a'), n, b: await readFile('b') })`],
  ['with what the later one needs read between', ['concurrent certain'], `${FS}export const f = async (o: { b: string }) => { const a = await readFile('a')\nconst { b } = o\nconst c = await readFile(b)\nreturn [a, c] }`],
  ['two chains', ['concurrent certain', 'concurrent certain'], inside("const a = await fetch('/a')\nconst x = await a.text()\nconst b = await fetch('/b')\nconst y = await b.text()\nreturn [x, y]")],
]

const LIKELY: readonly Case[] = [
  ['an await between that leaves none', ['concurrent likely'], `${FS}import { lookup } from 'some-library'\nconst keep = (key: string) => 'kept' + key\nexport async function run() { return \`\${await readFile('z')}-\${await keep('z')}-\${await lookup('z')}\` }`],
  ['reads by name, of one client', ['concurrent likely'], inside('const a = await api.getUsers(id)\nconst b = await api.getPosts(id)\nreturn [a, b]')],
  ['in an object', ['concurrent likely'], inside('return { user: await api.getUser(id), posts: await api.listPosts(id) }')],
  ['as arguments', ['concurrent likely'], inside('return render(await api.getUser(id), await api.getPosts(id))')],
  ['in a template', ['concurrent likely'], inside('return `${await api.getUser(id)} ${await api.getPosts(id)}`')],
  ['with a part between that others may change', ['concurrent likely'], `${FS}export const f = async (o: { n: number }) => ({ a: await readFile('a'), n: o.n, b: await readFile('b') })`],
  ['with a variable between that another function gives a value', ['concurrent likely'], `${FS}let n = 0\nexport const count = () => n++\nexport const f = async () => ({ a: await readFile('a'), n, b: await readFile('b') })`],
  ['with what others may change read between', ['concurrent likely'], `${FS}export class Page { version = 1\nasync f() { const a = await readFile('a')\nconst { version } = this\nconst b = await readFile('b')\nreturn [a, version, b] } }`],
  ['modules', ['concurrent likely'], inside("const { a } = await import('./a')\nconst { b } = await import('./b')\nreturn a(b)")],
]

const POSSIBLE: readonly Case[] = [
  ['of one client, whose names say nothing', ['concurrent possible'], inside('const a = await api.users()\nconst b = await api.posts()\nreturn [a, b]')],
  ['a module that is not named', ['concurrent possible'], inside('const a = await getA(id)\nconst b = await import(id)\nreturn [a, b]')],
  ['values that others see', ['concurrent possible'], 'class Page { a: any; b: any; async load(api: any) { this.a = await api.getA()\nthis.b = await api.getB() } }'],
]

/** Each of these would be broken by `Promise.all`. */
const WRONG: readonly Case[] = [
  // the file system
  ['a folder, then a file in it', ['keep: changes-seen'], `${FS}await mkdir('out')\nawait writeFile('out/a.txt', 'a')`],
  ['the same with a path that is joined', ['keep: changes-seen'], `${FS}import { join } from 'node:path'\nexport async function f(d: string) { await mkdir(d)\nawait writeFile(join(d, 'a.txt'), 'a') }`],
  ['a file that is written, then read', ['keep: changes-seen'], `${FS}await writeFile('a', 'x')\nconst x = await readFile('a')\nexport const all = [x]`],
  ['a file that is written, then another read', ['keep: changes-seen'], `${FS}await writeFile('a', 'x')\nconst x = await readFile('b')\nexport const all = [x]`],
  ['one file that is written twice', ['keep: changes-seen'], `${FS}await writeFile('a', 'x')\nawait writeFile('a', 'y')`],
  ['the same in two spellings', ['keep: changes-seen'], `${FS}await writeFile('a', 'x')\nawait writeFile('./a', 'y')`],
  ['places that may be one', ['keep: changes-seen'], `${FS}export async function f(p: string, q: string) { await writeFile(p, 'x')\nawait writeFile(q, 'y') }`],
  ['a copy, then the end of what was copied', ['keep: changes-seen'], `${FS}await copyFile('a', 'b')\nawait unlink('a')`],
  ['a new file in place of an old one', ['keep: changes-seen'], `${FS}await rename('a.tmp', 'a')\nawait unlink('a.bak')`],
  ['a folder that is emptied, then filled', ['keep: changes-seen'], `${FS}await rm('out', { recursive: true, force: true })\nawait mkdir('out/a', { recursive: true })`],
  ['a folder and one in it', ['keep: changes-seen'], `${FS}await mkdir('out')\nawait mkdir('out/a')`],
  ['a file that says that another is there', ['keep: changes-seen'], `${FS}await writeFile('out/a.txt', 'a')\nawait writeFile('out/index.json', 'b')`],
  ['a file that must be there', ['keep: guard'], `${FS}await access('a')\nconst b = await readFile('b')\nexport const all = [b]`],
  // databases
  ['a row that is saved, then read', ['keep: for-effect'], inside('await db.save(id)\nconst rows = await db.findAll()\nreturn rows')],
  ['two statements that change', ['keep: callee-named-like-write'], inside("const a = await db.query('INSERT INTO a VALUES (1)')\nconst b = await db.query('INSERT INTO b VALUES (1)')\nreturn [a, b]")],
  ['a row that is made, then others read', ['keep: callee-named-like-write'], inside('const made = await db.create(id)\nconst all = await db.findAll()\nreturn [made, all]')],
  ['rows as they are before a deed of an unknown kind', ['keep: callee-unknown'], inside('const before = await api.listOrders(id)\nconst done = await api.completeOrder(id)\nreturn [before, done]')],
  ['in a transaction', ['keep: transaction'], inside('return db.transaction(async () => { const a = await db.findA()\nconst b = await db.findB()\nreturn [a, b] })')],
  ['in a method that runs in a transaction', ['keep: transaction'], 'class Store { @InjectTransactionManager() async f(api: any) { const a = await api.getA()\nconst b = await api.getB()\nreturn [a, b] } }'],
  ['with a transaction', ['keep: transaction'], inside('const a = await db.findA({ transaction: id })\nconst b = await db.findB({ transaction: id })\nreturn [a, b]')],
  ['one client of a pool', ['keep: stateful-receiver'], "import type { PoolClient } from 'pg'\nexport async function f(client: PoolClient) { const a = await client.query('SELECT 1')\nconst b = await client.query('SELECT 2')\nreturn [a, b] }"],
  ['under a lock', ['keep: transaction'], inside('return mutex.runExclusive(async () => { const a = await api.getA()\nconst b = await api.getB()\nreturn [a, b] })')],
  ['a function of the database that is named like a change', ['keep: ordered-effect'], "import { Pool } from 'pg'\nconst pool = new Pool()\nexport async function f(id: string) { const a = await pool.query('SELECT create_user($1) AS id', [id])\nconst b = await pool.query('SELECT * FROM users')\nreturn [a, b] }"],
  // sessions, caches, navigation
  ['a login, then what needs it', ['keep: guard'], inside('await api.login(id)\nconst me = await api.getProfile()\nreturn me')],
  ['a session, then what needs it', ['keep: guard'], inside('const session = await getSession()\nconst me = await getProfile()\nreturn [session, me]')],
  ['a token that the client keeps', ['keep: guard'], inside('const token = await api.getToken()\nconst me = await api.getProfile()\nreturn [token, me]')],
  ['a cache that is emptied, then filled', ['keep: for-effect'], inside('await cache.clear()\nconst value = await loadValue(id)\nreturn value')],
  ['what is written, then shown anew', ['keep: for-effect'], inside('await api.save(id)\nawait api.revalidate()\nreturn id')],
  ['three steps', ['keep: for-effect'], inside('await save()\nawait refresh()\nawait open()')],
  ['a page that is left', ['keep: for-effect'], inside("await router.navigate('/a')\nconst title = await readTitle()\nreturn title")],
  ['a page of a browser', ['keep: stateful-receiver'], inside('const title = await page.getTitle()\nconst text = await page.readText()\nreturn [title, text]')],
  // guards and assertions
  ['an assertion', ['keep: guard'], inside('await assertAllowed(id)\nconst data = await loadData(id)\nreturn data')],
  ['a check whose value is used', ['keep: guard'], inside('const user = await requireUser(request.headers)\nconst data = await loadData(id)\nreturn [user, data]')],
  ['arguments that are parsed', ['keep: guard'], inside('const flags = await parseArguments()\nconst data = await loadData(id)\nreturn [flags, data]')],
  ['a check that leaves', [], inside('const user = await getUser(id)\nif (!user) return null\nconst data = await getData(id)\nreturn data')],
  ['a check by a sync call', [], inside('const user = await getUser(id)\nassertActive(user)\nconst data = await getData(id)\nreturn data')],
  // what follows from the earlier one
  ['its value', ['keep: needs-earlier'], inside('const user = await getUser(id)\nconst posts = await getPosts(user.id)\nreturn posts')],
  ['a part of its value', ['keep: needs-earlier'], inside("const { load } = await import('./load')\nconst data = await load(id)\nreturn data")],
  ['through a declaration', ['keep: needs-earlier'], inside('const user = await getUser(id)\nconst key = user.key\nconst posts = await getPosts(key)\nreturn posts')],
  ['its value, at the end', ['keep: needs-earlier'], inside('const user = await getUser(id)\nreturn { user, posts: await getPosts(user.id) }')],
  ['a property of it', ['keep: needs-earlier'], inside('const key = (await getUser(id)).key\nreturn { posts: await getPosts(key) }')],
  ['a call that comes before it in its statement', ['keep: stands-between'], inside('const user = await getUser(id)\nreturn [note(user), await getPosts(id)]')],
  ['a variable that a closure may change, read before it', ['keep: needs-earlier'], inside('let user = await getUser(id)\nconst load = async () => { user = null }\nreturn [user, await getPosts(load)]')],
  ['a port that is taken, then another', ['keep: callee-named-like-write'], inside('const one = await acquirePort(id)\nreturn { one, two: await getPort(id) }')],
  ['only one of two branches', [], inside('const user = await getUser(id)\nreturn user ?? (await getPosts(id))')],
  ['an await between that leaves a trace, which a failure of the last would spare', ['keep: changes-seen'], `${FS}import { lookup } from 'some-library'\nlet last = ''\nconst keep = (key: string) => { last = key; return 'kept' }\nexport async function run() { return \`\${await readFile('z')}-\${await keep('z')}-\${await lookup('z')}\` }`],
  ['through a function that holds it', ['keep: needs-earlier'], inside('let user: any\nconst name = () => user.name\nuser = await getUser(id)\nconst posts = await getPosts(name)\nreturn posts')],
  ['through a hoisted function', ['keep: needs-earlier'], inside('const user = await getUser(id)\nconst posts = await getPosts()\nreturn posts\nasync function getPosts() { return fetch(user.url) }')],
  ['a variable that both give a value', ['keep: needs-earlier'], inside('let data: any\ndata = await getData(id)\ndata = await getMore(data)\nreturn data')],
  // shared state
  ['a request that the first may fill', ['keep: changes-seen'], inside('const body = await readBody(request)\nconst posts = await getPosts(request.user)\nreturn [body, posts]')],
  ['a property that a method may set', ['keep: changes-seen'], 'export class Store { id = 0\nasync f() { const a = await this.fetchUser()\nconst b = await getPosts(this.id)\nreturn [a, b] } }'],
  ['a property that a method sets', ['keep: changes-seen'], "class Store { id = ''\nprivate async loadUser() { const r = await fetch('/u')\nthis.id = r.url\nreturn r }\nasync f() { const a = await this.loadUser()\nconst b = await fetch(this.id)\nreturn [a, b] } }"],
  ['a variable that a function sets', ['keep: changes-seen'], "let base = ''\nasync function loadBase() { const r = await fetch('/b')\nbase = r.url\nreturn r }\nasync function loadItems() { return fetch(base) }\nexport async function f() { const a = await loadBase()\nconst b = await loadItems()\nreturn [a, b] }"],
  ['a getter that reads what the first sets', ['keep: changes-seen'], "class Box { n = ''\nget url() { return this.n }\nprivate async loadName() { const r = await fetch('/n')\nthis.n = r.url\nreturn r }\nasync f() { const a = await this.loadName()\nconst b = await fetch(this.url)\nreturn [a, b] } }"],
  ['an object that both calls hold', ['keep: changes-seen'], "const load = async (into: any) => { const r = await fetch('/a')\ninto.a = r\nreturn r }\nexport async function f() { const into = {}\nconst a = await load(into)\nconst b = await fetch(into.a)\nreturn [a, b] }"],
  ['a collection that both fill', ['keep: shared-argument'], inside('const seen: string[] = []\nconst a = await collectA(seen)\nconst b = await collectB(seen)\nreturn [a, b, seen]')],
  ['a stream', ['keep: stateful-receiver'], inside('const head = await stream.read(4)\nconst body = await stream.read(8)\nreturn [head, body]')],
  ['one body that is read twice', ['keep: changes-seen'], 'export async function f(response: Response) { const text = await response.text()\nconst more = await response.blob()\nreturn [text, more] }'],
  ['one call, made twice', ['keep: repeats'], inside('const before = await countRows()\nconst after = await countRows()\nreturn after - before')],
  // the process and the outside
  ['the working directory', [], inside("const a = await api.getA()\nprocess.chdir('b')\nconst b = await api.getB()\nreturn [a, b]")],
  ['the environment', [], inside("const a = await api.getA()\nprocess.env.MODE = 'b'\nconst b = await api.getB()\nreturn [a, b]")],
  ['the environment, in a function', ['keep: changes-seen'], "const loadMode = async () => { const r = await fetch('/m')\nprocess.env.MODE = r.url\nreturn r }\nexport const f = async () => { const a = await loadMode()\nconst b = await fetch('/b')\nreturn [a, b] }"],
  ['an event', [], inside("const a = await api.getA()\nemitter.emit('ready', a)\nconst b = await api.getB()\nreturn [a, b]")],
  ['an event that is waited for', ['keep: pacing'], inside('const event = await waitForEvent(emitter)\nconst b = await api.getB()\nreturn [event, b]')],
  ['a pause', ['keep: pacing'], inside('const done = await delay(100)\nconst b = await api.getB()\nreturn [done, b]')],
  ['a question', ['keep: interactive'], inside('const name = await promptName()\nconst b = await api.getB()\nreturn [name, b]')],
  ['a question in a function', ['keep: interactive'], inside("const settings = await getSettings()\nconst b = await api.getB()\nreturn [settings, b]\nasync function getSettings() { return { yes: await ui.confirm('?') } }")],
  ['requests that change', ['keep: ordered-effect'], inside("const a = await fetch('/a', { method: 'POST' })\nconst b = await fetch('/b', { method: 'POST' })\nreturn [a, b]")],
  ['a request that changes, by its text', ['keep: callee-named-like-write'], inside("const a = await api.fetchJson('POST', '/a')\nconst b = await api.fetchJson('GET', '/b')\nreturn [a, b]")],
  ['a program that installs', ['keep: ordered-effect'], inside('const log = await installPackages()\nconst list = await readPackages()\nreturn [log, list]')],
  ['what prints', ['keep: ordered-effect'], "const load = async (u: string) => { console.log(u)\nreturn fetch(u) }\nexport const f = async () => [await load('/a'), await load('/b')]"],
  ['what is written in a function that is given', ['keep: ordered-effect'], `${FS}const timed = async (f: any) => f()\nexport const f = async () => [await timed(() => writeFile('a', 'x')), await timed(() => writeFile('b', 'y'))]`],
  ['what fills a memory that the other one looks in', ['keep: changes-seen'], "let known: any = null\nasync function loadKnown() { if (!known) known = await fetch('/k')\nreturn known }\nasync function getName() { return (await loadKnown()).name }\nexport async function f() { const a = await loadKnown()\nconst b = await getName()\nreturn [a, b] }"],
  ['what is found or made', ['keep: callee-named-like-write'], inside('const a = await db.findOrCreate(id)\nconst b = await db.findB()\nreturn [a, b]')],
  ['a property that is given, then a part of it', ['keep: needs-earlier'], inside('request.user = await getUser(id)\nrequest.user.posts = await getPosts(id)\nreturn request')],
  ['the environment that is loaded', ['keep: guard'], inside('const env = await loadEnvironment()\nconst data = await loadData(id)\nreturn [env, data]')],
  ['a way out of the process', ['keep: guard'], "const load = async (u: string) => { const r = await fetch(u)\nif (!r.ok) process.exit(1)\nreturn r }\nexport const f = async () => [await load('/a'), await load('/b')]"],
  ['what says why', ['keep: author-says'], inside('const a = await api.getA()\n// must come after A, which warms the cache\nconst b = await api.getB()\nreturn [a, b]')],
  ['what is silenced', ['keep: author-says'], inside('// sequential: the server locks\nconst a = await api.getA()\nconst b = await api.getB()\nreturn [a, b]')],
  ['a test', ['keep: test-code'], inside('const a = await api.getA()\nconst b = await api.getB()\nreturn [a, b]'), { filename: 'src/a.test.ts' }],
  ['a migration', ['keep: ordered-effect'], inside('const a = await api.getA()\nconst b = await api.getB()\nreturn [a, b]'), { filename: 'src/migrations/a.ts' }],
]

const NEAR: readonly Case[] = [
  ['what is read in a function that is given', ['concurrent certain'], `${FS}const timed = async (path: string) => readFile(path)\nexport const f = async () => [await timed('a'), await timed('b')]`],
  ['what fills a memory that the other one does not look in', ['concurrent likely'], "let known: any = null\nasync function loadKnown() { if (!known) known = await fetch('/k')\nreturn known }\nexport async function f() { const a = await loadKnown()\nconst b = await fetch('/b')\nreturn [a, b] }"],
  ['a method with another decorator', ['concurrent likely'], 'class Store { @Logged() async f(api: any) { const a = await api.getA()\nconst b = await api.getB()\nreturn [a, b] } }'],
  ['a check after both', ['concurrent likely'], inside('const user = await getUser(id)\nconst data = await getData(id)\nif (!user) return null\nreturn data')],
  ['a method that is called on the same object', ['concurrent likely'], inside('const a = await request.api.getA(id)\nconst b = await request.api.getB(id)\nreturn [a, b]')],
  ['a property of an object that was not handed over', ['concurrent likely'], inside('const a = await getA(request.id)\nconst b = await getB(request.id)\nreturn [a, b]')],
  ['a function that holds something else', ['concurrent likely'], inside('let user: any\nconst name = () => id\nuser = await getUser(id)\nconst posts = await getPosts(name)\nreturn [user, posts]')],
  ['folders beside each other', ['concurrent certain'], `${FS}await mkdir('out/a')\nawait mkdir('out/b')`],
  ['queries of a pool', ['concurrent certain'], "import { Pool } from 'pg'\nconst pool = new Pool()\nexport async function f() { const a = await pool.query('SELECT 1')\nconst b = await pool.query('SELECT 2')\nreturn [a, b] }"],
  ['a function of the database', ['concurrent likely'], "import { Pool } from 'pg'\nconst pool = new Pool()\nexport async function f(id: string) { const a = await pool.query('SELECT account_state($1) AS id', [id])\nconst b = await pool.query('SELECT * FROM users')\nreturn [a, b] }"],
  ['a comment that only tells', ['concurrent likely'], inside('const a = await api.getA()\n// the newest ones\nconst b = await api.getB()\nreturn [a, b]')],
  ['two different bodies', ['concurrent certain'], 'export async function f(one: Response, other: Response) { const a = await one.text()\nconst b = await other.text()\nreturn [a, b] }'],
]

describe.each([
  ['certainly', CERTAIN],
  ['likely', LIKELY],
  ['possibly', POSSIBLE],
  ['as near as can be to what would be wrong', NEAR],
])('may start together: %s', (_, cases) => {
  for (const [title, expected, source, options] of cases) {
    test(title, () => {
      expect(outcomesOf(RULE, source, options).filter((outcome) => outcome.startsWith('concurrent'))).toEqual(expected)
    })
  }
})

describe('must follow one another', () => {
  for (const [title, expected, source, options] of WRONG) {
    test(title, () => {
      expect(outcomesOf(RULE, source, options).slice(0, 1)).toEqual(expected)
      expect(answersOf(RULE, source, options).filter(({ finding }) => finding.confidence !== null)).toEqual([])
    })
  }
})

test('the option `threshold` asks for more of them', () => {
  const two = inside('const a = await api.getA()\nconst b = await api.getB()\nreturn [a, b]')
  const three = inside('const a = await api.getA()\nconst b = await api.getB()\nconst c = await api.getC()\nreturn [a, b, c]')
  expect(outcomesOf(RULE, two, { threshold: 3 })).toEqual(['keep: few-awaits'])
  expect(outcomesOf(RULE, three, { threshold: 3 })).toEqual(['concurrent likely'])
})

test('what is certain is in `recommended`, the rest in `strict`', () => {
  const presets = [CERTAIN[0]!, LIKELY[0]!].map(([, , source]) => answersOf(RULE, source)[0]!.finding.preset)
  expect(presets).toEqual(['recommended', 'strict'])
})
