import { expect, test } from 'vitest'
import { valueKindOf } from '../../src/facts/values/value-of.ts'
import { marked } from './find-in-text.ts'

function kindOf(text: string): string | null {
  const { node, parsed } = marked(text)
  return valueKindOf(node, parsed)
}

test.each<[string, string, string | null]>([
  ['a text', "$('a')", 'string'],
  ['a template', '$(`a${b}`)', 'string'],
  ['a text plus something', "$(a + 'b')", 'string'],
  ['a sum of numbers', '$(1 + 2)', 'number'],
  ['a sum of unknowns', '$(a + b)', null],
  ['a comparison', '$(a < b)', 'boolean'],
  ['a negation', '$(!a)', 'boolean'],
  ['an array of texts', "$(['a', 'b'])", 'string[]'],
  ['an array of this and that', "$(['a', 1])", '[string, number]'],
  ['an array with an unknown', '$([a, b])', '[unknown, unknown]'],
  ['an array with a spread unknown', "$(['a', ...b])", 'Array'],
  ['a spread of texts', "const xs = ['a']; $([...xs, 'b'])", 'string[]'],
  ['an object', '$({ a })', 'Object'],
  ['a parameter in a test of its type', "(a) => { if (typeof a === 'string' && b) $(a) }", 'string'],
  ['one behind a test of its type', "(a) => typeof a === 'string' && $(a)", 'string'],
  ['one in the other branch', "(a) => typeof a === 'string' ? a : $(a)", null],
  ['one behind a test that leaves', "(a) => { if (typeof a !== 'number') return; $(a) }", 'number'],
  ['one behind a test that may leave', "(a) => { if (typeof a !== 'string' && b) return; $(a) }", null],
  ['one behind a test of either', "(a) => { if (typeof a !== 'string' || b) throw a; $(a) }", 'string'],
  ['one behind a test in a block', "(a) => { { if (typeof a !== 'string') return } $(a) }", null],
  ['one before the test', "(a) => { $(a); if (typeof a !== 'string') throw a }", null],
  ['one in a function that may be called before the test', "(a) => { f(); if (typeof a !== 'string') throw a; function f() { $(a) } }", null],
  ['one that is assigned again', "(a) => { if (typeof a === 'string') { a = b; $(a) } }", null],
  ['a regular expression', '$(/a/i)', 'FixedRegExp'],
  ['a regular expression that keeps its place', '$(/a/g)', 'RegExp'],
  ['a made regular expression', '$(new RegExp(`^${a}`))', 'FixedRegExp'],
  ['a regular expression made from anything', '$(new RegExp(a, flags))', 'RegExp'],
  ['an instance of a builtin class', '$(new Map())', 'Map'],
  ['written type arguments', '$(new Map<string, URL>())', 'Map<string, URL>'],
  ['a set of texts', "$(new Set(['a']))", 'Set<string>'],
  ['an instance of an imported class', "import { Pool } from 'pg'; $(new Pool())", 'pg:Pool'],
  ['an instance of a member of a default import', "import pg from 'pg'; $(new pg.Client())", 'pg:Client'],
  ['an instance of a module that is a class', "const Redis = require('ioredis'); $(new Redis())", 'ioredis:default'],
  ['an instance of a class of the file', 'class Api {} $(new Api())', '/repo/src/job:Api'],
  ['an instance of a class of another file', "import { Api } from '../api.js'; $(new Api())", '/repo/api:Api'],
  ['an instance of a shadowed class', 'const f = (Map) => $(new Map())', null],
  ['the result of a call', "import fs from 'fs/promises'; $(await fs.readdir(dir))", 'string[]'],
  ['the promise of a call', "import fs from 'fs/promises'; $(fs.readdir(dir))", 'Promise<string[]>'],
  ['what a chain of calls gives', "$('a,b'.split(',').map((x) => x.length))", 'number[]'],
  ['what a given function gives', 'function once<T>(key: string, make: () => T): T { return cache[key] ??= make() } $(once("a", () => new Set<string>()))', 'Set<string>'],
  ['what a given function gives in a list', 'function twice<T>(make: () => T): T[] { return [make(), make()] } $(twice(() => new Set<string>()))', 'Array'],
  ['what a given async function gives', 'async function retry<T>(work: () => Promise<T>): Promise<T> { return work() } $(await retry(async () => ["a"]))', 'string[]'],
  ['what a function gives back', 'function traced(client) { client.on("error", log); return client } $(traced(new Map()))', 'Map'],
  ['what a function gives back or not', 'function traced(client) { if (off) return null; return client } $(traced(new Map()))', null],
  ['what one of two functions gives', 'function pick<T>(a: () => T, b: () => T[]): T { return b()[0] ?? a() } $(pick(() => "a", () => list))', null],
  ['what is given itself', 'function same<T>(value: T): T { return seen(value) } $(same("a"))', 'string'],
  ['what is given for another type', 'function keyed<K, T>(key: K, make: () => T): T { return made(key, make) } $(keyed("a", () => list))', null],
  ['what an async callback gives', '$([1].map(async (x) => `${x}`))', 'Promise<string>[]'],
  ['what Promise.all gives', '$(await Promise.all([1].map(async (x) => `${x}`)))', 'string[]'],
  ['a part of what Promise.all gives', 'const [a, b] = await Promise.all([fetch(u), 1]); $(a)', 'Response'],
  ['what then gives', '$(await fetch(u).then((response) => response.text()))', 'string'],
  ['a function of the file', "function name() { return 'a' } $(name())", 'string'],
  ['an async function of the file', 'const load = async () => 1; $(load())', 'Promise<number>'],
  ['a function with a written type', 'function f(): string[] { return g() } $(f())', 'string[]'],
  ['a parameter that is called, not the function that it belongs to', "function f(load): string { return $(load('a')) }", null],
  ['a function in the parameter of another', "function f(load = () => 'a') { const g = () => 1; $(g()) }", 'number'],
  ['a function that gives this or that', "function f() { if (a) return 'a'; return 1 } $(f())", null],
  ['a function that gives nothing at one end', 'function f() { if (a) return; return 1 } $(f())', null],
  ['a function that calls itself', "function f(n) { return n ? f(n - 1) : 'a' } $(f(1))", null],
  ['an assertion', '$(a as string[])', 'string[]'],
  ['a const assertion', "$(['a'] as const)", 'string[]'],
  ['an unknown assertion', '$(new Map() as any)', 'Map'],
  ['one kind on both sides', "$(a ? 'a' : `b`)", 'string'],
  ['two kinds', "$(a ? 'a' : 1)", null],
  ['an array or an empty one', 'const xs: string[] | undefined = f(); $(xs ?? [])', 'string[]'],
  ['an index of an array', "const xs = ['a']; $(xs[0])", 'string'],
  ['an unknown key of an array', "const xs = ['a']; $(xs[k])", null],
  ['a length', "$('a'.length)", 'number'],
  ['an environment variable', '$(process.env.HOME)', 'string'],
  ['arguments of the program', "import { argv } from 'node:process'; $(argv)", 'string[]'],
  ['a regular expression with exec', "$(/a/.exec('b'))", 'string[]'],
])('%s', (_what, text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test.each<[string, string, string | null]>([
  ['a constant', "const a = 'x'; $(a)", 'string'],
  ['a let with values of one kind', "let a = 'x'; a = `y`; a += 1; $(a)", 'string'],
  ['a counter', 'let n = 0; n++; $(n)', 'number'],
  ['a let with values of two kinds', "let a = 'x'; a = 1; $(a)", null],
  ['a let with an unknown value', "let a = 'x'; a = f(); $(a)", null],
  ['a let written by destructuring', "let a = 'x'; ({ a } = f()); $(a)", null],
  ['a let written by a loop', "let a = 'x'; for (a of f()) $(a)", null],
  ['a written type', 'let a: string = f(); $(a)', 'string'],
  ['an optional parameter', 'function f(a?: string) { $(a) }', 'string'],
  ['a parameter without a type', 'function f(a) { $(a) }', null],
  ['a parameter with a default', "function f(a = 'x') { $(a) }", null],
  ['a rest parameter', 'function f(...names: string[]) { $(names) }', 'string[]'],
  ['a literal type', "function f(a: 'x' | 'y') { $(a) }", 'string'],
  ['a union with nothing', 'function f(a: Map<string, number> | null) { $(a) }', 'Map<string, number>'],
  ['a union of two', 'function f(a: string | number) { $(a) }', null],
  ['an entry of a record', 'function f(a: Record<string, Set<string>>, key: string) { $(a[key]) }', 'Set<string>'],
  ['a read-only array', 'function f(a: readonly string[]) { $(a) }', 'string[]'],
  ['ReadonlyArray', 'function f(a: ReadonlyArray<URL>) { $(a) }', 'URL[]'],
  ['a promise', 'async function f(a: Promise<Date>) { $(await a) }', 'Date'],
  ['a tuple', 'function f([a, b]: [string, number]) { $(b) }', 'number'],
  ['an imported type', "import type { PoolClient } from 'pg'; function f(a: PoolClient) { $(a) }", 'pg:PoolClient'],
  ['an imported default type', "import type Page from 'x'; function f(a: Page) { $(a) }", 'x:default'],
  ['a qualified type', "import { Knex } from 'knex'; function f(a: Knex.Transaction) { $(a) }", 'knex:Transaction'],
  ['an alias of a type', 'type Names = string[]; function f(a: Names) { $(a) }', 'string[]'],
  ['an alias of itself', 'type A = A; function f(a: A) { $(a) }', null],
  ['a type of the file named like a builtin', 'interface Map { a: 1 } function f(a: Map) { $(a) }', null],
  ['a type parameter', 'function f<Map>(a: Map) { $(a) }', null],
  ['a member of a written type', 'function f(o: { names: string[] }) { $(o.names) }', 'string[]'],
  ['a member of an interface', 'interface O { at: Date } function f({ at }: O) { $(at) }', 'Date'],
  [
    'an element with a written type',
    'interface O { at: Date } function f(os: O[]) { for (const o of os) $(o.at) }',
    'Date',
  ],
  ['a head over an array', "for (const a of ['x']) $(a)", 'string'],
  ['a head over keys', 'for (const k in o) $(k)', 'string'],
  ['a head over entries', 'for (const [k, v] of Object.entries(o)) $(k)', 'string'],
  ['the value of entries', 'for (const [k, v] of Object.entries(o)) $(v)', null],
  ['a head over a map', 'const m = new Map<string, URL>(); for (const [k, v] of m) $(v)', 'URL'],
  ['a head over a listing', "import { readdir } from 'fs/promises'; for (const f of await readdir(d)) $(f)", 'string'],
  [
    'a head over entries of a directory',
    "import fs from 'fs'; for (const { name } of fs.readdirSync(d, { withFileTypes: true })) $(name)",
    'string',
  ],
  ['a listing with unknown options', "import fs from 'fs'; for (const f of fs.readdirSync(d, options)) $(f)", null],
  ['a parameter of a callback', "['x'].map((a) => $(a))", 'string'],
  ['the index of a callback', "['x'].map((a, i) => $(i))", 'number'],
  ['a parameter of an unknown callback', 'xs.map((a) => $(a))', null],
  ['an array that gets the same kind', "const xs = ['a']; xs.push('b'); $(xs)", 'string[]'],
  ['an array that gets another kind', "const xs = ['a']; xs.push(1); $(xs)", 'Array'],
  ['an array with an element written', "const xs = ['a']; xs[0] = f(); $(xs)", 'Array'],
  ['an array filled later', 'const xs = []; xs.push(1); $(xs)', 'Array'],
  ['a set that gets another kind', "const s = new Set(['a']); s.add(1); $(s)", 'Set'],
  ['a constant made from itself', 'const a = a; $(a)', null],
])('%s', (_what, text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test.each<[string, string, string | null]>([
  ['a field with a type', 'class A { names: string[]; f() { $(this.names) } }', 'string[]'],
  [
    'a parameter property',
    "import { Pool } from 'pg'; class A { constructor(private pool: Pool) {} f() { $(this.pool) } }",
    'pg:Pool',
  ],
  ['a field with a value', 'class A { seen = new Set(); f() { $(this.seen) } }', 'Set'],
  ['a private field', 'class A { #seen = new Set(); f() { $(this.#seen) } }', 'Set'],
  ['a field set in the constructor', 'class A { constructor() { this.seen = new Map() } f() { $(this.seen) } }', 'Map'],
  ['a field set twice', 'class A { seen = new Set(); f() { this.seen = g(); $(this.seen) } }', null],
  ['a getter', 'class A { get name(): string { return f() } f() { $(this.name) } }', 'string'],
  ['a method', 'class A { names(): string[] { return f() } f() { $(this.names()) } }', 'string[]'],
  ['a field in an arrow', 'class A { seen = new Set(); f = () => { $(this.seen) } }', 'Set'],
  ['a field in a nested function', 'class A { seen = new Set(); f() { return function () { $(this.seen) } } }', null],
  ['a field in a static method', 'class A { seen = new Set(); static f() { $(this.seen) } }', null],
])('%s', (_what, text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test('an answer does not depend on what was asked before', () => {
  const text = 'let a = b; let b = a; a = 1; f(a); $(b)'
  const first = marked(text)
  const inner = marked(text.replace('f(a); $(b)', 'f(b); $(a)'))
  expect(valueKindOf(first.node, first.parsed)).toBe(valueKindOf(inner.node, inner.parsed))
})

test('a very long chain stays unknown and ends', () => {
  expect(
    kindOf(
      `const a0 = 'x'; ${Array.from({ length: 3000 }, (_, i) => `const a${i + 1} = a${i}.trim();`).join(' ')} $(a3000)`,
    ),
  ).toBe(null)
})
