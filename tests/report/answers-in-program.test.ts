import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readProgram } from '../../src/cli/across/read-program.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { answersInProgram } from '../../src/report/answers-in-program.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'

const MANIFEST = '{ "type": "module", "private": true, "devDependencies": { "vitest": "*" } }'

const SQUARES = `export function squares(n: number): number[] {
  const out: number[] = []
  for (let i = 1; i <= n; i++) out.push(i * i)
  return out
}
`

const PROGRAM = {
  'package.json': MANIFEST,
  'src/squares.ts': SQUARES,
  'src/all.ts': "export * from './squares.js'\n",
  'src/first.ts': `import { squares } from './squares.js'

export function firstOver(limit: number): number | null {
  for (const square of squares(1_000_000)) if (square > limit) return square
  return null
}
`,
}

/** What is said of the function of one file, and the texts after its change. */
function outcomeIn(files: Readonly<Record<string, string>>, name = 'src/squares.ts') {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  const options = { ...DEFAULT_OPTIONS, crossFile: true }
  const [answer] = answersInProgram(join(directory, name), readProgram(directory), options)
  const { finding, change, hasGain } = answer!
  const texts = (change?.files ?? []).map(({ filename, edits }) => {
    const path = filename.slice(directory.length + 1)
    return [path, applyEdits(files[path]!, edits)] as const
  })
  const [reason] = finding.reasons
  return { said: finding.confidence ?? `${reason!.code}: ${reason!.message}`, texts: Object.fromEntries(texts), hasGain }
}

describe('an exported function is found', () => {
  test.each([
    ['module.exports = { squares }', "const { squares } = require('./squares')", 'squares'],
    ['exports.squares = squares', "const numbers = require('./squares')", 'numbers.squares'],
    ['module.exports = squares', "const of = require('./squares.js')", 'of'],
    ['module.exports.list = squares', "const list = require('./squares').list", 'list'],
  ])('in CommonJS: %s, %s', (exported, required, callee) => {
    const source = SQUARES.replaceAll(/export |: number(?:\[\])?/g, '')
    const caller = `${required}\n\nexports.firstOver = (limit) => {\n  for (const one of ${callee}(1e6)) if (one > limit) return one\n}\n`
    const files = { 'package.json': '{ "private": true }', 'src/squares.js': `${source}${exported}\n`, 'src/first.js': caller }
    const { said, texts } = outcomeIn(files, 'src/squares.js')
    expect(said).toBe('certain')
    expect(runCommonJs(files)).toBe(81)
    expect(runCommonJs({ ...files, ...texts })).toBe(81)
    expect(texts['src/squares.js']).toContain('function* squares')
  })

  test.each([
    ['const numbers = await import("./squares.js")', 'numbers.squares'],
    ['const { squares: numbers } = await import("./squares.js")', 'numbers'],
    ['import * as numbers from "./all.js"', 'numbers.squares'],
    ['import { squares as numbers } from "./all.js"', 'numbers'],
  ])('by %s', (imported, callee) => {
    const caller = `${imported}\n\nexport function total() {\n  let sum = 0\n  for (const square of ${callee}(9)) sum += square\n  return sum\n}\n`
    const { said } = outcomeIn({ ...PROGRAM, 'src/total.ts': caller })
    expect(said).toBe('certain')
    const { said: indexed } = outcomeIn({ ...PROGRAM, 'src/total.ts': caller.replace('return sum', `return sum + ${callee}(9)[1] + ${callee}(9)[2]`) })
    expect(indexed).toMatch(/^caller-keeps-array/)
  })
})

/** What `firstOver(70)` gives, each file loaded from its text. */
function runCommonJs(files: Readonly<Record<string, string>>): unknown {
  const load = (name: string): unknown => {
    const module = { exports: {} }
    const text = files[`src/${name.replace(/^\.\/|\.js$/g, '')}.js`]!
    new Function('module', 'exports', 'require', text)(module, module.exports, load)
    return module.exports
  }
  return (load('./first') as { firstOver(limit: number): unknown }).firstOver(70)
}

