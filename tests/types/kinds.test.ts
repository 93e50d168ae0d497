import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valueKindOf } from '../../src/facts/values/value-of.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { projectTypesFor } from '../../src/parse/types/project-types.ts'
import { walk } from '../../src/parse/walk.ts'
import { installed, makeProject, PG } from './scratch-project.ts'

/** What the cases import: nothing in them is written in the file that asks. */
const VALUES = `
import type { FileHandle } from 'node:fs/promises'
import type * as pg from 'pg'
export declare function names(): string[]
export declare function unique(): Set<string>
export declare function sizes(): ReadonlyMap<string, number>
export declare function lines(): AsyncGenerator<string>
export declare function load(): Promise<string[]>
export declare function pair(): [string, number]
export declare function first(): [string, ...number[]]
export declare function maybe(): string[] | undefined
export declare function either(): string[] | Set<string>
export declare function lists(): string[] | number[]
export declare function anything(): any
export declare function nobody(): unknown
export declare function same<T>(value: T): T
export declare function byKey(): { [key: string]: string }
export declare function handle(): FileHandle
export declare function client(): pg.PoolClient
export declare function branded(): string & { readonly brand: 'path' }
export declare const run: () => void
export enum Level { low, high }
export type Paths = readonly string[]
export interface Config { paths: Paths; level: Level; parent?: Config }
export class Pool { query(text: string) { return text } }
export type Json = string | Json[]
export declare function json(): Json[]
`

const LIBRARIES = {
  ...PG,
  ...installed('lazy', 'export interface Query<T> extends Promise<T> { where(text: string): Query<T> }\nexport declare function find(): Query<string[]>'),
  ...installed('@prisma/client', `export class PrismaClient { user: { find(): Promise<string> } }
export namespace Prisma { export type TransactionClient = Omit<PrismaClient, 'begin'> }
export declare function transaction(): Prisma.TransactionClient`),
  ...installed('better-sqlite3', 'declare namespace BetterSqlite3 { interface Database { exec(text: string): void } }\ndeclare const BetterSqlite3: { open(): BetterSqlite3.Database }\nexport = BetterSqlite3'),
  ...installed('drizzle-orm', "export * from './node-postgres/driver'"),
  'node_modules/drizzle-orm/node-postgres/driver.d.ts': 'export declare class NodePgDatabase {}\nexport declare function drizzle(): NodePgDatabase',
  ...installed('.prisma/client', 'export declare class PrismaClient { $connect(): void }\nexport declare function made(): PrismaClient'),
  ...installed('jszip', 'interface JSZip { file(name: string): unknown }\ndeclare const JSZip: { new (): JSZip; open(): JSZip }\nexport = JSZip'),
  ...installed('p-queue', 'export default class PQueue { size: number }\nexport declare function make(): PQueue'),
  ...installed('@types/acme__db', 'export class Pool {}\nexport declare function open(): Pool'),
}

