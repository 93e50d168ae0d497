import { expect, test } from 'vitest'
import { outcomes } from '../judge-source.ts'

/** Two ways that may lead to one object, or file, and a near miss in which they do not. */
interface Ways {
  readonly name: string
  readonly source: string
  readonly outcome: string
  readonly near: string
  readonly nearOutcome: string
}

const FS = "import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'\n"
const turn = (parameters: string, read: string, write: string, before = ''): string => `${FS}${before}
  export async function all(${parameters}) {
    const out = []
    for (const path of ['a', 'b', 'c']) { const text = await readFile(path + ${read}, 'utf8'); ${write}; out.push(text) }
    return out
  }`
const made = (read: string, write: string, before: string): string => `${FS}export async function all() {
    ${before}
    const out = []
    for (const path of ['a', 'b', 'c']) { const text = await readFile(path + ${read}, 'utf8'); ${write}; out.push(text) }
    return out
  }`
const method = (fields: string): string => `${FS}export class Pages {
    ${fields}
    async all(paths: string[]) {
      const out = []
      for (const path of ['a', 'b', 'c']) { const text = await readFile(path + this.first.last, 'utf8'); this.second.last = text; out.push(text) }
      return out
    }
  }`
const memory = (body: string): string => `${FS}const known = new Map<string, string>()
  async function get(path: string) { ${body} }
  export async function all() { const out = []; for (const path of ['a', 'b', 'c']) out.push(await get(path)); return out }`
const summed = (body: string): string => `export async function all() { const out = []; for (const path of ['a', 'b', 'c']) out.push(await get(path)); return out }
  const known = new Map<string, number>()
  async function* lines(path: string) { yield* (await (await fetch(path)).text()).split('.') }
  async function get(path: string) { let size = 0; ${body} return size }`
const walked = (body: string, parameters = 'paths: string[], others: string[]'): string =>
  `${FS}export async function all(${parameters}) { for (const path of paths) { const text = await readFile(path, 'utf8'); ${body} } }`
const shared = (value: string): string => `${FS}const state = { last: '' }
  class Reader { state = ${value}; async load(path: string) { const text = await readFile(path + this.state.last, 'utf8'); this.state.last = text; return text } }
  export async function all() { const out = []; for (const path of ['a', 'b', 'c']) out.push(await new Reader().load(path)); return out }`
const taken = (made: string): string => `${FS}const ids = ${made}
  async function load(path: string) { const text = await readFile(path, 'utf8'); const [id] = ids; return text + id }
  export async function all() { const out = []; for (const path of ['a', 'b', 'c']) out.push(await load(path)); return out }`

