import { describe, expect, test } from 'vitest'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { RULES } from '../../src/report/rules.ts'
import { refusalOf, rewritesOf } from '../report/answer-source.ts'
import { runProgram } from './run-program.ts'

const RULE = 'no-serial-awaits'

/** The rows that make the world's `get` known as a read of the network. */
const ROWS: readonly KnownCallRow[] = [
  { module: '.', name: 'get', effects: [{ does: 'read', on: 'network' }], async: true, source: 'tests' },
]
const OPTIONS = { knownCalls: ROWS, filename: 'a.ts' }

const HEAD = 'let world\nconst get = async (key) => world.get(key)\n'

interface Program {
  readonly name: string
  readonly body: string
  /** Most operations at once afterwards. */
  readonly inFlight: number
  readonly inFlightBefore?: number
}

const PROGRAMS: readonly Program[] = [
  { name: 'two statements', body: "const a = await get('a')\nconst b = await get('b')\nreturn [a, b]", inFlight: 2 },
  {
    name: 'patterns',
    body: "const { length } = await get('a')\nconst [first, second = 'none'] = await get('b')\nconst c = await get('c')\nreturn [length, first, second, c]",
    inFlight: 3,
  },
  { name: 'variables that are assigned later', body: "let a = await get('a')\nlet b = await get('b')\na += b\nb = ''\nreturn [a, b]", inFlight: 2 },
  {
    name: 'comments',
    body: "// the first\nconst a = await get('a') // one\n// the second\nconst b = await get('b') // other\nreturn [a, b]",
    inFlight: 2,
  },
  {
    name: 'a semicolon at the start of the next line',
    body: "const a = await get('a')\nconst b = await get('b')\n;[a, b].forEach((one) => one.length)\nreturn [a, b]",
    inFlight: 2,
  },
  { name: 'a declaration between', body: "const a = await get('a')\nconst size = a.length\nconst b = await get('b')\nreturn [size, b]", inFlight: 2 },
  { name: 'a declaration that the later one needs', body: "const a = await get('a')\nconst key = 'b'\nconst b = await get(key)\nreturn [a, b]", inFlight: 2 },
  {
    name: 'two levels',
    body: "const a = await get('a')\nconst aa = await get(a)\nconst b = await get('b')\nconst bb = await get(b)\nreturn [aa, bb]",
    inFlight: 2,
  },
  {
    name: 'what throws before there is a promise',
    body: "const load = (key) => {\n  if (world.failing.has(key)) throw new Error(`failed at ${key}`)\n  return get(key)\n}\nconst a = await get('a')\nconst b = await load('b')\nreturn [a, b]",
    inFlight: 2,
  },
  { name: 'what a `return` goes on with', body: "const a = await get('a')\nreturn a + (await get('b'))", inFlight: 2 },
  { name: 'what a condition asks', body: "const a = await get('a')\nif ((await get('b')).length > 1) return a\nreturn null", inFlight: 2 },
  { name: 'what a loop walks', body: "const a = await get('a')\nconst all = []\nfor (const letter of await get('b')) all.push(a + letter)\nreturn all", inFlight: 2 },
  { name: 'properties of what is awaited', body: "const { length } = (await get('a')).trim\nconst b = (await get('b')).length\nreturn [length, b]", inFlight: 2 },
  { name: 'what a declaration goes on with', body: "const a = await get('a')\nconst letters = (await get('b')).split('')\nreturn [a, letters]", inFlight: 2 },
  { name: 'what is awaited together already', body: "const [a, b] = await Promise.all([get('a'), get('b')])\nconst c = await get('c')\nreturn [a, b, c]", inFlight: 3, inFlightBefore: 2 },
  { name: 'a list', body: "return [await get('a'), await get('b')]", inFlight: 2 },
  { name: 'an object', body: "const n = 1\nreturn { n, a: await get('a'), text: await get('b') }", inFlight: 2 },
  {
    name: 'what is read before both, and changes meanwhile',
    body: "let n = 1\nconst page = { n }\nPromise.resolve().then(() => { n = page.n = 2 })\nreturn { n, page: page.n, a: await get('a'), b: await get('b') }",
    inFlight: 2,
  },
  {
    name: 'what is handed on before both, and changes meanwhile',
    body: "const page = { n: 1 }\nconst join = (...texts) => texts.join()\nPromise.resolve().then(() => { page.n = 2 })\nreturn join(`${page.n}`, page?.n ?? 0, await get('a'), await get('b'))",
    inFlight: 2,
  },
  { name: 'arguments', body: "const join = (...texts) => texts.join()\nreturn join(await get('a'), 'and', await get('b'))", inFlight: 2 },
  { name: 'a template', body: "return `${await get('a')} and ${await get('b')}`", inFlight: 2 },
  {
    name: 'a `try` around both',
    body: "try {\n  const a = await get('a')\n  const b = await get('b')\n  return [a, b]\n} catch (error) {\n  world.log(String(error))\n  return null\n}",
    inFlight: 2,
  },
  {
    name: 'a `switch`',
    body: "switch (world.failing.size) {\n  default:\n    const a = await get('a')\n    const b = await get('b')\n    return [a, b]\n}",
    inFlight: 2,
  },
]