const CASES: readonly (readonly [title: string, code: string, kind: string | null])[] = [
  ['an array of another file', "import { names } from './values'; $(names())", 'string[]'],
  ['a set', "import { unique } from './values'; $(unique())", 'Set<string>'],
  ['a map that is only read', "import { sizes } from './values'; $(sizes())", 'Map<string, number>'],
  ['an async generator', "import { lines } from './values'; $(lines())", 'AsyncIterator<string>'],
  ['a promise', "import { load } from './values'; $(load())", 'Promise<string[]>'],
  ['what is awaited', "import { load } from './values'; const xs = await load(); $(xs)", 'string[]'],
  ['an element', "import { names } from './values'; for (const name of names()) $(name)", 'string'],
  ['a tuple', "import { pair } from './values'; $(pair())", '[string, number]'],
  ['a tuple with any number of elements', "import { first } from './values'; $(first())", 'Array'],
  ['a list that may be missing', "import { maybe } from './values'; $(maybe())", 'string[]'],
  ['one of two classes', "import { either } from './values'; $(either())", null],
  ['a list of this or of that', "import { lists } from './values'; $(lists())", 'Array'],
  ['any', "import { anything } from './values'; $(anything())", null],
  ['a part of any', "import { anything } from './values'; $(anything().list)", null],
  ['unknown', "import { nobody } from './values'; $(nobody())", null],
  ['unknown that is told apart', "import { nobody } from './values'; const x = nobody(); if (x instanceof Map) $(x)", 'Map'],
  ['a type parameter', 'function f<T>(x: T) { $(x) }', null],
  ['a type parameter with a bound', 'function f<T extends string[]>(x: T) { $(x) }', null],
  ['what a type parameter stands for', "import { names, same } from './values'; $(same(names()))", 'string[]'],
  ['a bare object', "import { byKey } from './values'; $(byKey())", null],
  ['a value of it', "import { byKey } from './values'; $(byKey().a)", 'string'],
  ['a name for a list', "import type { Paths } from './values'; function f(x: Paths) { $(x) }", 'string[]'],
  ['a property of an interface', "import type { Config } from './values'; function f(c: Config) { $(c.parent?.paths) }", 'string[]'],
  ['an interface of the repository', "import { make } from './make'; $(make())", null],
  ['an enum', "import type { Config } from './values'; function f(c: Config) { $(c.level) }", 'number'],
  ['a text with a brand', "import { branded } from './values'; $(branded())", 'string'],
  ['a function', "import { run } from './values'; $(run)", 'Function'],
  ['a type that contains itself', "import { json } from './values'; $(json())", 'Array'],
  ['an object of Node', "import { handle } from './values'; $(handle())", 'fs:FileHandle'],
  ['a buffer', "import { buffer } from './make'; $(buffer())", 'Buffer'],
  ['a client of a library', "import { client } from './values'; $(client())", 'pg:PoolClient'],
  ['a class of the repository named as one of a library', "import { pool } from './make'; $(pool())", './src/values:Pool'],
  ['a class of another library named so', "import { open } from '@acme/db'; $(open())", '@acme/db:Pool'],
  ['a promise of a library, which may start when it is awaited', "import { find } from 'lazy'; $(find())", null],
  ['what it gives', "import { find } from 'lazy'; $(await find())", 'string[]'],
  ['a type that a library has made of another', "import { transaction } from '@prisma/client'; $(transaction())", '@prisma/client:Prisma.TransactionClient'],
  ['a class in a namespace', "import db from 'better-sqlite3'; $(db.open())", 'better-sqlite3:default'],
  ['a class that is known by a path of its package', "import { drizzle } from 'drizzle-orm'; $(drizzle())", 'drizzle-orm:Database'],
  ['a class of generated code', "import { made } from '.prisma/client'; $(made())", '@prisma/client:PrismaClient'],
  ['a class that is the default export', "import { make } from 'p-queue'; $(make())", 'p-queue:default'],
  ['a class that is the module itself', "import JSZip from 'jszip'; $(JSZip.open())", 'jszip:default'],
  ['what comes from a package without types', "import { list } from 'no-types'; $(list())", null],
  ['a list in JSX', "import { names } from './values'; const x = <p>{$(names())}</p>", 'string[]'],
  ['a shorthand property', "import { names } from './values'; const xs = names(); f({ xs: $(xs) })", 'string[]'],
]

const MAKE = `import type { Config } from './values'
import { Pool } from './values'
export const make = (): Config => JSON.parse('')
export const buffer = () => Buffer.from('a')
export const pool = () => new Pool()
`

const head = 'declare function $(value: unknown): void; declare const f: any;\n'
const nameOf = (index: number) => `src/case-${index}.tsx`
let project: ReturnType<typeof makeProject>

beforeAll(() => {
  const cases = CASES.map(([, code], index) => [nameOf(index), `${head}${code}\nexport {}\n`] as const)
  project = makeProject({ ...LIBRARIES, 'src/values.ts': VALUES, 'src/make.ts': MAKE, ...Object.fromEntries(cases) })
})

afterAll(() => project.remove())

test.each(CASES.map((each, index) => [...each, index] as const))('%s: %s is %s', (_, code, kind, index) => {
  const filename = join(project.root, nameOf(index))
  const text = `${head}${code}\nexport {}\n`
  const parsed = parseText(text, filename)
  expect(asked(parsed)).not.toBe('string[]')
  const types = projectTypesFor(text, filename, { tsconfig: join(project.root, 'tsconfig.json') })
  expect(types).not.toBeNull()
  expect(asked({ ...parsed, types: types! })).toBe(kind)
})

/** Kind of the argument of `$`, with paths from the project on. */
function asked(parsed: Parsed): string | null {
  let found: Node | undefined
  walk(parsed.ast, parsed, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === '$') found = node.arguments[0]
  })
  return valueKindOf(found!, parsed)?.replace(`${project.root}/`, './') ?? null
}
