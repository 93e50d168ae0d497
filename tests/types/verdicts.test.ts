import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAwaitLoops } from '../../src/model/find-await-loops.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseSource } from '../../src/parse/files/parse-source.ts'
import type { ProjectChoice } from '../../src/parse/types/find-config.ts'
import { judgeAwaitLoop } from '../../src/verdict/judge-await-loop.ts'
import { installed, makeProject, PG } from './scratch-project.ts'

const LIBRARIES = {
  ...PG,
  ...installed('typeorm', `export declare class Repository<T> { find(id: string): Promise<T[]>; save(one: T): Promise<T> }
export declare class QueryRunner { query(text: string): Promise<unknown[]> }
export declare class DataSource { createQueryRunner(): QueryRunner }`),
  ...installed('@prisma/client', 'export declare class PrismaClient { $queryRaw(text: string): Promise<string>; $begin(): void }'),
}

const OTHERS = {
  'src/db.ts': `import { Pool, type PoolClient } from 'pg'
import { DataSource, Repository } from 'typeorm'
import { PrismaClient } from '@prisma/client'
const pool = new Pool()
export const connect = async () => ({ client: await pool.connect() })
export const source = new DataSource()
export class Users extends Repository<string> { find(id: string) { return Promise.resolve([id]) } }
export const users = () => new Users()
export const own = () => new Client()
export const any = (): any => null
class Client { async query(text: string) { return text } }
export const narrow = (): Omit<PrismaClient, '$begin'> => new PrismaClient()
export type { PoolClient }`,
  'src/disk.ts': "export { readFile as load } from 'node:fs/promises'\nexport * as disk from 'node:fs/promises'",
  'src/store.ts': `import { readFile } from 'node:fs/promises'
import { input } from '@inquirer/prompts'
import { send, track } from 'unknown'
export class Store {
  n = 0
  async load(name: string) { return await readFile(name, 'utf8') }
  async count(name: string) { this.n += 1; return name + this.n }
  get later() { return async (name: string) => name }
}
export const store = () => new Store()
export class Remote {
  async sent(name: string) { track(name); return await send(name) }
  async typed(name: string) { track(name); return await input({ message: name }) }
  async marked(name: string) { const all = send(name); all.names.push(name); return await all }
}
export const remote = () => new Remote()
export const tools = () => ({ load: async (name: string) => readFile(name, 'utf8'), sized: async (name: string) => { console.log(name); return name } })`,
}

/** A loop over `names` that collects what `call` gives. */
const loop = (imports: string, before: string, call: string) => `${imports}
export async function main(names: string[]) {
  ${before}
  const found = []
  for (const name of names) found.push(await ${call})
  return found
}
`

const CASES: readonly (readonly [title: string, code: string, without: string, withTypes: string])[] = [
  [
    'a connection that another file has made',
    loop("import { connect } from './db.js'", 'const { client } = await connect()', 'client.query(name)'),
    'collect likely', 'serial stateful-receiver',
  ],
  [
    'a class of the repository with such a method',
    loop("import { own } from './db.js'", 'const client = own()', 'client.query(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'any, on which there may be such a method',
    loop("import { any } from './db.js'", 'const client = any()', 'client.query(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'one of several connections',
    loop("import type { Client, PoolClient } from 'pg'", 'const client = ({} as { one: Client | PoolClient }).one', 'client.query(name)'),
    'collect likely', 'serial stateful-receiver',
  ],
  [
    'a query runner of a source in another file',
    loop("import { source } from './db.js'", 'const { find } = { find: source.createQueryRunner() }', 'find.query(name)'),
    'collect likely', 'serial transaction',
  ],
  [
    'a method that a class of the repository has from one of a library',
    loop("import { users } from './db.js'", 'const all = users()', 'all.save(name)'),
    'collect possible', 'collect likely',
  ],
  [
    'one that it has replaced',
    loop("import { users } from './db.js'", 'const all = users()', 'all.find(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'a client of which another type was made',
    loop("import { narrow } from './db.js'", 'const client = narrow()', 'client.$queryRaw(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'a function of Node that another file passes on',
    loop("import { load } from './disk.js'", '', "load(name, 'utf8')"),
    'collect likely', 'collect certain',
  ],
  [
    'a namespace of Node that another file passes on',
    loop("import { disk } from './disk.js'", '', "disk.readFile(name, 'utf8')"),
    'collect likely', 'collect certain',
  ],
  [
    'a method of an object that a call gave, which the text tells as well',
    loop("import { store } from './store.js'", 'const files = store()', 'files.count(name)'),
    'serial carried-collection', 'serial carried-collection',
  ],
  [
    'a method of an object that only its type tells of',
    loop("import { store } from './store.js'", "const files: ReturnType<typeof store> = JSON.parse('')", 'files.count(name)'),
    'collect likely', 'serial carried-collection',
  ],
  [
    'a method that calls what is not known, which says no less than the call itself',
    loop("import { remote } from './store.js'", 'const api = remote()', 'api.sent(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'one that changes what such a call gave',
    loop("import { remote } from './store.js'", 'const api = remote()', 'api.marked(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'one that asks a person, too',
    loop("import { remote } from './store.js'", "const api: ReturnType<typeof remote> = JSON.parse('')", 'api.typed(name)'),
    'collect likely', 'serial interactive',
  ],
  [
    'a function that a getter gives',
    loop("import { store } from './store.js'", 'const files = store()', 'files.later(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'a method that the file replaces',
    loop("import { store } from './store.js'", 'const files = store(); files.count = async (name: string) => name', 'files.count(name)'),
    'collect likely', 'collect likely',
  ],
  [
    'a function of an object that a call gave',
    loop("import { tools } from './store.js'", "const files: ReturnType<typeof tools> = JSON.parse('')", 'files.sized(name)'),
    'collect likely', 'serial ordered-effect',
  ],
]

let project: ReturnType<typeof makeProject>

beforeAll(() => {
  const cases = CASES.map(([, code], index) => [`src/case-${index}.ts`, code] as const)
  project = makeProject({ ...LIBRARIES, ...OTHERS, ...Object.fromEntries(cases) })
})

afterAll(() => project.remove())

test.each(CASES.map((each, index) => [...each, index] as const))('%s', (_, code, without, withTypes, index) => {
  const path = join(project.root, `src/case-${index}.ts`)
  expect(outcome(code, path, null)).toBe(without)
  expect(outcome(code, path, 'nearest')).toBe(withTypes)
})

function outcome(code: string, path: string, choice: ProjectChoice | null): string {
  const parsed = parseSource(code, path, { crossFile: true, project: choice })
  const { verdict, confidence, reasons } = judgeAwaitLoop(findAwaitLoops(parsed)[0]!, parsed, DEFAULT_OPTIONS)
  return `${verdict} ${confidence ?? reasons[0]!.code}`
}
