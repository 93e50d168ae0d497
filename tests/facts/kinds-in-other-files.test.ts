import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { valueKindOf } from '../../src/facts/values/value-of.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { parseAmongFiles } from '../../src/parse/files/parse-among-files.ts'
import { walk } from '../../src/parse/walk.ts'

const TYPES = `import type { Base } from './base'
export interface Page extends Base { styles: Set<string>; parts?: string[]; links(): IterableIterator<string> }
export type Names = Set<string>
export type List<T> = T[]
export type Both = Page & { notes: Map<string, number> }
interface Hidden { ids: number[] }
export { Hidden as Shown }
export interface Set2 { has(x: string): boolean }
export interface Over { get(x: string): string[]; get(x: number): Set<string> }
export class Store { rows: Map<string, string> = new Map(); names(): string[] { return [] } }
`
const BASE = 'export interface Base { tags: Set<number> }\n'
const VALUES = `export const cache = new Map()
export const typed: Set<string> = make()
export let later = new Set()
export const reset = () => { later = [] }
export function idsOf(x: string): Set<number> { return make(x) }
export const listOf = (x: string) => [x]
export const pick = (x: string) => (x ? [x] : new Set([x]))
`

/** The kind of what stands between \`look(\` and \`)\` in a file beside these. */
function kindIn(source: string): string | null {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const files = {
    'types.ts': TYPES,
    'base.ts': BASE,
    'own-set.ts': 'export class Set { add() {} }\n',
    'values.ts': VALUES,
    'all.ts': "export * from './types'\nexport { cache as store } from './values'\n",
    'deep/main.ts': source,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), text)
  }
  const parsed = parseAmongFiles(source, join(directory, 'deep/main.ts'))
  let looked: Node | null = null
  walk(parsed.ast, parsed, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return
    if (node.callee.name === 'look') looked = node.arguments[0]!
  })
  return valueKindOf(looked!, parsed)
}

describe('a type that another file declares tells the kind', () => {
  test.each([
    ['a property of an interface', "import type { Page } from '../types'\nfunction f(page: Page) { look(page.styles) }", 'Set<string>'],
    ['one that may be missing', "import type { Page } from '../types.js'\nfunction f(page: Page) { look(page.parts ?? []) }", 'string[]'],
    ['one of an interface that it extends', "import type { Page } from '../types'\nfunction f({ tags }: Page) { look(tags) }", 'Set<number>'],
    ['what a method of it gives', "import type { Page } from '../types'\nfunction f(page: Page) { look(page.links()) }", 'Iterator<string>'],
    ['an alias', "import { type Names as N } from '../all'\nfunction f(names: N) { look(names) }", 'Set<string>'],
    ['an intersection', "import type { Both } from '../types'\nconst f = (both: Both) => { look(both.notes.keys()) }", 'Iterator<string>'],
    ['under the name of an export list', "import type { Shown } from '../types'\nconst f = (x: Shown) => { look(x.ids) }", 'number[]'],
    ['a field of a class', "import { Store } from '../types'\nconst f = (store: Store) => { look(store.rows) }", 'Map<string, string>'],
    ['what its method gives', "import { Store } from '../types'\nconst f = (store: Store) => { look(store.names()) }", 'string[]'],
    ['what a function gives', "import { idsOf } from '../values'\nlook(idsOf('a'))", 'Set<number>'],
    ['a constant with a type', "import { typed } from '../values'\nlook(typed)", 'Set<string>'],
  ])('%s', (_, source, kind) => {
    expect(kindIn(source)).toBe(kind)
  })

  test.each([
    ['a constant without a type, into which any file may put something', "import { store } from '../all'\nlook(store)", 'Map'],
    ['a function without a written result', "import { listOf } from '../values'\nlook(listOf('a'))", 'string[]'],
  ])('or %s', (_, source, kind) => {
    expect(kindIn(source)).toBe(kind)
  })

  test.each([
    ['a method with several signatures', "import type { Over } from '../types'\nconst f = (x: Over) => { look(x.get('a')) }"],
    ['a name that is not exported', "import type { Hidden } from '../types'\nconst f = (x: Hidden) => { look(x.ids) }"],
    ['a function that gives one of two', "import { pick } from '../values'\nlook(pick('a'))"],
    ['a variable of another kind by and by', "import { later } from '../values'\nlook(later)"],
  ])('but not %s', (_, source) => {
    expect(kindIn(source)).toBe(null)
  })

  test('nor an alias with parameters of its own', () => {
    const kind = kindIn("import type { List } from '../types'\nconst f = (x: List<string>) => { look(x) }")
    expect(kind).not.toMatch(/^T|\[\]/)
  })

  test('nor a class that only bears the name of one of the language', () => {
    expect(kindIn("import { Set } from '../own-set'\nlook(new Set())")).not.toBe('Set')
  })
})
