import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Node } from '../../src/parse/node-types.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { parseWithOxc } from '../../src/parse/parse-with-oxc.ts'
import { parseProgram as parseWithTypescript } from '../../src/parse/plain-parsers.ts'
import { type Parsed, ParseError } from '../../src/parse/parsed.ts'
import { walk } from '../../src/parse/walk.ts'
import { readSourceFiles } from '../house/source-files.ts'

const FILES = readSourceFiles(['src/**/*.ts', 'rules/*.ts', 'bench/*.mjs'])

const ODD: Readonly<Record<string, string>> = {
  'offsets after characters of two units': 'const 𝒳 = "👍" /* 👍 */\nfor (const a of 𝒳) await f(a)\n',
  'every kind of line end': 'a()\r\nb()\rc()\u2028d()\u2029e()\n// end',
  'a hash bang': '#!/usr/bin/env node\n// first\na()\n',
  'brackets of types beside operators': 'let x: A<B<C<D>>>= f<<T>() => T>(a >> b >>> c, a < b)\nx >>>= 1\n',
  'slashes': 'const a = b / c / d, e = /[/]\\/(?<x>a)/dgu.test(`${/`/}`) ? f() / g : 1 / 2\n',
  'templates in templates': 'const a = `x${`y${z}` + { b: `c` }.b}` as `${string}-${A<B>}`\n',
  'names like keywords': 'function f() { new.target }; a.default.null.class = { if: 1, true: import.meta, get get() { return 1 } }\n',
  'numbers': '0x1f + 1_000n + .5e-3 + 1..toString() + a?.5:1\n',
  'private names and decorators': '@dec() class A { #a = 1; @dec static async *#b() {} accessor c = this.#a; static { } }\n',
  'an optional parameter with a type': 'function f(this: A, a?: number, ...b: string[]): asserts a is number {}\n',
  'escaped names': 'const \\u0061bc = \\u{62}\n',
  'what TypeScript adds': `declare module 'a' { export = b }\nabstract class A<in out T> extends B<T> implements C<T> { abstract a(): void; constructor(private readonly b?: string) { super() } declare c: D }
enum E { A = 1, 'b-c' }\nnamespace N.M { export import x = Y.Z }\ntype F = { readonly [K in keyof T as \`a\${K}\`]?: T[K] } & (new () => X) | typeof import('a', { with: { a: 'b' } })
let v = <A>w!, s = u satisfies X, t: unique symbol, [a, , b = 1]: [a?: X, ...rest: Y[]] = z\nexport type { x } from 'y'\nusing r = f()\n`,
}

const JSX = 'const a = <A.b c-d="e \' f" {...g} h={`i`}>\n  text // no comment, no string "\n  {/* comment */}{a > b}<></><j:k />\n</A.b>\n'

describe('both parsers tell the same of', () => {
  test('the sources of this project', () => {
    expect(FILES.length).toBeGreaterThan(200)
    for (const { path, text } of FILES) expectSame(text, path)
  })

  test.each(Object.entries(ODD))('%s', (_, text) => expectSame(text, 'a.ts'))

  test('JSX', () => expectSame(JSX, 'a.jsx'))

  test('a script', () => expectSame('exports.a = await\nreturn\n', 'a.cjs'))
})

describe('what the fast parser does not take', () => {
  test('is parsed by the other one', () => {
    const text = 'for (const x of xs) await f(x)\nreturn\n'
    expect(parseWithOxc(text, 'a.js')).toBeNull()
    expect(parseText(text, 'a.js').ast.body).toHaveLength(2)
  })

  test('is told of in the words of the other one', () => {
    expect(problemOf(() => parseText('const a = [\nawait', 'a.ts'))).toEqual(problemOf(() => parseWithTypescript('const a = [\nawait', 'a.ts')))
    expect(problemOf(() => parseText('const a = [\nawait', 'a.ts'))).toMatchObject({ line: 2 })
  })
})

test.each([
  ['brackets', '[', ']'],
  ['blocks', '{', '}'],
  ['functions', 'function f() {\n', '}'],
  ['signs', '!', 'x'],
  ['branches', 'if (a) {} else\n', '{}'],
  ['choices', 'a ? b\n : ', 'c'],
  ['arrows', 'x => ', '1'],
  ['links', 'a => a\n.then(', ')'],
  ['types', 'let x: keyof ', ''],
])('nested %s do not take the process along', (_, open, close) => {
  const text = open.repeat(20_000) + close.repeat(/^[\])}]/.test(close) ? 20_000 : 1)
  expect(problemOf(() => parseText(text, 'a.ts'))).toBeInstanceOf(ParseError)
})

function problemOf(parse: () => unknown): unknown {
  try {
    parse()
    return null
  } catch (error) {
    return error
  }
}

function expectSame(text: string, filename: string): void {
  const [ours, theirs] = [parseWithOxc(text, filename)!, parseWithTypescript(text, filename)]
  expect(ours, `${filename} is taken`).not.toBeNull()
  expectEqual(nodesOf(ours), nodesOf(theirs), filename)
  expectEqual(ours.ast.tokens!.map(plain), theirs.ast.tokens!.map(plain), filename)
  expectEqual(ours.ast.comments!.map(plain), theirs.ast.comments!.map(plain), filename)
  expectEqual(scopesOf(ours), scopesOf(theirs), filename)
}

/** Of half a million nodes an assertion each takes longer than all else here. */
function expectEqual(one: unknown[], other: unknown[], filename: string): void {
  if (!isDeepStrictEqual(one, other)) expect(one, filename).toEqual(other)
}

/** Each node with its own fields, nodes below it by their types. */
function nodesOf(parsed: Parsed): unknown[] {
  const nodes: unknown[] = []
  walk(parsed.ast, parsed, (node) => {
    const fields = Object.entries(node).filter(([name]) => !LEFT_OUT.has(name) && !LEFT_OUT.has(`${name} of ${node.type}`))
    const own = fields.map(([name, value]) => [name, shallow(value?.raw ?? value)]).sort()
    nodes.push([node.type, node.range, node.loc, node.parent?.type, ...own])
  })
  return nodes
}

// What only oxc-parser has, what is compared by itself, and what is told already. Of a part of a tagged template with
// an escape without a value TypeScript gives one all the same: what is written is compared.
const LEFT_OUT = new Set(['start', 'end', 'hashbang', 'computed of TSEnumMember', 'tokens', 'comments', 'type', 'range', 'loc', 'parent'])

function shallow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shallow)
  const { type } = Object(value) as Partial<Node>
  return type ?? value
}

/** Whether a word is a name or a keyword is nobody's question. */
function plain({ type, value, range, loc }: { type: string; value: string; range: readonly number[]; loc: unknown }) {
  return [/^(?:JSX)?Identifier$|^Keyword$|^Null$|^Boolean$/.test(type) ? 'word' : type, value, range, loc]
}

function scopesOf({ scopes }: Parsed): unknown[] {
  return scopes.scopes.map(({ type, variables, references, through }) => [
    type,
    variables.map(({ name, identifiers }) => [name, identifiers.map(({ range }) => range)]),
    references.map(({ identifier, resolved }) => [identifier.range, resolved?.name]),
    through.length,
  ])
}