const WAYS: readonly Ways[] = [
  {
    name: 'an object in a map, and its own name',
    source: made('state.last', "byName.get('x').last = text", "const state = { last: '' }; const byName = new Map([['x', state]])"),
    outcome: 'serial: carried-collection',
    near: made('state.last', "byName.get('x').last = text", "const state = { last: '' }; const byName = new Map([['x', { last: '' }]])"),
    nearOutcome: 'fission certain',
  },
  {
    name: 'two fields of what a caller gives',
    source: turn('o: Options', 'o.first.last', 'o.second.last = text'),
    outcome: 'fission likely',
    near: made('o.first.last', 'o.second.last = text', 'const o = { first: { last: 0 }, second: { last: 0 } }'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'two fields of a class that others give it',
    source: method('constructor(private first: Page, private second: Page) {}'),
    outcome: 'fission likely',
    near: method("first = { last: '' }; second = { last: '' }"),
    nearOutcome: 'fission certain',
  },
  {
    name: 'a call that gives what the module keeps',
    source: turn('', 'listOf().length', 'listOf().push(text)', 'const list: string[] = []\nfunction listOf() { return list }'),
    outcome: 'fission likely',
    near: turn('', 'listOf().length', 'listOf().push(text)', 'function listOf() { const list: string[] = []; return list }'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'the list that is walked, under another name',
    source: walked('others.push(text)'),
    outcome: 'collect likely',
    near: walked('others.push(text)', 'others: string[]').replace('of paths)', "of ['a', 'b'])"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'an entry of the list that is walked',
    source: walked("paths[1] = 'z'", 'paths: string[]'),
    outcome: 'serial: source-changes',
    near: walked('paths.last = text', 'paths: string[]'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'how long a list is, and an entry of it',
    source: made('list.length', 'list[3] = text', 'const list: string[] = []'),
    outcome: 'serial: carried-collection',
    near: made('list.length', 'list.name = text', 'const list: string[] = []'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'what a class puts into all of its objects',
    source: shared('state'),
    outcome: 'serial: carried-collection',
    near: shared("{ last: '' }"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a flag that is taken back',
    source: memory("if (busy) throw new Error(path); busy = true; const text = await readFile(path, 'utf8'); busy = false; return text").replace('const known', 'let busy = false\n  const known'),
    outcome: 'serial: carried-value',
    near: memory("if (!busy) busy = true; return await readFile(path, 'utf8')").replace('const known', 'let busy = false\n  const known'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a state that is one thing and then another',
    source: memory("if (now !== 'idle') throw new Error(now); now = 'busy'; const text = await readFile(path, 'utf8'); now = 'idle'; return text").replace('const known', "let now = 'idle'\n  const known"),
    outcome: 'serial: carried-value',
    near: memory("if (now === 'idle') now = 'busy'; return await readFile(path, 'utf8')").replace('const known', "let now = 'idle'\n  const known"),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a sum that is read, and written after a wait',
    source: summed("const before = known.get('all') ?? 0; for await (const line of lines(path)) size += line.length; known.set('all', before + size);"),
    outcome: 'serial: carried-collection',
    near: summed('const before = known.get(path) ?? 0; known.set(path, before); for await (const line of lines(path)) size += line.length;'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a memory that is filled when something has come',
    source: memory("return readFile(path, 'utf8').then((text) => { const first = known.get(text); if (first) return first; known.set(text, path); return path })"),
    outcome: 'collect likely',
    near: memory("const first = known.get(path); if (first) return first; known.set(path, path); return readFile(path, 'utf8').then((text) => text + path)"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'something that is begun for all by the first one',
    source: memory("if (known.get('up')) return await readFile(path, 'utf8'); known.set('up', 'yes'); await readFile('start'); return await readFile(path, 'utf8')"),
    outcome: 'collect likely',
    near: memory("if (!known.get('up')) known.set('up', 'yes'); await readFile('start'); return await readFile(path, 'utf8')"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a look under another key',
    source: memory("const parent = known.get('root'); const text = await readFile(path, 'utf8'); if (parent) known.set(path, text); return text"),
    outcome: 'serial: carried-collection',
    near: memory("const parent = known.get(path); const text = await readFile(path, 'utf8'); if (!parent) known.set(path, text); return text"),
    nearOutcome: 'collect likely',
  },
  {
    name: 'the largest of what has come',
    source: memory("const text = await readFile(path, 'utf8'); if (text > last) last = text; return last").replace('const known', "let last = ''\n  const known"),
    outcome: 'serial: carried-value',
    near: memory("const text = await readFile(path, 'utf8'); if (last === '') last = text; return text").replace('const known', "let last = ''\n  const known"),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a memory that an await stands before: who comes first is told by it',
    source: memory("const text = await readFile(path, 'utf8'); let first = known.get(text); if (!first) { first = path; known.set(text, first) } return first"),
    outcome: 'collect likely',
    near: memory('let file = known.get(path); if (!file) { file = path; known.set(path, file) } return await readFile(file)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'what is looked at before it is written, though that decides nothing',
    source: memory("if (known.get('last') === path) path += '!'; known.set('last', await readFile(path, 'utf8')); return path").replace(/known\.get\('last'\)/, 'last').replace(/known\.set\('last', (.*?)\);/, 'last = $1;').replace('const known', "let last = ''\n  const known"),
    outcome: 'serial: carried-value',
    near: memory("if (last === '') last = await readFile(path, 'utf8'); return path").replace('const known', "let last = ''\n  const known"),
    nearOutcome: 'collect likely',
  },
  {
    name: 'an iterator that a callee takes from',
    source: taken("new Set(['1', '2', '3']).values()"),
    outcome: 'serial: carried-collection',
    near: taken("new Set(['1', '2', '3'])"),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a folder that lies in another',
    source: `${FS}export async function all(names: Set<string>) { for (const name of names) await mkdir(name) }`,
    outcome: 'concurrent possible',
    near: `${FS}export async function all() { for (const name of await readdir('.')) await mkdir(name + '.d') }`,
    nearOutcome: 'concurrent certain',
  },
]

test.each(WAYS)('$name', ({ source, outcome, near, nearOutcome }) => {
  expect(`${outcomes(source).at(0)} | ${outcomes(near).at(0)}`).toBe(`${outcome} | ${nearOutcome}`)
})
