import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import vueParser from 'vue-eslint-parser'
import { parser as typescriptParser } from 'typescript-eslint'
import plugin from '../../src/index.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { RULES } from '../../src/report/rules.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { checkFile } from './check-file.ts'

/** A function of which every rule that rewrites loops has something to say. */
const LOAD = `async function load(ids) {
  const pages = []
  for (const id of ids) pages.push(await fetch(id))
  return pages
}
`

interface OddInput {
  readonly what: string
  readonly source: string
  readonly filename?: string
  /** What must stand in the text afterwards as it stood before; the source around `LOAD` where nothing is given. */
  readonly kept?: readonly string[]
}

const ODD: readonly OddInput[] = [
  { what: 'decorators', source: `@sealed()\nclass Store {\n  @observed accessor a = 1;\n  @logged({ at: 'load' })\n  async load(@Inject() ids: string[]) {\n    for (const id of ids) await fetch(id)\n  }\n}\n`, kept: ['@sealed()\n', '  @observed accessor a = 1;\n  @logged({ at: \'load\' })\n  async load(@Inject() ids: string[]) {\n'] },
  { what: 'JSX', source: `${LOAD}const view = <List items={ids.map((id) => <li key={id}>{await load(id)} &nbsp;</li>)} {...rest} />\n`, filename: 'a.jsx' },
  { what: 'JSX around the loop', source: `const view = <Button onClick={async () => { for (const id of ids) await fetch(id) }}>Go {'{'}</Button>\n`, filename: 'a.tsx', kept: ["}}>Go {'{'}</Button>\n"] },
  { what: 'using', source: `async function f(ids) {\n  await using lock = await acquire()\n  using other = open()\n  for (const id of ids) await fetch(id)\n}\nfor await (using part of parts()) await fetch(part)\n`, kept: ['  await using lock = await acquire()\n  using other = open()\n'] },
  { what: 'await at the top level', source: `const ids = await list()\nfor (const id of ids) await fetch(id)\nexport const done = true\n`, filename: 'a.mjs', kept: ['const ids = await list()\n', 'export const done = true\n'] },
  { what: 'import attributes', source: `import data from './data.json' with { type: 'json' }\n${LOAD}` },
  { what: 'satisfies, as, !, <T>', source: `async function f(ids: unknown) {\n  const out: Response[] = []\n  for (const id of (<string[]>ids satisfies string[])!) out.push((await fetch(id as string)) satisfies Response)\n  return out as const\n}\n`, kept: ['  const out', ' as const\n'] },
  { what: 'enums and namespaces', source: `declare global { interface Window { a: 1 } }\nnamespace A.B {\n  export enum Kind { One = 1, Two = One << 1 }\n  export async function load(ids: string[]) { for (const id of ids) await fetch(id) }\n}\ndeclare module 'x' { export default a }\nexport = A\n`, kept: ['  export enum Kind { One = 1, Two = One << 1 }\n', '\nexport = A\n'] },
  { what: 'overloads, abstract classes, index signatures', source: `function load(a: 1): void\nfunction load(a: 2): void\nasync function load(ids: any) { for (const id of ids) await fetch(id) }\nabstract class A { abstract load(): Promise<void>; [key: string]: unknown; declare b: 1; constructor(private readonly ids: string[]) {} static { void 0 } #c = 1; has(o: object) { return #c in o } }\n`, kept: ['#c in o'] },
  { what: 'an arrow with no statement around it', source: `const out = []\nclass A { load = async (ids) => ids.forEach(async (id) => out.push(await fetch(id))) }\nexport default async (ids) => ids.forEach(async (id) => out.push(await fetch(id)))\n`, kept: ['class A { load = '] },
  { what: 'a hashbang', source: `#!/usr/bin/env node\n${LOAD}` },
  { what: 'a byte-order mark', source: `\uFEFF${LOAD}`, kept: [] },
  { what: 'CRLF', source: `// first\n${LOAD}// last\n`.replaceAll('\n', '\r\n'), kept: ['// first\r\n', '\r\n// last\r\n'] },
  { what: 'a lone \\r', source: `// first\r${LOAD}// last\n`.replaceAll('\n', '\r'), kept: ['// first\r', '\r// last\r'] },
  { what: 'line ends of all kinds', source: `const a = 1\r\nconst b = 2\rconst c = '\u2028'\u2028const d = 4\u2029${LOAD}` },
  { what: 'tabs and odd spaces', source: `\t\tconst\u00A0a\t=\u30001\n${LOAD.replaceAll('  ', '\t')}\t\v\f\n`, kept: ['\t\tconst\u00A0a\t=\u30001\n', '\t\v\f\n'] },
  { what: 'emoji and other wide characters before an edit', source: `const 变量 = '👩‍👩‍👧‍👦', \\u{61}b = "𝒳", e\u0301 = \`\${'😀'}\`; /* 🎉 */ ${LOAD}` },
  { what: 'lone surrogates', source: `const s = '\uD83D'\n${LOAD}// \uDE00\n` },
  { what: 'regular expressions, numbers and strings of all kinds', source: `const r = [/[/\\]]+(?<a>x)\\k<a>/dgv, 1_000n, 0x1F, .5e-9, '\\\n', \`\\u{1F600}\${\`\${1}\`}\`]\n${LOAD}` },
  { what: 'sloppy code', source: `with (a) b()\nvar let_ = delete a, eval_ = eval('a')\n${LOAD}`, filename: 'a.cjs' },
  { what: 'import defer', source: `import defer * as later from 'later'\n${LOAD}` },
  { what: 'Flow that TypeScript reads, too', source: `// @flow\n${LOAD}type A = ?string\n` },
  { what: 'labels, comma, void, debugger, empty statements', source: `;;;outer: for (const id of ids) { debugger; (0, await fetch(id)), void 0; continue outer };;\n`, kept: [] },
  { what: 'a comment in every gap', source: `async /*1*/ function /*2*/ load /*3*/ (ids) {/*4*/for /*5*/ (/*6*/const /*7*/ id /*8*/ of /*9*/ ids /*10*/) /*11*/ { /*12*/ await /*13*/ fetch /*14*/ (/*15*/ id /*16*/) /*17*/ ; /*18*/ } /*19*/ }\n`, kept: ['/*4*/', '/*12*/', '/*15*/ id /*16*/', '/*19*/'] },
  { what: 'code behind the last line break', source: `${LOAD}load(x)//` },
  { what: 'no line break at all', source: LOAD.replaceAll(/\n */g, ';').replace('{;', '{').replace(/;$/, ''), kept: [] },
  { what: 'objects whose prototype is written out', source: `const table = { __proto__: null, ['__proto__']: 1, constructor() {}, async *toString() {}, get hasOwnProperty() { return 1 } }\nasync function load() {\n  for (const id in table) await fetch(table[id])\n  for (const id in { __proto__: table, a: 1 }) await fetch(id)\n}\n`, kept: ['for (const id in { __proto__: table, a: 1 }) await fetch(id)\n'] },
  { what: 'names of the language as names of properties', source: `const a = { await: 1, async: 2, for: 3, of: 4, class: { if: 5 } }\nfor (const of of of.of) await of.async(of)\n`, kept: ['const a = { await: 1, async: 2, for: 3, of: 4, class: { if: 5 } }\n'] },
  { what: 'nothing but white space', source: ' \r\n\t\n', kept: [' \r\n\t\n'] },
  { what: 'nothing', source: '', kept: [''] },
]