/** After as many passes as it takes. */
const rewritten = (source: string): string => {
  const rules = RULES.filter(({ name }) => name === RULE)
  return rewriteText(source, 'a.ts', { ...DEFAULT_OPTIONS, ...OPTIONS }, 'likely', rules).at(-1)!.text
}

describe.each(PROGRAMS)('$name', ({ body, inFlight, inFlightBefore = 1 }) => {
  const indented = body.replaceAll('\n', '\n  ')
  const before = `${HEAD}export async function main(given) {\n  world = given\n  ${indented}\n}\n`
  const after = rewritten(before)

  test('is rewritten, once', () => {
    expect(after).not.toBe(before)
    expect(rewritten(after)).toBe(after)
  })

  test('gives the same, and overlaps', async () => {
    const { value, log, inFlight: atOnce } = await runProgram(before)
    expect(atOnce).toBe(inFlightBefore)
    for (let round = 0; round < 3; round++) {
      expect(await runProgram(after, [], round)).toMatchObject({ value, log, error: null, unhandled: 0, inFlight })
    }
  })

  test.each(['a', 'b'])('fails as before at %s', async (key) => {
    const { value, error, log } = await runProgram(before, [key])
    expect(await runProgram(after, [key])).toMatchObject({ value, error, log, unhandled: 0 })
  })

  test('of two failures gives one, and handles the other', async () => {
    const { error, log, unhandled } = await runProgram(after, ['a', 'b'])
    expect([error, ...log].join()).toMatch(/failed at [ab]/)
    expect(unhandled).toBe(0)
  })
})

const FS = "import { readFile, stat } from 'node:fs/promises'\n"

