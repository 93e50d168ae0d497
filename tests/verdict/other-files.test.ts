import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findAwaitLoops } from '../../src/model/find-await-loops.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseAmongFiles } from '../../src/parse/files/parse-among-files.ts'
import { judgeAwaitLoop } from '../../src/verdict/judge-await-loop.ts'

type Files = Readonly<Record<string, string>>

/** A loop over `xs` in `src/main.ts`, after these lines. */
const loop = (lines: string, call: string): Files => ({
  'src/main.ts': `${lines}
export async function main(xs: string[]) {
  const out: unknown[] = []
  for (const x of xs) out.push(await ${call})
  return out
}`,
})

const READS = "import { readFile } from 'node:fs/promises'\nexport async function load(x) { return await readFile(x, 'utf8') }"

const FAILING = `import { readFile } from 'node:fs/promises'
  class Failure extends Error { constructor(text: string) { super(text) } }
  export async function load(x) { const t = await readFile(x, 'utf8'); if (t === '') throw new Failure(x); return t }`
const below = (value: string): string => `import { readFile } from 'node:fs/promises'
  let n = 0
  class Base { at = ${value} }
  class Part extends Base {}
  export async function load(x) { const t = await readFile(x, 'utf8'); return [t, new Part().at] }`

const HOLDER = `import { readFile } from 'node:fs/promises'
  export class R {
    s
    constructor({ s = { last: '' } } = {}) { this.s = s }
    async go(x) { const t = await readFile(x + this.s.last, 'utf8'); this.s.last = t; return t }
  }`
const storeMadeBy = (read: string): string => `import { readFile } from 'node:fs/promises'
  export function makeStore() { let n = 0; return { async load(x) { return await ${read} } } }`
const storeClass = (read: string): string => `import { readFile } from 'node:fs/promises'
  export class Store { last = ''; async load(x) { ${read} } }`
const LOADER = `import { Store } from './store.ts'
  export class Loader {
    readonly #store = new Store()
    async all(xs: string[]) { const out: unknown[] = []; for (const x of xs) out.push(await this.#store.load(x)); return out }
  }`