describe('an exported function stays as it is, and the reason is told', () => {
  const more = (name: string, text: string) => ({ ...PROGRAM, [name]: text })
  const use = (code: string, from = './squares.js') => `import { squares } from '${from}'\n\n${code}\n`

  test.each([
    ['two callers index it', { 'src/a.ts': use('export const third = squares(9)[2]'), 'src/b.ts': use('export const last = squares(9).at(-1)') }, /A caller needs an array.+\.ts:3\)/],
    ['a caller throws it away', { 'src/a.ts': use('squares(9)') }, /A caller throws the array away.+a\.ts:3/],
    ['it is handed on', { 'src/a.ts': use('export const all = [1, 2].map(squares)') }, /Not all callers.+a\.ts:3/],
    ['its type is asked for', { 'src/a.ts': use('export type Squares = ReturnType<typeof squares>') }, /Not all callers.+a\.ts:3/],
    ['all exports are handed on', { 'src/a.ts': "import * as all from './all.js'\n\nexport const names = Object.keys(all)\n" }, /Not all callers.+a\.ts:3/],
    ['all exports are one export', { 'src/a.ts': "export * as numbers from './squares.js'\n" }, /Not all callers.+a\.ts:1/],
    ['a test replaces its module', { 'test/a.test.ts': "import { vi } from 'vitest'\nvi.mock('../src/squares.js')\n" }, /Not all callers.+a\.test\.ts:2/],
    ['some module is loaded by a made-up name', { 'src/a.ts': 'export const load = (name: string) => import(name)\n' }, /Not all callers.+a\.ts:1/],
    ['a component imports it', { 'src/a.vue': `<script>\n${use('squares(3).length')}</script>\n` }, /Not all callers.+a\.vue/],
    ['an alias that nobody explains may mean it', { 'src/a.ts': use('export const n = squares(3).length', '~/squares') }, /Not all callers.+a\.ts/],
    ['others get it as an entry of the package', { 'package.json': '{ "name": "numbers", "type": "module", "exports": "./dist/all.js", "devDependencies": { "vitest": "*" } }' }, /Not all callers.+all\.ts/],
    ['an entry is made of nobody knows what', { 'package.json': '{ "type": "module", "main": "bundle.js", "devDependencies": { "vitest": "*" } }' }, /Not all callers.+squares\.ts/],
    ['declarations are written for others', { 'src/squares.d.ts': 'export declare function squares(n: number): number[]\n' }, /Not all callers.+squares\.ts/],
    ['a caller changes what it reads', {
      'src/squares.ts': SQUARES.replace('i <= n', 'i <= limits.most').replace('export', 'export const limits = { most: 9 }\n\nexport'),
      'src/a.ts': "import { limits, squares } from './squares.js'\n\nexport function halve() {\n  for (const square of squares(9)) {\n    if (square > 9) return square\n    limits.most -= 1\n  }\n  return 0\n}\n",
    }, /`limits\.most` may change what is still to be read \(a\.ts:6\)/],
  ] as const)('where %s', (_, added, words) => {
    const { said, texts, hasGain } = outcomeIn({ ...PROGRAM, ...added })
    expect(said).toMatch(words)
    expect({ texts, hasGain }).toEqual({ texts: {}, hasGain: true })
  })

  test.each([
    ['a folder that it is not in', more('src/a.ts', 'export const load = (name: string) => import(`./locales/${name}.js`)\n')],
    ['other names of its module', more('src/a.ts', "export type { Other } from './squares.js'\n")],
    ['a package of the same name as a word of it', more('src/a.ts', "import { squares } from 'vitest'\n\nexport const n = squares\n")],
    ['an entry that does not reach it', { ...PROGRAM, 'package.json': MANIFEST.replace('"private"', '"main": "src/first.js", "private"') }],
  ])('but not because of %s', (_, files) => {
    expect(outcomeIn(files).said).toBe('certain')
  })
})