describe('the text', () => {
  test.each([
    [
      'of statements beside each other',
      "const a = await readFile('a');\nconst b = await stat('b');\nexport const all = [a, b];\n",
      "const [a, b] = await Promise.all([readFile('a'), stat('b')]);\nexport const all = [a, b];\n",
    ],
    [
      'on one line',
      "const a = await readFile('a'); const b = await stat('b'); export const all = [a, b];\n",
      "const [a, b] = await Promise.all([readFile('a'), stat('b')]); export const all = [a, b];\n",
    ],
    [
      'with types that are written',
      "const a: Buffer = await readFile('a')\nconst b: Stats = await stat('b')\nexport const all = [a, b]\n",
      "const [a, b]: [Buffer, Stats] = await Promise.all([readFile('a'), stat('b')])\nexport const all = [a, b]\n",
    ],
    [
      'with types that are asserted',
      "const a = (await readFile('a')) as Bytes\nconst b = await stat('b')\nexport const all = [a, b]\n",
      "const [a, b] = await Promise.all([readFile('a') as Promise<Bytes>, stat('b')])\nexport const all = [a, b]\n",
    ],
    [
      'of CRLF, with comments',
      "const a = await readFile('a')\r\n// how large\r\nconst b = await stat('b') // in bytes\r\nexport const all = [a, b]\r\n",
      "const [a, b] = await Promise.all([\r\n  readFile('a'),\r\n  // how large\r\n  stat('b'), // in bytes\r\n])\r\nexport const all = [a, b]\r\n",
    ],
    [
      'of neighbours, the last of which has a comment beside it',
      "const a = await readFile('a');\nconst b = await stat('b'); // in bytes\nexport const all = [a, b]\n",
      "const [a, b] = await Promise.all([\n  readFile('a'),\n  stat('b'), // in bytes\n]);\nexport const all = [a, b]\n",
    ],
    [
      'of statements with comments beside each',
      "const a = await readFile('a') /* text */ // one\nconst b = await stat('b') // in bytes\nexport const all = [a, b]\n",
      "const [a, b] = await Promise.all([\n  readFile('a'), /* text */ // one\n  stat('b'), // in bytes\n])\nexport const all = [a, b]\n",
    ],
    [
      'of a statement with a comment, and of what a `return` goes on with',
      "export const f = async () => {\n  const a = await readFile('a') // one\n  return [a, await stat('b')] // both\n}\n",
      "export const f = async () => {\n  const [a, statResult] = await Promise.all([\n    readFile('a'), // one\n    stat('b'),\n  ])\n  return [a, statResult] // both\n}\n",
    ],
    [
      'of an object',
      "export const f = async () => {\n  return { a: await readFile('a'), size: await stat('b') }\n}\n",
      "export const f = async () => {\n  const [a, size] = await Promise.all([readFile('a'), stat('b')])\n  return { a, size }\n}\n",
    ],
    [
      'of an object, with what others may change meanwhile read before',
      "export const f = async (o) => {\n  return { size: o.size, name: o.name, a: await readFile('a'), b: await stat('b') }\n}\n",
      "export const f = async (o) => {\n  const size = o.size\n  const name = o.name\n  const [a, b] = await Promise.all([readFile('a'), stat('b')])\n  return { size, name, a, b }\n}\n",
    ],
    [
      'of an object, with a variable that another function gives a value',
      "let n = 0;\nexport const count = () => n++;\nexport const f = async () => {\n  return { n, a: await readFile('a'), b: await stat('b') };\n}\n",
      "let n = 0;\nexport const count = () => n++;\nexport const f = async () => {\n  const nBefore = n;\n  const [a, b] = await Promise.all([readFile('a'), stat('b')]);\n  return { n: nBefore, a, b };\n}\n",
    ],
    [
      'of an object, with a variable of its own',
      "export const f = async () => {\n  let n = 0\n  n++\n  return { n, a: await readFile('a'), b: await stat('b') }\n}\n",
      "export const f = async () => {\n  let n = 0\n  n++\n  const [a, b] = await Promise.all([readFile('a'), stat('b')])\n  return { n, a, b }\n}\n",
    ],
    [
      'of arguments of a method',
      "export const f = async (o) => {\n  o.view.show(await readFile('a'), await stat('b'))\n}\n",
      "export const f = async (o) => {\n  const [file, statResult] = await Promise.all([readFile('a'), stat('b')])\n  o.view.show(file, statResult)\n}\n",
    ],
    [
      'of a list that is combined already',
      "export const f = async () => Promise.all([await readFile('a'), await stat('b')])\n",
      "export const f = async () => Promise.all([readFile('a'), stat('b')])\n",
    ],
    [
      'of a list that is a tuple',
      "export const f = async () => [await readFile('a'), await stat('b')] as const\n",
      "export const f = async () => await Promise.all([readFile('a'), stat('b')])\n",
    ],
    [
      'of a list that is said to be a tuple before it',
      "export const f = async () => { const both = <const>[await readFile('a'), await stat('b')]; return both }\n",
      "export const f = async () => { const both = await Promise.all([readFile('a'), stat('b')]); return both }\n",
    ],
    [
      'of a list that is said to be of a type',
      "export const f = async () => [await readFile('a'), await stat('b')] as unknown[]\n",
      "export const f = async () => (await Promise.all([readFile('a'), stat('b')])) as unknown[]\n",
    ],
    [
      'of a list, one of which is there, that is a tuple',
      "export const f = async () => {\n  return [1, await readFile('a'), await stat('b')] as const\n}\n",
      "export const f = async () => {\n  const [file, statResult] = await Promise.all([readFile('a'), stat('b')])\n  return [1, file, statResult] as const\n}\n",
    ],
    [
      'of a list whose first one is taken',
      "export const f = async () => [await readFile('a'), await stat('b')][0]\n",
      "export const f = async () => (await Promise.all([readFile('a'), stat('b')]))[0]\n",
    ],
    [
      'of assertions, and what spans lines',
      "export async function f() {\n  const a = await readFile('a', {\n    flag: 'r',\n  })\n  const b = await stat('b')\n  return [a, b]\n}\n",
      "export async function f() {\n  const [a, b] = await Promise.all([\n    readFile('a', {\n      flag: 'r',\n    }),\n    stat('b'),\n  ])\n  return [a, b]\n}\n",
    ],
    [
      'of what is read before',
      'export async function f(o) {\n  const a = await readFile(o.a)\n  const b = await stat(o.b)\n  return [a, b]\n}\n',
      'export async function f(o) {\n  const [a, b] = await Promise.all([readFile(o.a), stat(o.b)])\n  return [a, b]\n}\n',
    ],
    [
      'that may throw before there is a promise',
      "export const f = async (o) => {\n  const a = await readFile('a')\n  const b = await stat(o.b)\n  return [a, b]\n}\n",
      "export const f = async (o) => {\n  const [a, b] = await Promise.all([readFile('a'), (async () => stat(o.b))()])\n  return [a, b]\n}\n",
    ],
    [
      'of the last statement, which keeps its comments',
      "export const f = async (o) => {\n  const a = await readFile('a')\n  // both\n  return { a, b: await stat('b') }\n}\n",
      "export const f = async (o) => {\n  const [a, b] = await Promise.all([readFile('a'), stat('b')])\n  // both\n  return { a, b }\n}\n",
    ],
    [
      'of what has no parentheses of its own',
      "export const f = async (o) => {\n  const a = await readFile('a');\n  return(await stat('b')).size + a.length;\n}\n",
      "export const f = async (o) => {\n  const [a, statResult] = await Promise.all([readFile('a'), stat('b')]);\n  return(statResult).size + a.length;\n}\n",
    ],
    [
      'of a declaration that goes on with the value',
      "export const f = async (o) => {\n  const size = (await stat('a')).size\n  const b = await readFile('b')\n  return [size, b]\n}\n",
      "export const f = async (o) => {\n  const [statResult, b] = await Promise.all([stat('a'), readFile('b')])\n  const size = statResult.size\n  return [size, b]\n}\n",
    ],
    [
      'beside what is awaited together already',
      "const [a, , b] = await Promise.all([readFile('a'), stat('a'), readFile('b')])\nconst c = await stat('c')\nexport const all = [a, b, c]\n",
      "const [a, , b, c] = await Promise.all([readFile('a'), stat('a'), readFile('b'), stat('c')])\nexport const all = [a, b, c]\n",
    ],
    [
      'of modules, named after them',
      "export const f = async () => {\n  const a = await readFile('a')\n  return (await import('./of-parts.js')).join(a)\n}\n",
      "export const f = async () => {\n  const [a, ofParts] = await Promise.all([readFile('a'), import('./of-parts.js')])\n  return ofParts.join(a)\n}\n",
    ],
    [
      'that spans lines, from further in',
      "export const f = async () => {\n  const a = await readFile('a')\n  return [\n    a,\n    await stat('b', {\n      bigint: true,\n    }),\n  ]\n}\n",
      "export const f = async () => {\n  const [a, statResult] = await Promise.all([\n    readFile('a'),\n    stat('b', {\n      bigint: true,\n    }),\n  ])\n  return [\n    a,\n    statResult,\n  ]\n}\n",
    ],
    [
      'that may throw, with a type',
      "const a = await readFile('a')\nconst b = (await api.loadB()) as Bytes\nexport const all = [a, b]\n",
      "const [a, b] = await Promise.all([readFile('a'), (async () => api.loadB())() as Promise<Bytes>])\nexport const all = [a, b]\n",
    ],
    [
      'moved down, behind what the later one needs',
      "export async function f(o) {\n  const a = await readFile('a')\n  const { b } = o\n  const c = await stat(b)\n  return [a, c]\n}\n",
      "export async function f(o) {\n  const { b } = o\n  const [a, c] = await Promise.all([readFile('a'), stat(b)])\n  return [a, c]\n}\n",
    ],
  ])('%s', (_, before, after) => {
    expect(rewritesOf(RULE, FS + before)['grouped-awaits']).toBe(FS + after)
  })
})