/** What is said of the loop of the one file, the others being around it. */
const CASES: readonly (readonly [title: string, outcome: string, files: Files])[] = [
  [
    'one that throws an error of a class of its own',
    'collect certain',
    { ...loop("import { load } from './load.ts'", 'load(x)'), 'src/load.ts': FAILING },
  ],
  [
    'one that makes something below a class whose fields count',
    'collect likely callee-keeps-state',
    { ...loop("import { load } from './load.ts'", 'load(x)'), 'src/load.ts': below('n++') },
  ],
  [
    'below a class whose fields do nothing',
    'collect certain',
    { ...loop("import { load } from './load.ts'", 'load(x)'), 'src/load.ts': below('1') },
  ],
  [
    'an object of a class that holds what its options are given',
    'serial carried-collection',
    { ...loop("import { R } from './r.ts'\nconst s = { last: '' }", 'new R({ s }).go(x)'), 'src/r.ts': HOLDER },
  ],
  [
    'one that holds something of its own',
    'collect certain',
    { ...loop("import { R } from './r.ts'\nconst s = { last: '' }", 'new R({ s: { ...s } }).go(x)'), 'src/r.ts': HOLDER },
  ],
  ['a function that only reads', 'collect certain', { ...loop("import { load } from './load.ts'", 'load(x)'), 'src/load.ts': READS }],
  [
    'one that keeps a count which it gives out',
    'serial carried-value',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': 'let n = 0\nexport async function load(x) { n += 1; return x + n }',
    },
  ],
  [
    'a method of what a function makes',
    'collect likely',
    { ...loop("import { makeStore } from './store.ts'\nconst store = makeStore()", 'store.load(x)'), 'src/store.ts': storeMadeBy("readFile(x, 'utf8')") },
  ],
  [
    'a method of what a function makes, which counts',
    'serial carried-value',
    { ...loop("import { makeStore } from './store.ts'\nconst store = makeStore()", 'store.load(x)'), 'src/store.ts': storeMadeBy('readFile(x, String(n++))') },
  ],
  [
    'a method of what a function makes for each turn, which counts',
    'collect likely',
    { ...loop("import { makeStore } from './store.ts'", 'makeStore().load(x)'), 'src/store.ts': storeMadeBy('readFile(x, String(n++))') },
  ],
  [
    'a method of what a class makes for a field',
    'collect likely',
    { 'src/main.ts': LOADER, 'src/store.ts': storeClass("return await readFile(x, 'utf8')") },
  ],
  [
    'a method of what a class makes for a field, which keeps what it read last',
    'serial stateful-receiver',
    { 'src/main.ts': LOADER, 'src/store.ts': storeClass("return (this.last = await readFile(x + this.last, 'utf8'))") },
  ],
  [
    'a memory that it fills',
    'collect likely callee-keeps-state',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': `import { readFile } from 'node:fs/promises'
        const known = new Map()
        export async function load(x) {
          if (!known.has(x)) known.set(x, await readFile(x, 'utf8'))
          return known.get(x)
        }`,
    },
  ],
  [
    'a memory that is filled in the step that misses something there',
    'collect certain callee-keeps-state',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': `import { readFile } from 'node:fs/promises'
        const known = new Map()
        export function load(x) {
          const found = known.get(x)
          if (found) return found
          const text = readFile(x, 'utf8')
          known.set(x, text)
          return text
        }`,
    },
  ],
  [
    'one whose values tell how full it is',
    'serial carried-collection',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': `import { readFile } from 'node:fs/promises'
        const known = new Map()
        export async function load(x) {
          if (!known.has(x)) known.set(x, known.size)
          return await readFile(String(known.get(x)), 'utf8')
        }`,
    },
  ],
  [
    'overloads, before the function itself',
    'collect certain',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': `import { readFile } from 'node:fs/promises'
        export async function load(path: string): Promise<string>
        export async function load(path: string, encoding?: 'utf8'): Promise<string> { return await readFile(path, 'utf8') }`,
    },
  ],
  [
    'a list whose type is written in another file',
    'collect certain',
    {
      'src/main.ts': `import { readFile } from 'node:fs/promises'
        import type { Job } from './types.ts'
        export async function main(job: Job) {
          const out: string[] = []
          for (const { path } of job.entries) out.push(await readFile(path.trim(), 'utf8'))
          return out
        }`,
      'src/types.ts': 'export interface Entry { path: string }\nexport type Job = { entries: readonly Entry[] }',
    },
  ],
  [
    'one whose type is of a package that is not read',
    'collect likely',
    {
      'src/main.ts': `import { readFile } from 'node:fs/promises'
        import type { Job } from 'jobs'
        export async function main(job: Job) {
          const out: string[] = []
          for (const { path } of job.entries) out.push(await readFile(path.trim(), 'utf8'))
          return out
        }`,
    },
  ],
  [
    'a list that a function of another file gives',
    'collect certain',
    {
      'src/main.ts': `import { readFile } from 'node:fs/promises'
        import { namesIn } from './names.ts'
        export async function main() {
          const out: string[] = []
          for (const name of namesIn('a')) out.push(await readFile(name.trim(), 'utf8'))
          return out
        }`,
      'src/names.ts': 'export function namesIn(start: string): string[] { return [start] }',
    },
  ],
  [
    'a constant of another file',
    'collect certain',
    {
      ...loop("import { known } from './known.ts'\nimport { readFile } from 'node:fs/promises'", 'readFile(known.find((one) => one === x) ?? x)'),
      'src/known.ts': "export const known = ['a', 'b']",
    },
  ],
  [
    'files whose compiler settings extend some that are not installed',
    'collect certain',
    {
      ...loop("import { load } from './load.js'", 'load(x)'),
      'tsconfig.json': '{ "extends": "@tsconfig/node20/tsconfig.json" }',
      'src/load.ts': READS,
    },
  ],
  [
    'a memory from which it takes things out again',
    'serial carried-collection',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': `import { readFile } from 'node:fs/promises'
        const open = new Set()
        export async function load(x) {
          if (open.has(x)) throw new Error('a cycle')
          open.add(x)
          const text = await readFile(x, 'utf8')
          open.delete(x)
          return text
        }`,
    },
  ],
  [
    're-exported by name, by star and under another name',
    'collect certain',
    {
      ...loop("import { fetchText } from './index.js'", 'fetchText(x)'),
      'src/index.ts': "export * from './others'\nexport { read as fetchText } from './middle'",
      'src/others.ts': 'export const other = 1',
      'src/middle.ts': "export { load as read } from './load'",
      'src/load.ts': READS,
    },
  ],
  [
    'a star export that is not found may be where it comes from',
    'collect likely',
    { ...loop("import { load } from './index.ts'", 'load(x)'), 'src/index.ts': "export * from 'unknown-package'\nexport * from './load'", 'src/load.ts': READS },
  ],
  [
    'a member of a namespace',
    'collect certain',
    { ...loop("import * as files from './load'", 'files.load(x)'), 'src/load.ts': READS },
  ],
  [
    'a default export that is an object',
    'collect certain',
    { ...loop("import files from './files'", 'files.load(x)'), 'src/files.ts': "import { load } from './load'\nexport default { load }", 'src/load.ts': READS },
  ],
  [
    'CommonJS, destructured',
    'collect certain',
    {
      'src/main.cjs': `const { load } = require('./load.cjs')
        exports.main = async (xs) => { const out = []; for (const x of [...xs]) out.push(await load(x)); return out }`,
      'src/load.cjs': `const { readFile } = require('node:fs/promises')
        const load = async (x) => await readFile(x, 'utf8')
        module.exports = { load }`,
    },
  ],
  [
    'by a path of the compiler settings',
    'collect certain',
    {
      ...loop("import { load } from '@/load'", 'load(x)'),
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'src/load.ts': READS,
    },
  ],
  [
    'a package of the workspace that is neither linked nor built',
    'collect certain',
    {
      ...loop("import { load } from '@acme/load/files'", 'load(x)'),
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/load/package.json': '{ "name": "@acme/load", "exports": { "./*": { "import": "./dist/esm/*.js" } } }',
      'packages/load/src/files.ts': READS,
    },
  ],
  [
    'a package that was installed is not read',
    'collect likely',
    {
      ...loop("import { load } from 'loading'", 'load(x)'),
      'node_modules/loading/package.json': '{ "name": "loading", "main": "index.js" }',
      'node_modules/loading/index.js': READS,
    },
  ],
  [
    'a file and a directory of one name are not told apart',
    'collect likely',
    { ...loop("import { load } from './load'", 'load(x)'), 'src/load.ts': READS, 'src/load/index.ts': READS },
  ],
  [
    'a method of an object that the file makes',
    'collect certain',
    {
      ...loop("import { Store } from './store'\nconst store = new Store()", 'store.load(x)'),
      'src/store.ts': "import { readFile } from 'node:fs/promises'\nexport class Store { async load(x) { return await readFile(x, 'utf8') } }",
    },
  ],
  [
    'a method by the written type of its receiver, which a class below may replace',
    'collect likely',
    {
      'src/main.ts': `import type { Store } from './store'
        export class Job {
          constructor(private store: Store) {}
          async main(xs: string[]) { const out: string[] = []; for (const x of xs) out.push(await this.store.load(x)); return out }
        }`,
      'src/store.ts': "import { readFile } from 'node:fs/promises'\nexport class Store { async load(x) { return await readFile(x, 'utf8') } }",
    },
  ],
  [
    'a method of an exported class, which a class of another file may replace',
    'collect likely',
    {
      'src/main.ts': `import { readFile } from 'node:fs/promises'
        export class Job {
          async main(xs: string[]) { const out: string[] = []; for (const x of xs) out.push(await this.load(x)); return out }
          async load(x: string) { return await readFile(x, 'utf8') }
        }`,
    },
  ],
  [
    'the same, private',
    'collect certain',
    {
      'src/main.ts': `import { readFile } from 'node:fs/promises'
        export class Job {
          async main(xs: string[]) { const out: string[] = []; for (const x of xs) out.push(await this.#load(x)); return out }
          async #load(x: string) { return await readFile(x, 'utf8') }
        }`,
    },
  ],
  [
    'such a method that counts in its object',
    'serial stateful-receiver',
    {
      'src/main.ts': `import type { Store } from './store'
        export class Job {
          constructor(private store: Store) {}
          async main(xs: string[]) { const out: string[] = []; for (const x of xs) out.push(await this.store.load(x)); return out }
        }`,
      'src/store.ts': 'export class Store { n = 0; async load(x) { this.n += 1; return x + this.n } }',
    },
  ],
  [
    'a variable of another file that a callee writes and the turn reads',
    'serial carried-value',
    {
      ...loop("import { load, last } from './state'", 'load(x + last)'),
      'src/state.ts': "import { readFile } from 'node:fs/promises'\nexport let last = ''\nexport async function load(x) { const text = await readFile(x, 'utf8'); last = text; return text }",
    },
  ],
  [
    'files that import each other, and functions that call each other',
    'collect certain',
    {
      ...loop("import { even } from './even'", 'even(x.length, x)'),
      'src/even.ts': "import { odd } from './odd'\nimport { readFile } from 'node:fs/promises'\nexport async function even(n, x) { return n === 0 ? await readFile(x, 'utf8') : await odd(n - 1, x) }",
      'src/odd.ts': "import { even } from './even'\nexport async function odd(n, x) { return await even(n - 1, x) }",
    },
  ],
  [
    'one that prints, right in the function that is called',
    'serial ordered-effect',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': "import { readFile } from 'node:fs/promises'\nexport async function load(x) { const text = await readFile(x, 'utf8'); console.log(x); return text }",
    },
  ],
  [
    'one that prints before it waits',
    'fission likely',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': "import { readFile } from 'node:fs/promises'\nexport async function load(x) { console.log(x); return await readFile(x, 'utf8') }",
    },
  ],
  [
    'one whose log is two calls away',
    'collect likely',
    {
      ...loop("import { load } from './load.ts'", 'load(x)'),
      'src/load.ts': "import { readFile } from 'node:fs/promises'\nimport { debug } from './log'\nexport async function load(x) { debug(x); return await readFile(x, 'utf8') }",
      'src/log.ts': 'export function debug(text) { console.error(text) }',
    },
  ],
]

describe('callees in other files', () => {
  test.each(CASES)('%s: %s', (_, outcome, files) => {
    expect(outcomeIn(project(files), files)).toBe(outcome)
  })

  test('are what is on disk now, and the file itself what its text is', () => {
    const files: Files = { ...loop("import { load } from './load.ts'", 'load(x)'), 'src/load.ts': READS }
    const root = project(files)
    expect(outcomeIn(root, files)).toBe('collect certain')
    const edited = { 'src/main.ts': files['src/main.ts']!.replace('load(x)', 'load(x + out.length)') }
    expect(outcomeIn(root, edited)).toBe('serial carried-collection')
    writeFileSync(join(root, 'src/load.ts'), 'let n = 0\nexport async function load(x) { n += 1; return x + n + "changed" }')
    expect(outcomeIn(root, { 'src/main.ts': `${files['src/main.ts']}\n` })).toBe('serial carried-value')
  })
})

function project(files: Files): string {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

/** Verdict and confidence, or the reason; and that a callee keeps state, where it does. */
function outcomeIn(root: string, files: Files): string {
  const name = Object.keys(files).find((one) => one.startsWith('src/main.'))!
  const parsed = parseAmongFiles(files[name]!, join(root, name))
  const { verdict, confidence, reasons } = judgeAwaitLoop(findAwaitLoops(parsed)[0]!, parsed, DEFAULT_OPTIONS)
  if (confidence === null) return `${verdict} ${reasons[0]!.code}`
  const keeps = reasons.some(({ code }) => code === 'callee-keeps-state') ? ' callee-keeps-state' : ''
  return `${verdict} ${confidence}${keeps}`
}
