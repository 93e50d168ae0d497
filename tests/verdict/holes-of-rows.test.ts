import { expect, test } from 'vitest'
import { outcomes } from '../judge-source.ts'

/** What a row of a library said that was not so, and a near miss of which it is. */
interface Hole {
  readonly name: string
  readonly source: string
  readonly outcome: string
  readonly near: string
  readonly nearOutcome: string
}

const PG = "import { Pool } from 'pg'; const pool = new Pool()\n"
const MYSQL = "import mysql from 'mysql2/promise'; const pool = mysql.createPool({})\n"
const PRISMA = "import { Prisma, PrismaClient } from '@prisma/client'; const prisma = new PrismaClient()\n"
/** Of a list, each of whose turns may use `out`. */
const walk = (turn: string): string =>
  `export async function all(xs: string[], y: any) { const out: any[] = []; for (const x of xs) { ${turn} } return out }`
const asked = (statement: string): string => `${PG}${walk(`out.push(await pool.query(${statement}, [x]))`)}`
const told = (statement: string): string => `${PG}${walk(`await pool.query(${statement}, [x])`)}`

const STATEMENTS: readonly Hole[] = [
  {
    name: 'a function of the database that is called for what it does',
    source: told("'SELECT account_state($1)'"),
    outcome: 'concurrent possible',
    near: told("'SELECT lower($1)'"),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a function of the database may do anything',
    source: asked("'SELECT account_state(id) FROM accounts WHERE id = $1'"),
    outcome: 'collect likely',
    near: asked(
      "'SELECT count(*), max(lower(u.name)) AS m FROM users u WHERE (u.id = $1 OR u.id IN (SELECT 1)) AND EXISTS (SELECT 2)'",
    ),
    nearOutcome: 'collect certain',
  },
  {
    name: 'one in a schema',
    source: asked("'SELECT app.count($1)'"),
    outcome: 'collect likely',
    near: asked("'SELECT app.count FROM app WHERE id = $1'"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'one with a name in quotes, behind a comment, with letters of all languages',
    source: asked(String.raw`'SELECT "state" ($1)'`),
    outcome: 'collect likely',
    near: asked(String.raw`'SELECT "state" FROM a WHERE (id = $1)'`),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function behind a name that is given to columns',
    source: asked("'SELECT * FROM t AS a, state(a.id)'"),
    outcome: 'collect likely',
    near: asked("'SELECT * FROM unnest($1) AS t(id)'"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a piece of a statement that is not seen',
    source: asked('`SELECT * FROM a WHERE id = $1 ${y}`'),
    outcome: 'collect likely',
    near: `const COLUMNS = 'id, name'; const TAIL = \`LIMIT \${10}\`; ${asked('`SELECT ${COLUMNS} FROM a WHERE id = $1 ${TAIL}`')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a piece that is a function',
    source: told('`SELECT ${y}($1)`'),
    outcome: 'concurrent possible',
    near: told('`SELECT name FROM a WHERE id = $1 OFFSET ${xs.length}`'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a second statement',
    source: told("'SELECT 1; DELETE FROM a WHERE id = $1'"),
    outcome: 'concurrent possible',
    near: told("'SELECT string_agg(name, \\'; \\') FROM a WHERE id = $1;'"),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a variable of the session',
    source: `${MYSQL}${walk("out.push(await pool.query('SELECT @n := @n + ?', [x]))")}`,
    outcome: 'collect likely',
    near: `${MYSQL}${walk("out.push(await pool.query('SELECT n + ? FROM a', [x]))")}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a piece of a statement in a tagged template',
    source: `${PRISMA}${walk('out.push(await prisma.$queryRaw`SELECT * FROM a WHERE id = ${x} ${y}`)')}`,
    outcome: 'collect likely',
    near: `${PRISMA}${walk('out.push(await prisma.$queryRaw`SELECT * FROM a WHERE owner = ${y.id} AND id = ${x} AND name IN (${Prisma.join(y)})`)')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'one that the library makes',
    source: `${PRISMA}${walk('out.push(await prisma.$queryRaw`SELECT * FROM a WHERE id = ${Prisma.raw(x)}`)')}`,
    outcome: 'collect likely',
    near: `${PRISMA}${walk('out.push(await prisma.$queryRaw`SELECT * FROM a WHERE id = ${x}`)')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a callee that asks a function, whose value nobody uses',
    source: `${PG}const state = (id: string) => pool.query('SELECT account_state($1)', [id]); ${walk('await state(x)')}`,
    outcome: 'concurrent possible',
    near: `${PG}const state = (id: string) => pool.query('SELECT account_state($1)', [id]); ${walk('out.push(await state(x))')}`,
    nearOutcome: 'collect likely',
  },
]

const ONCE = "import { once } from 'node:events'\n"
const LISTENING: readonly Hole[] = [
  {
    name: 'the next event of one emitter',
    source: `${ONCE}const bus = make(); ${walk('const [value] = await once(bus, x); out.push(value)')}`,
    outcome: 'serial: carried-collection',
    near: `${ONCE}import { createReadStream } from 'node:fs'
      ${walk('const file = createReadStream(x); await once(file, "open"); out.push(file)')}`,
    nearOutcome: 'fission certain',
  },
  {
    name: 'the next event of each emitter, of which two may be one',
    source: `${ONCE}export async function all(buses: EventEmitter[]) { for (const bus of buses) console.log(await once(bus, 'end')) }`,
    outcome: 'fission likely',
    near: `${ONCE}import { EventEmitter } from 'node:events'
      ${walk('const bus = new EventEmitter(); console.log(await once(bus, x))')}`,
    nearOutcome: 'fission certain',
  },
]

const MONGO = "import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db('a').collection('users')\n"
const renamed = (turn: string): string => `export async function all(renames: [string, string][]) { for (const [from, to] of renames) ${turn} }`
const MOVING: readonly Hole[] = [
  {
    name: 'rows that move to where another turn looks for its own',
    source: `${MONGO}${renamed('await users.updateMany({ role: from }, { $set: { role: to } })')}`,
    outcome: 'concurrent possible',
    near: `${MONGO}${renamed('await users.updateMany({ role: from }, { $set: { next: to } })')}`,
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'the same by options',
    source: `${PRISMA}${renamed('await prisma.user.updateMany({ where: { role: from }, data: { role: to } })')}`,
    outcome: 'concurrent possible',
    near: `${PRISMA}${renamed('await prisma.user.updateMany({ where: { role: from }, data: { next: to } })')}`,
    nearOutcome: 'concurrent likely',
  },
]

const OCTOKIT = "import { Octokit } from '@octokit/rest'; const octokit = new Octokit({})\n"
const pages = (of: string): string => `${OCTOKIT}${walk(`out.push(await octokit.paginate(${of}, { org: x }))`)}`
const PAGES: readonly Hole[] = [
  {
    name: 'pages of a route that changes something',
    source: pages("'POST /orgs/{org}/repos'"),
    outcome: 'collect likely',
    near: pages("'GET /orgs/{org}/repos'"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'pages of an endpoint that changes something',
    source: pages('octokit.rest.repos.createInOrg'),
    outcome: 'collect likely',
    near: pages('octokit.rest.repos.listForOrg'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'pages of what is not seen',
    source: pages('y.pages'),
    outcome: 'collect likely',
    near: pages('octokit.repos.listForOrg'),
    nearOutcome: 'collect certain',
  },
]

const built = (step: string): string => `import knex from 'knex'; const db = knex({}); let n = 0
  ${walk(`out.push(await db('users').where('id', x).${step})`)}`
const STEPS: readonly Hole[] = [
  {
    name: 'a function that makes a change of a query',
    source: built('modify((query) => { query.del() })'),
    outcome: 'collect possible',
    near: built("modify((query) => { query.where('open', true) })"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function that is given to a step of a query, and counts',
    source: built("where((query) => query.where('n', n++))"),
    outcome: 'serial: carried-value',
    near: built("where((query) => query.where('n', n).orWhere('m', x))"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function that has the query as this',
    source: built("where(function () { this.where('n', n++) })"),
    outcome: 'serial: carried-value',
    near: built("where(function () { this.where('n', n).orWhere('m', x) })"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function that is not seen',
    source: built('modify(y)'),
    outcome: 'collect likely',
    near: built("andWhere('n', y)"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function in a query of TypeORM',
    source: `import { DataSource } from 'typeorm'; const db = new DataSource({}); let n = 0
      ${walk("out.push(await db.getRepository(User).createQueryBuilder('u').where((query) => `n = ${n++} and id = ${x}`).getMany())")}`,
    outcome: 'serial: carried-value',
    near: `import { DataSource } from 'typeorm'; const db = new DataSource({}); let n = 0
      ${walk("out.push(await db.getRepository(User).createQueryBuilder('u').where((query) => `n = ${n} and id = ${x}`).getMany())")}`,
    nearOutcome: 'collect certain',
  },
]

const REQUESTS: readonly Hole[] = [
  {
    name: 'what is fetched may be a request that tells its method',
    source: 'export async function all(rs: any[]) { const out = []; for (const req of rs) out.push(await fetch(req)); return out }',
    outcome: 'collect likely',
    near: 'export async function all(rs: any[]) { const out = []; for (const url of rs) out.push(await fetch(url)); return out }',
    nearOutcome: 'collect certain',
  },
  {
    name: 'such a request whose answer nobody reads',
    source: 'export async function all(rs: any[]) { for (const r of rs) await fetch(r.request) }',
    outcome: 'concurrent possible',
    near: 'export async function all(rs: URL[]) { for (const r of rs) await fetch(r) }',
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a callee that is given what may be a request',
    source: `async function load(req: any) { await fetch(req) } ${walk('await load(y.pages[x])')}`,
    outcome: 'concurrent possible',
    near: `async function load(req: any) { await fetch(req) } const both = async (r: string) => { await load(r); await load('/' + r) }
      ${walk('await both(`/pages/${x}`)')}`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a callee that fetches two things',
    source: `const load = (req: any) => fetch(req); const both = async (r: string) => [await load(r), await load(made())]
      ${walk('out.push(await both(x))')}`,
    outcome: 'collect likely',
    near: `const load = (req: any) => fetch(req); const both = async (r: string) => [await load(r), await load('/made')]
      ${walk('out.push(await both(x))')}`,
    nearOutcome: 'collect certain',
  },
]

const AXIOS = "import axios from 'axios'; let token = ''; const api = axios.create({ baseURL: '/' })\n"
const GOT = "import got from 'got'; let n = 0\n"
const gathered = (turn: string): string => walk(`const r = await ${turn}; out.push(r.data)`)
const CLIENTS: readonly Hole[] = [
  {
    name: 'settings that all requests use',
    source: `${AXIOS}${walk("const r = await axios.get(x); axios.defaults.headers.common['cursor'] = r.headers['next']; out.push(r.data)")}`,
    outcome: 'serial: carried-collection',
    near: `${AXIOS}${walk("const r = await axios.get(x); api.defaults.headers.common['cursor'] = r.headers['next']; out.push(r.data)")}`,
    nearOutcome: 'fission certain',
  },
  {
    name: 'settings of one client',
    source: `${AXIOS}${walk("const r = await api(x); api.defaults.headers.common['cursor'] = r.headers['next']; out.push(r.data)")}`,
    outcome: 'serial: carried-collection',
    near: `${AXIOS}${walk("const r = await api(x); r.config.headers['cursor'] = r.headers['next']; out.push(r.data)")}`,
    nearOutcome: 'fission certain',
  },
  {
    name: 'a function through which all answers of a client go',
    source: `${AXIOS}api.interceptors.response.use((r) => { token = r.headers['next'] + token; return r }); ${gathered('api.get(x)')}`,
    outcome: 'serial: carried-value',
    near: `${AXIOS}api.interceptors.response.use((r) => r, (error) => Promise.reject(error)); ${gathered('api.get(x)')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function that adds what a turn has got',
    source: `${AXIOS}axios.interceptors.request.use((c) => { c.headers['t'] = token; return c })
      ${walk("const r = await axios.get(x); token = r.headers['next']; out.push(r.data)")}`,
    outcome: 'serial: carried-value',
    near: `${AXIOS}const first = token; axios.interceptors.request.use((c) => { c.headers['t'] = first; return c })
      ${walk('const r = await axios.get(x); out.push(r.data)')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function of a client in a field',
    source: `import axios from 'axios'; class Api { http = axios.create({}); n = 0
      constructor() { this.http.interceptors.request.use((c) => { c.n = this.n++; return c }) }
      async all(xs: string[]) { const out = []; for (const x of xs) out.push(await this.http.get(x)); return out } }`,
    outcome: 'serial: stateful-receiver',
    near: `import axios from 'axios'; class Api { http = axios.create({})
      constructor() { this.http.interceptors.request.use((c) => { c.n = 1; return c }) }
      async all(xs: string[]) { const out = []; for (const x of xs) out.push(await this.http.get(x)); return out } }`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function that is not seen',
    source: `${AXIOS}import { sign } from './sign'; api.interceptors.request.use(sign); ${gathered('api.get(x)')}`,
    outcome: 'collect likely',
    near: `${AXIOS}import { sign } from './sign'; axios.create().interceptors.request.use(sign); ${gathered('api.get(x)')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'functions that a client was made with',
    source: `${GOT}const api = got.extend({ hooks: { beforeRequest: [(o) => { o.headers.n = n }], afterResponse: [(r) => { n += 1; return r }] } })
      ${walk('out.push(await api.get(x).json())')}`,
    outcome: 'serial: carried-value',
    near: `${GOT}const api = got.extend({ prefixUrl: '/', hooks: { beforeRequest: [(o) => { o.headers.n = 1 }] } }).extend({ retry: { limit: 2 } })
      ${walk('out.push(await api.get(x).json())')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'one jar of cookies for all requests',
    source: `${GOT}const cookieJar = makeJar(); ${walk('out.push(await got.get(x, { cookieJar }).json())')}`,
    outcome: 'serial: carried-collection',
    near: `${GOT}const headers = { a: 'b' }; ${walk('out.push(await got.get(x, { headers }).json())')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a jar that a client was made with',
    source: `${GOT}const cookieJar = makeJar(); const api = got.extend({ cookieJar }); ${walk('out.push(await api.get(x).json())')}`,
    outcome: 'serial: carried-collection',
    near: `${GOT}const cookieJar = makeJar(); const api = got.extend({ headers: {} }); ${walk('out.push(await api.get(x).json())')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function before each request of ky',
    source: `import ky from 'ky'; let n = 0; const api = ky.create({ hooks: { beforeRequest: [(r) => { r.n = n++ }] } })
      ${walk('out.push(await api.get(x).json())')}`,
    outcome: 'serial: carried-value',
    near: `import ky from 'ky'; let n = 0; const api = ky.create({ hooks: { beforeRequest: [(r) => { r.n = 1 }] } })
      ${walk('out.push(await api.get(x).json())')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'an element that the settings may be',
    source: `${AXIOS}api.defaults.timeout = 1; export async function all(xs: any[]) { for (const x of xs) x.body = (await api.get(x.url)).data }`,
    outcome: 'concurrent likely',
    near: `${AXIOS}export async function all(xs: any[]) { for (const x of xs) x.body = (await api.get(x.url)).data }`,
    nearOutcome: 'collect certain',
  },
]

test.each([...CLIENTS, ...REQUESTS, ...STATEMENTS, ...LISTENING, ...MOVING, ...PAGES, ...STEPS])('$name', ({ source, outcome, near, nearOutcome }) => {
  expect({ source: outcomes(source), near: outcomes(near) }).toEqual({ source: [outcome], near: [nearOutcome] })
})