describe('is refused', () => {
  const two = (first: string, second: string, head = ''): string =>
    `${FS}${head}export async function f(o: any, api: any) {\n${first}\n${second}\nreturn [a, b]\n}`
  test.each([
    ['a call that may throw, of what a check has narrowed', 'loses-narrowing', two("if (!api.loadB) return null\nconst a = await readFile('a')", 'const b = await api.loadB()')],
    ['a type that is written for one of them', 'loses-type', two("const a: Buffer = await readFile('a')", "const b = await stat('b')")],
    ['kinds that differ', 'unsupported-form', two("let a = await readFile('a')", "const b = await stat('b')")],
    ['a `Promise` of its own', 'unsupported-form', two("const a = await readFile('a')", "const b = await stat('b')", 'class Promise {}\n')],
    [
      'what is released at the end',
      'releases-used',
      `${FS}export async function f(file: any) { try { const a = await readFile(file)\nconst b = await stat(file)\nreturn [a, b] } finally { await file.close() } }`,
    ],
    ['variables that are seen after a failure', 'partial-state', `${FS}let a, b\nexport async function f() { a = await readFile('a')\nb = await stat('b') }`],
    ['a `var` that is seen behind its `try`', 'partial-state', `${FS}export async function f() { try { var a = await readFile('a')\nvar b = await stat('b') } catch {}\nreturn [a, b] }`],
    ['a comment on the line that the compiler reads', 'loses-comment', `${FS}export const f = async () => {\nconst a = await readFile('a')\nreturn [a,\n// @ts-expect-error no such option\nawait stat('b', 1)]\n}`],
    ['a type in a comment', 'loses-type', `${FS}export const f = async () => {\n/** @type {string} */\nconst a = await readFile('a')\nconst b = await stat('b')\nreturn [a, b]\n}`],
    ['a comment without a place', 'loses-comment', two("const a = await readFile('a')", "const b = await /* why */ stat('b')")],
    ['a sum that others may change meanwhile', 'unsupported-form', `${FS}export const f = async (o, use) => { o.n += use(await readFile('a'), await stat('b')) }`],
    ['arguments of what another function may replace meanwhile', 'unsupported-form', `${FS}let show\nexport const set = (f) => { show = f }\nexport const f = async () => { show(await readFile('a'), await stat('b')) }`],
    ['what is evaluated before', 'unsupported-form', `${FS}export const f = async (api) => api.use(api.next(), await readFile('a'), await stat('b'))`],
  ])('%s', (_, refused, source) => {
    expect(rewritesOf(RULE, source)).toEqual({})
    expect(refusalOf(RULE, source)).toBe(refused)
  })

  test('a `var` that no `try` is around', () => {
    const source = `${FS}export async function f() { var a = await readFile('a')\nvar b = await stat('b')\nreturn [a, b] }`
    expect(rewritesOf(RULE, source)['grouped-awaits']).toContain('var [a, b] = await Promise.all([')
  })

  test.each([
    ['a property of what is surely there', two("const a = await readFile('a')", 'const b = await stat(o.b)').replace('o: any', 'o: Options')],
    ['a call of an async function', two("const a = await readFile('a')", 'const b = await load(o)', 'const load = async (x) => readFile(x)\n')],
    ['an assertion of both types', two("const a: Buffer = await readFile('a')", "const b: Stats = await stat('b')")],
  ])('not with %s', (_, source) => {
    expect(Object.keys(rewritesOf(RULE, source))).toEqual(['grouped-awaits'])
  })
})