describe.each(ODD)('$what', ({ source, filename = 'a.ts', kept }) => {
  const { after, answers, offers, problems, refused } = checkFile(source, filename)

  test('is answered, and what is made of it parses and stays', () => {
    expect(problems).toEqual([])
    expect(refused).toBe(null)
    if (source.includes('await')) expect(answers).toBeGreaterThan(0)
  })

  test('is left as it is outside the edits', () => {
    const around = kept ?? source.split(LOAD)
    for (const part of around) expect(after).toContain(part)
    if (source.includes(LOAD)) expect(offers).toBeGreaterThan(0)
  })
})

describe('what is no program', () => {
  test.each([
    ['Flow', '// @flow\nimport type { A } from "a"\ntype B = {| +c: ?string |}\nasync function f(x: B) { for (const y of (x: any)) await g(y) }\n', 'a.js'],
    ['a conflict of a merge', `<<<<<<< HEAD\n${LOAD}=======\n${LOAD}>>>>>>> theirs\n`, 'a.ts'],
    ['an HTML file by the wrong name', '<!doctype html>\n<html><body>await for (</body></html>', 'a.js'],
    ['half a file', LOAD.slice(0, 60), 'a.ts'],
  ])('%s is refused in one sentence with its place', (_what, source, filename) => {
    expect(() => parseText(source, filename)).toThrow(expect.objectContaining({ name: 'ParseError', line: expect.any(Number) }))
    expect(checkFile(source, filename).problems).toEqual([])
  })
})

describe('a Vue file through its parser', () => {
  const VUE = `<template>\n  <p v-for="id in ids" :key="id" @click="async () => { for (const x of id) await fetch(x) }">{{ id }}</p>\n</template>\n\n<script setup lang="ts">\nconst ids: string[] = await list()\nconst pages: Response[] = []\nfor (const id of ids) pages.push(await fetch(id))\n</script>\n`
  const rules = Object.fromEntries(RULES.map(({ name }) => [`interleave/${name}`, ['error', { confidence: 'possible', limiter: 'p-map' }]]))
  const config = {
    files: ['**/*.vue'],
    plugins: { interleave: plugin },
    languageOptions: { parser: vueParser, parserOptions: { parser: typescriptParser } },
    rules,
  }
  const verify = (code: string) => new Linter({ configType: 'flat' }).verify(code, [config as never], 'a.vue')

  test('is told of in its script, and the suggestion changes only that', () => {
    const messages = verify(VUE)
    expect(messages.map(({ line, ruleId, fatal }) => ({ line, ruleId, fatal }))).toEqual([
      { line: 8, ruleId: 'interleave/no-serial-await-in-loop', fatal: undefined },
    ])
    const [first] = messages[0]!.suggestions!
    const after = applyEdits(VUE, [first!.fix])
    expect(after.split('<script')[0]).toBe(VUE.split('<script')[0])
    expect(verify(after).filter(({ fatal }) => fatal)).toEqual([])
  })
})
