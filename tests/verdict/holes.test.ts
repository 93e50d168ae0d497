import { expect, test } from 'vitest'
import { outcomes } from '../judge-source.ts'

/** What made the judge say that turns may overlap which must not, and a near miss that may. */
interface Hole {
  readonly name: string
  readonly source: string
  readonly outcome: string
  readonly near: string
  readonly nearOutcome: string
}

/** A loop whose turn makes the text, and fetches it where that is all. */
const walk = (turn: string): string =>
  `async function all(xs: string[]) { const out: string[] = []; for (const x of xs) { ${turn} } return out }`
const fetched = (address: string): string => walk(`out.push(await (await fetch(${address})).text())`)
/** An archive, whose folders come before their files. */
const unpacked = (make: string): string => `import { mkdir, writeFile } from 'node:fs/promises'
  import { join } from 'node:path'
  export async function all(dir: string, entries: Entry[]) {
    for (const entry of entries) {
      const dest = join(dir, entry.name)
      if (entry.isFolder) await ${make}
      else await writeFile(dest, entry.data)
    }
  }`

/** A fold whose turn first waits for what the turns before have found. */
const folded = (wait: string, address: string): string => `async function all(xs: string[]) {
  return await xs.reduce(async (found, x) => { ${wait}; const page = await fetch(${address}); return { left: left + page } }, start()) }`
const renamed = (head: string, turn: string): string => `import { readFile } from 'node:fs/promises'
  async function all(files: Map<string, string>) { ${head} { ${turn} } }`
const changed = (turn: string): string => `import { mkdir, rm } from 'node:fs/promises'
  import { join } from 'node:path'
  async function all(xs: Change[]) { const made: (string | undefined)[] = []; for (const x of xs) { ${turn} } return made }`
const spawned = (options: string): string => `import { spawn } from 'node:child_process'
  ${walk(`out.push(await new Promise((resolve) => { const child = spawn(x, ${options}); child.on('close', resolve) }))`)}`
const paced = (turn: string, head = ''): string => `import { once } from 'node:events'
  import { setTimeout as sleep } from 'node:timers/promises'
  ${head}; ${walk(turn)}`
const timed = (body: string, head = ''): string => `const now = () => performance.now(); ${head}
  async function load(x: string) { ${body} }
  ${walk('out.push(await load(x))')}`
const listened = (turn: string): string => `import { EventEmitter } from 'node:events'
  const events = new EventEmitter(); let last = ''
  events.on('page', (text: string) => { last = text })
  ${walk(turn)}`
const hooked = (turn: string): string => `class Hooks {
    taps: ((text: string) => void)[] = []
    tap(tap: (text: string) => void) { this.taps.push(tap) }
    async call(x: string) { const text = await (await fetch(x)).text(); for (const tap of this.taps) tap(text); return text }
  }
  const hooks = new Hooks(), others = new Hooks(); let total = 0
  hooks.tap((text) => { total += text.length })
  ${walk(turn)}`
const listed = (turn: string): string => `import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
  import { join } from 'node:path'
  export async function all(dir: string) { for (const name of await readdir(dir)) { ${turn} } }`
const queried = (query: string): string => `import knex from 'knex'
  const db = knex({})
  async function all(ids: string[]) { const query = db('users').where('open', true); for (const id of ids) await ${query}.orWhere({ id }) }`

const HOLES: readonly Hole[] = [
  {
    name: 'a field of a new object counts',
    source: `let n = 0; class Job { id = n++ }; ${fetched('x + new Job().id + n')}`,
    outcome: 'serial: carried-value',
    near: `class Job { id = 1 }; ${fetched('x + new Job().id')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a method that a class of the file overrides',
    source: `class A { async all(xs: string[]) { const out = []; for (const x of xs) out.push(await this.load(x)); return out }
      async load(x: string) { return x } }
      class B extends A { last = ''; async load(x: string) { return (this.last = await super.load(this.last + x)) } }`,
    outcome: 'collect likely',
    near: `class A { async all(xs: string[]) { const out = []; for (const x of xs) out.push(await this.load(x)); return out }
      async load(x: string) { return x } }
      class B extends A { async save(x: string) { return x } }`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a method that is assigned again',
    source: `const api = { async load(x: string) { return x } }; api.load = other; ${walk('out.push(await api.load(x))')}`,
    outcome: 'collect likely',
    near: `const api = { async load(x: string) { return x } }; api.size = 1; ${walk('out.push(await api.load(x))')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a method that what is spread in after it may replace',
    source: `const api = { async load(x: string) { return x }, ...given }; ${walk('out.push(await api.load(x))')}`,
    outcome: 'collect likely',
    near: `const api = { ...given, async load(x: string) { return x } }; ${walk('out.push(await api.load(x))')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a method of the parent class counts',
    source: `class P { n = 0; next() { return ++this.n } }
      class C extends P { async all(xs: string[]) { for (const x of xs) await (await fetch(x + this.next())).text() } }`,
    outcome: 'serial: stateful-receiver',
    near: `class P { n = 0; next() { return this.n } }
      class C extends P { async all(xs: string[]) { for (const x of xs) await (await fetch(x + this.next())).text() } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'one of two functions counts',
    source: `let n = 0; const plain = async (x: string) => x; const counting = async (x: string) => x + n++
      const load = flag ? plain : counting; ${walk('out.push(await load(x))')}`,
    outcome: 'serial: carried-value',
    near: `const plain = async (x: string) => x; const other = async (x: string) => x + 1
      const load = flag ? plain : other; ${walk('out.push(await load(x))')}`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'the function of a tagged template counts',
    source: `let n = 0; function id(texts: unknown) { n += 1; return n }; ${fetched('x + id`user`')}`,
    outcome: 'serial: carried-value',
    near: `function id(texts: unknown) { return 1 }; ${fetched('x + id`user`')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a getter counts',
    source: `class Ids { n = 0; get next() { return this.n++ } }; const ids = new Ids(); ${fetched('x + ids.next')}`,
    outcome: 'serial: carried-collection',
    near: `class Ids { n = 0; get next() { return this.n } }; const ids = new Ids(); ${fetched('x + ids.next')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a setter adds to a list that the next turn reads',
    source: `const sink = { all: ['a'], set last(v: string) { this.all.push(v) } }
      ${walk('const t = await (await fetch(x + sink.all.length)).text(); sink.last = t')}`,
    outcome: 'serial: stateful-receiver',
    near: `const sink = { all: ['a'], set last(v: string) { this.all.push(v) } }
      ${walk('const t = await (await fetch(x)).text(); sink.last = t')}`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'an object of the turn holds a list of all turns',
    source: `class Sink { constructor(private list: string[]) {} add(v: string) { this.list.push(v) } }
      ${walk('new Sink(out).add(x); await (await fetch(x + out.length)).text()')}`,
    outcome: 'serial: carried-collection',
    near: `class Sink { constructor(private list: string[]) {} add(v: string) { this.list.push(v) } }
      ${walk('new Sink([]).add(x); await (await fetch(x)).text()')}`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a list is reached by its own name and through an object',
    source: walk('const text = await (await fetch(x + out.length)).text(); ctx.out.push(text)').replace(
      'for',
      'const ctx = { out }; for',
    ),
    outcome: 'serial: stateful-receiver',
    near: walk('const text = await (await fetch(x)).text(); ctx.out.push(text)').replace('for', 'const ctx = { out }; for'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'a visitor handed to an unknown function gathers',
    source: walk('const tree = await walkTree(x, { enter(node) { out.push(node) } }); use(tree)'),
    outcome: 'serial: carried-collection',
    near: walk('const tree = await walkTree(x, { enter(node) { return node } }); use(tree)'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'an option of a known call gathers',
    source: `import axios from 'axios'; ${walk('await axios.get(x, { transformResponse: (d) => { out.push(x); return d } })')}`,
    outcome: 'serial: carried-collection',
    near: `import axios from 'axios'; ${walk('await axios.get(x, { transformResponse: (d) => JSON.parse(d) })')}`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a fold into what all turns share',
    source: `const sums: Record<string, number> = {}
      ${walk('[...x].reduce((sum, c) => { sum[c] = 1; return sum }, sums); await (await fetch(x + sums.a)).text()')}`,
    outcome: 'serial: carried-collection',
    near: walk('const s = [...x].reduce((sum, c) => { sum[c] = 1; return sum }, {}); await (await fetch(x + s.a)).text()'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a callback of Array.from changes what it walks',
    source: `const items = [{ n: 0 }]; ${walk('Array.from(items, (i) => { i.n += 1 }); await (await fetch(x)).text()')}`,
    outcome: 'serial: carried-collection',
    near: `const items = [{ n: 0 }]; ${walk('Array.from(items, (i) => i.n + 1); await (await fetch(x)).text()')}`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'an object of the turn changes the one around',
    source: `class Service { count = 0; async all(xs: string[]) { const self = this
      class Loader { async load(x: string) { self.count += 1; return (await fetch(x + self.count)).text() } }
      for (const x of xs) { await new Loader().load(x) } } }`,
    outcome: 'serial: carried-collection',
    near: `class Service { count = 0; async all(xs: string[]) { const self = this
      class Loader { async load(x: string) { return (await fetch(x + self.count)).text() } }
      for (const x of xs) { await new Loader().load(x) } } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a static block and a default in a pattern run',
    source: `let n = 0; ${walk('class T { static { n += 1 } } for (const { a = n++ } of [x]) use; await (await fetch(x)).text()')}`,
    outcome: 'serial: carried-value',
    near: walk('let n = 0; class T { static { n += 1 } } for (const { a = n++ } of [x]) use; await (await fetch(x)).text()'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'the list is emptied',
    source: walk('const r = await load(x); if (r) xs.length = 0'),
    outcome: 'serial: source-changes',
    near: walk('const r = await load(x); if (r) out.length = 0'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'the map grows whose keys are walked',
    source: `async function all(m: Map<string, string>) { for (const k of m.keys()) { const r = await load(k); m.set(r, k) } }`,
    outcome: 'serial: source-changes',
    near: `async function all(m: Map<string, string>) { for (const k of m.keys()) { const r = await load(k); m.set(k, r) } }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'what an unknown object holds grows while it is walked',
    source: `async function all(node) { for (const x of node.parts ?? []) { const r = await load(x); node.parts.push(r) } }`,
    outcome: 'serial: source-changes',
    near: `async function all(node) { for (const x of node.parts ?? []) { const r = await load(x); node.done.push(r) } }`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'a generator takes from the queue to which the turn adds',
    source: `const queue: string[] = []; function* pending() { while (queue.length) yield queue.shift()! }
      async function all() { for (const x of pending()) { const r = await load(x); queue.push(r) } }`,
    outcome: 'serial: source-changes',
    near: `const queue: string[] = []; const done: string[] = []; function* pending() { while (queue.length) yield queue.shift()! }
      async function all() { for (const x of pending()) { const r = await load(x); done.push(r) } }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'the queue is handed to what may add to it',
    source: `async function all(root) { const queue = [root]; while (queue.length) { const x = queue.shift(); use(await look(x, queue)) } }`,
    outcome: 'serial: queue-grows',
    near: `async function all(root) { const queue = [root]; while (queue.length) { const x = queue.shift(); use(await look(x)) } }`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'an element is reached through the list, too',
    source: walk('x.depth = (await load(x.depth, xs[0].depth)) + 1').replace('string[]', '{ depth: number }[]'),
    outcome: 'serial: carried-collection',
    near: walk('x.depth = (await load(x.depth)) + xs.length').replace('string[]', '{ depth: number }[]'),
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'what two elements hold is added to in place',
    source: walk('x.parent.list.push(await load(x))').replace('string[]', '{ parent: { list: string[] } }[]'),
    outcome: 'collect likely',
    near: walk('x.text = await load(x)').replace('string[]', '{ text: string }[]'),
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'what was awaited, not for the element, is changed',
    source: walk('const state = await getState(); state.count += 1; out.push(await load(x, state.count))'),
    outcome: 'unknown: unknown-alias',
    near: walk('const state = await getState(x); state.count += 1; out.push(await load(x, state.count))'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'the object that is asked next is told what came',
    source: walk('const token = await auth.lookupToken(x); auth.use(token)'),
    outcome: 'concurrent possible',
    near: walk('const token = await auth.lookupToken(x); shown.use(token)'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'a property of the object that is asked next is set',
    source: walk('const r = await client.get(x); client.token = r.token'),
    outcome: 'serial: stateful-receiver',
    near: walk('const r = await client.get(x); other.token = r.token'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'an id is asked of a counter between two awaits',
    source: walk('const a = await (await fetch(x)).text(); const id = ids.next(); await (await fetch(a + id)).text()'),
    outcome: 'fission likely',
    near: walk('const a = await (await fetch(x)).text(); const id = idOf(a); await (await fetch(a + id)).text()'),
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'a set of what was seen goes along',
    source: `async function all(xs: string[], seen: Set<string>) { for (const x of xs) use(await resolveAll(x, seen)) }`,
    outcome: 'serial: shared-argument',
    near: `async function all(xs: string[], known: Set<string>) { for (const x of xs) use(await resolveAll(x, known)) }`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'a fold of promises appends to a file',
    source: `import fs from 'node:fs/promises'
      xs.reduce(async (before, x) => { await before; await fs.appendFile('log', x) }, Promise.resolve())`,
    outcome: 'serial: ordered-effect',
    near: `import fs from 'node:fs/promises'
      xs.reduce(async (before, x) => { await before; await fs.stat(x) }, Promise.resolve())`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'a fold that waits for the turn before when its work is done',
    source: `xs.reduce(async (before, x) => { const v = await load(x); return [...(await before), v] }, [])`,
    outcome: 'serial: already-started',
    near: `xs.reduce(async (before, x) => { const all = await before; return [...all, await load(x)] }, [])`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'a chain whose values nobody gets',
    source: `xs.reduce((before, x) => before.then(() => applyPatch(x)), Promise.resolve())`,
    outcome: 'fission possible',
    near: `xs.reduce((before, x) => before.then(() => loadPage(x)), Promise.resolve())`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'the loop ends in a finally',
    source: walk('try { await (await fetch(x)).text() } finally { return }'),
    outcome: 'serial: early-exit',
    near: walk('try { await (await fetch(x)).text() } finally { use }'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'the loop ends after a write at an element',
    source: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (const x of xs) { await fs.writeFile(x, ''); if (x === 'end') break } }`,
    outcome: 'serial: early-exit',
    near: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (const x of xs) { if (x === 'end') break; await fs.writeFile(x, '') } }`,
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'the turn measures how long it waits',
    source: walk('const start = Date.now(); await (await fetch(x)).text(); use(Date.now() - start)'),
    outcome: 'concurrent possible',
    near: walk('const start = Date.now(); await (await fetch(x + start)).text()'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'the rest of the turn closes what the prefix opened',
    source: `import fs from 'node:fs/promises'
      ${walk("const file = await fs.open(x); console.log(await file.readFile('utf8')); await file.close()")}`,
    outcome: 'serial: stateful-receiver',
    near: `import fs from 'node:fs/promises'
      ${walk("const file = await fs.open(x); const text = await file.readFile('utf8'); await file.close(); console.log(text)")}`,
    nearOutcome: 'fission certain',
  },
  {
    name: 'the rest of the turn reads the answer',
    source: walk('const answer = await fetch(x); console.log(x); out.push(await answer.text())'),
    outcome: 'serial: stateful-receiver',
    near: walk('const answer = await fetch(x); const text = await answer.text(); console.log(x); out.push(text)'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'the rest of the turn lets a lock go',
    source: walk('const release = await locks.obtain(x); n += 1; release()').replace('for', 'let n = 0; for'),
    outcome: 'serial: stateful-receiver',
    near: walk('const release = await notes.obtain(x); n += 1; use(release)').replace('for', 'let n = 0; for'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'two names of one file',
    source: `import fs from 'node:fs/promises'
      async function all() { for (const x of ['a', "./A"]) { await fs.writeFile(x, '') } }`,
    outcome: 'concurrent possible',
    near: `import fs from 'node:fs/promises'
      async function all() { for (const x of ['a', "./b"]) { await fs.writeFile(x, '') } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a path climbs out of the folder that differs',
    source: `import fs from 'node:fs/promises'; import { join } from 'node:path'
      async function all(xs: Set<string>) { for (const x of xs) { await fs.writeFile(join(x, '..', 'a'), '') } }`,
    outcome: 'concurrent possible',
    near: `import fs from 'node:fs/promises'; import { join } from 'node:path'
      async function all(xs: Set<string>) { for (const x of xs) { await fs.writeFile(join('..', x, 'a'), '') } }`,
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'different objects that name one file',
    source: `import fs from 'node:fs/promises'
      async function all(xs: Set<URL>) { for (const x of xs) { await fs.writeFile(x, '') } }`,
    outcome: 'concurrent likely',
    near: `import fs from 'node:fs/promises'
      async function all() { for (const x of await fs.readdir('.')) { await fs.writeFile(x, '') } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'two texts that name one file, `a` and `./a`',
    source: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (const x of xs) { await fs.writeFile(x, '') } }`,
    outcome: 'concurrent likely',
    near: `import fs from 'node:fs/promises'
      async function all() { for (const x of ['a', './b']) { await fs.writeFile(x, '') } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'two parts of a path that vary may make one name',
    source: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (const x of xs) { const y = await nameOf(x); await fs.writeFile(x + y, '') } }`,
    outcome: 'concurrent likely',
    near: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (const x of xs) { const y = await nameOf(x); await fs.writeFile(x + 'y', y) } }`,
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'the name of the element is given another value',
    source: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (let x of xs) { x = 'a'; await fs.writeFile(x, '') } }`,
    outcome: 'concurrent possible',
    near: `import fs from 'node:fs/promises'
      async function all(xs: Set<string>) { for (let x of xs) { await fs.writeFile(x, '') } }`,
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'modules are loaded',
    source: walk('out.push(await import(x))'),
    outcome: 'collect likely',
    near: walk('out.push(await (await fetch(x)).json())'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a variable that a listener writes',
    source: `let mode = ''; export const setMode = (m: string) => { mode = m }; ${fetched('x + mode')}`,
    outcome: 'collect likely',
    near: `let mode = ''; mode = 'a'; ${fetched('x')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a promise that is kept and awaited for nothing',
    source: walk('const saved = repo.save(x); await saved'),
    outcome: 'concurrent possible',
    near: walk('const page = repo.find(x); use(await page)'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'a function that is handed to a callee which calls it',
    source: `const run = async (work: () => Promise<string>) => { return work() }
      async function all(xs: string[], head: string) { for (const x of xs) head = await run(() => rebase(x, head)) }`,
    outcome: 'serial: carried-value',
    near: `const run = async (work: () => Promise<string>) => { return work() }
      async function all(xs: string[], head: string) { for (const x of xs) head = await run(() => rebase(x)) }`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'a function that a callee hands on to another one',
    source: `const using = async (tx: Tx, work: (tx: Tx) => Promise<string>) => { try { return await work(tx) } finally { tx.end() } }
      const run = (pool: Pool, work: (tx: Tx) => Promise<string>) => using(pool.get(), work)
      async function all(xs: string[], head: string) { for (const x of xs) head = await run(pool, (tx) => tx.rebase(x, head)) }`,
    outcome: 'serial: carried-value',
    near: `const retry = async (work: () => Promise<string>) => { try { return await work() } catch { return await work() } }
      const run = (work: () => Promise<string>) => retry(work)
      ${walk('out.push(await run(async () => (await fetch(x)).text()))')}`,
    nearOutcome: 'collect certain',
  },
  {
    name: 'a function that is handed over by its name, in a field or as a choice',
    source: `const run = async (o: { work: () => Promise<void> }) => { await o.work() }; let n = 0
      const add = async () => { n += 1; await fetch(String(n)) }
      async function all(xs: string[]) { for (const x of xs) await run({ work: x ? add : add }) }`,
    outcome: 'serial: carried-value',
    near: `const run = async (o: { work: () => Promise<void> }) => { await o.work() }
      async function all(xs: string[]) { for (const x of xs) await run({ work: async () => { await fetch(x) } }) }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'what asks a person is called by its own name, deep in a callee',
    source: `class Shell { constructor(private prompter: Ask) {} async ask(x: string) { return (await this.prompter({ x })).answer } }
      const shell = new Shell(other); ${walk('out.push(await shell.ask(x))')}`,
    outcome: 'serial: interactive',
    near: `class Shell { constructor(private fetcher: Ask) {} async find(x: string) { return (await this.fetcher({ x })).answer } }
      const shell = new Shell(other); ${walk('out.push(await shell.find(x))')}`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'a wait for what the rest of the turn needs',
    source: `const waitForActive = async (x: string) => { if (!(await fetch(x)).ok) throw new Error(x) }
      async function all(xs: string[]) { for (const x of xs) { await waitForActive(x); await change(x) } }`,
    outcome: 'serial: pacing',
    near: `const waitForActive = async (x: string) => { if (!(await fetch(x)).ok) throw new Error(x) }
      async function all(xs: string[]) { for (const x of xs) { await waitForActive(x) } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a lock that the turn lets go of at its end',
    source: `async function all(xs: string[], lock: Lock) { for (const x of xs) { using held = lock; await (await fetch(x + held.name)).text() } }`,
    outcome: 'serial: carried-collection',
    near: `async function all(xs: string[], lock: Lock) { for (const x of xs) { const held = lock; await (await fetch(x + held.name)).text() } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'what is made is let go of at the end of the turn, and what that does besides is not seen',
    source: `class Item { constructor(public url: string) {} }
      async function all(xs: string[]) { for (const x of xs) { using item = new Item(x); await (await fetch('/' + item.url)).text() } }`,
    outcome: 'concurrent likely',
    near: `class Item { constructor(public url: string) {} }
      async function all(xs: string[]) { for (const x of xs) { const item = new Item(x); await (await fetch('/' + item.url)).text() } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'an element that the turn lets go of, which may be two of the same',
    source: `async function all(files: File[]) { for (using file of files) await (await fetch('/' + file.url)).text() }`,
    outcome: 'concurrent likely',
    near: `async function all(files: File[]) { for (const file of files) await (await fetch('/' + file.url)).text() }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a call that is followed by what is done with its value is waited for as well',
    source: walk('out.push(await device.installPart(x).then((done) => done.id))'),
    outcome: 'serial: ordered-effect',
    near: walk('out.push(await device.findPart(x).then((part) => part.id))'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a folder that is made with a mode that is told at run time, and files that may lie below it',
    source: unpacked('mkdir(dest, { recursive: true, mode: entry.mode })'),
    outcome: 'concurrent possible',
    near: unpacked('mkdir(dest, { recursive: true, mode: 0o755 })'),
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'the body after the overloads of a method of its own counts',
    source: `class Rows { last = ''
        load(x: string): Promise<string>
        load(x: string[]): Promise<string>
        async load(x: any) { return (this.last = await (await fetch(this.last + x)).text()) }
        async all(xs: string[]) { for (const x of xs) await this.load(x) } }`,
    outcome: 'serial: stateful-receiver',
    near: `class Rows { last = ''
        load(x: string): Promise<string>
        load(x: string[]): Promise<string>
        async load(x: any) { return await (await fetch('/' + x)).text() }
        async all(xs: string[]) { for (const x of xs) await this.load(x) } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'what holds a transaction, which a callee takes from what it was given',
    source: `const rowsOf = (context: any) => { const transactionManager = context.manager; return transactionManager.rowsOf('items') }
      async function all(xs: string[], context: Context) { const out = []; for (const x of xs) out.push(await rowsOf(context).findOne(x)); return out }`,
    outcome: 'serial: transaction',
    near: `const rowsOf = (context: any) => { const sessionManager = context.manager; return sessionManager.rowsOf('items') }
      async function all(xs: string[], context: Context) { const out = []; for (const x of xs) out.push(await rowsOf(context).findOne(x)); return out }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'what a transaction gives to the function that it runs, whatever its name',
    source: `export const all = (xs: string[], db: Database) => db.transaction(async (q) => {
        const out = []; for (const x of xs) out.push(await findRow(x, q)); return out })`,
    outcome: 'serial: transaction',
    near: `export const all = (xs: string[], db: Database) => db.cached(async (q) => {
        const out = []; for (const x of xs) out.push(await findRow(x, q)); return out })`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'what a decorator fills in a method that another runs in a transaction',
    source: `class Items { @InTransaction() async all(xs: string[], @Shared() context: Context = {}) {
        const out = []; for (const x of xs) out.push(await this.api.findRow(x, context)); return out } }`,
    outcome: 'serial: transaction',
    near: `class Items { @InTransaction() async all(xs: string[], context: Context = {}) {
        const out = []; for (const x of xs) out.push(await this.api.findRow(x, context)); return out } }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'a part of what a fold has come to',
    source: folded('const { left } = await found', 'left + x'),
    outcome: 'serial: carried-value',
    near: folded('const { left } = await found', 'x'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'what is made of it, and assigned',
    source: folded('let left; left = (await found).left.slice(1)', 'left + x'),
    outcome: 'serial: carried-value',
    near: folded('let left; left = (await found).left.slice(1)', 'x'),
    nearOutcome: 'fission likely',
  },
  {
    name: 'a pause with a timer of which nothing is known',
    source: `import { shim } from './shim'
      const clock = { sleep: (ms: number) => new Promise<void>((done) => { shim.setTimeout(() => done(), ms) }) }
      ${walk('out.push(await (await fetch(x)).text()); await clock.sleep(100)')}`,
    outcome: 'serial: pacing',
    near: `import { shim } from './shim'
      const clock = { sleep: (ms: number) => new Promise<void>((done) => { shim.setTimeout(() => done(), ms) }) }
      ${walk('out.push(await (await fetch(x)).text()); await clock')}`,
    nearOutcome: 'fission certain',
  },
  {
    name: 'a method that is there to be replaced',
    source: `class Driver { async write(path: string, text: string) { throw new Error('not implemented') } }
      async function all(xs: string[], driver: Driver) { for (const x of xs) { await driver.write('out', x); await (await fetch(x)).text() } }`,
    outcome: 'concurrent possible',
    near: `class Driver { async write(path: string, text: string) { if (path === '') throw new Error('no path') } }
      async function all(xs: string[], driver: Driver) { for (const x of xs) { await driver.write('out', x); await (await fetch(x)).text() } }`,
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'a method of this that does nothing yet',
    source: `export class Job { async begin(x: string) {} async all(xs: string[]) { for (const x of xs) { await this.begin(x); await (await fetch(x)).text() } } }`,
    outcome: 'concurrent possible',
    near: `class Job { async begin(x: string) {} async all(xs: string[]) { for (const x of xs) { await this.begin(x); await (await fetch(x)).text() } } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'an entry of the map that is walked, named by a value',
    source: renamed('for (const [name, next] of files)', 'files.set(next, await readFile(name))'),
    outcome: 'serial: source-changes',
    near: renamed('for (const [name, next] of files)', 'files.set(name, await readFile(next))'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a value of the map that is walked',
    source: renamed('for (const next of files.values())', 'await readFile(next); files.delete(next)'),
    outcome: 'serial: source-changes',
    near: renamed('for (const name of files.keys())', 'await readFile(name); files.delete(name)'),
    nearOutcome: 'concurrent likely',
  },
  {
    name: 'a place in the list that is walked, by a number out of it',
    source: `import { readFile } from 'node:fs/promises'
      async function all(list: number[]) { for (const x of list) { list[x] = (await readFile(String(x))).length } }`,
    outcome: 'serial: source-changes',
    near: `import { readFile } from 'node:fs/promises'
      async function all(list: number[]) { for (const [i, x] of list.entries()) { list[i] = (await readFile(String(x))).length } }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'folders that some turns make and others remove',
    source: changed('if (x.gone) await rm(x.path, { recursive: true, force: true }); else await mkdir(x.path, { recursive: true })'),
    outcome: 'concurrent possible',
    near: changed('if (x.gone) await mkdir(x.path, { recursive: true }); else await mkdir(x.link, { recursive: true })'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a folder that is removed and made anew, below which another one lies',
    source: changed("const out = join('dist', x.path); await rm(out, { recursive: true, force: true }); await mkdir(out, { recursive: true })"),
    outcome: 'concurrent possible',
    near: changed("const out = join('dist', x.path); await rm(out, { recursive: true, force: true }); await rm(x.link, { recursive: true, force: true })"),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'one folder that each turn removes and makes anew',
    source: changed("await rm('out', { recursive: true, force: true }); await mkdir('out', { recursive: true }); await fetch('/' + x.link)"),
    outcome: 'serial: ordered-effect',
    near: changed("await mkdir('out', { recursive: true }); await fetch('/' + x.link)"),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'which folder was made first',
    source: changed('made.push(await mkdir(x.path, { recursive: true }))'),
    outcome: 'collect possible',
    near: changed('await mkdir(x.path, { recursive: true }); made.push(x.path)'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'a queue that another method fills',
    source: `class Jobs { #jobs: string[] = []; add(job: string) { this.#jobs.push(job) }
      async run() { while (this.#jobs.length > 0) { const job = this.#jobs.shift()!; await (await fetch(job)).text() } } }`,
    outcome: 'serial: queue-grows',
    near: `class Jobs { #jobs: string[] = []; see(job: string) { return this.#jobs.includes(job) }
      async run() { while (this.#jobs.length > 0) { const job = this.#jobs.shift()!; await (await fetch(job)).text() } } }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a queue of what was started',
    source: `async function all(started: Promise<void>[]) { while (started.length > 0) await started.shift() }`,
    outcome: 'serial: already-started',
    near: `async function all(urls: string[]) { while (urls.length > 0) await fetch(urls.shift()!) }`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a function that is there for the order, by its name',
    source: `async function mapSeries(xs: string[], f: Step) { const out = []; for (const x of xs) out.push(await f(x)); return out }`,
    outcome: 'serial: ordered-effect',
    near: `async function mapStrings(xs: string[], f: Step) { const out = []; for (const x of xs) out.push(await f(x)); return out }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'a module that is loaded for what it does',
    source: walk('await import(x)'),
    outcome: 'serial: ordered-effect',
    near: walk('out.push((await import(x)).name)'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a message that is sent to one address',
    source: walk("const answer = await api('/messages', { method: 'POST', body: x }); out.push(answer.id)"),
    outcome: 'collect possible',
    near: walk("const answer = await api(`/messages/${x}`, { method: 'POST', body: x }); out.push(answer.id)"),
    nearOutcome: 'collect likely',
  },
  {
    name: 'an approval, which a person gives',
    source: walk('out.push(await screen.readApproval(x))'),
    outcome: 'serial: interactive',
    near: walk('out.push(await screen.readTitle(x))'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a program that writes to the terminal, with options alone',
    source: spawned("{ shell: true, stdio: 'inherit' }"),
    outcome: 'serial: ordered-effect',
    near: spawned("{ shell: true, stdio: 'ignore' }"),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a file that is read by a name made of that of another one',
    source: listed("const base = await readFile(join(dir, name.replace(/-\\d+$/, ''))); await writeFile(join(dir, name), base)"),
    outcome: 'concurrent likely',
    near: listed('const base = await readFile(join(dir, name)); await writeFile(join(dir, name), base)'),
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a file that a callee names after that of another one',
    source: `const parent = (name: string) => name.replace(/-\\d+$/, '')
      ${listed('await copyFile(join(dir, parent(name)), join(dir, name))')}`,
    outcome: 'concurrent possible',
    near: `const parent = (name: string) => name.replace(/-\\d+$/, '')
      ${listed("await copyFile(join(dir, 'from', parent(name)), join(dir, 'to', name))")}`,
    nearOutcome: 'concurrent certain',
  },
  {
    name: 'a pause beside the work of the turn',
    source: paced('const [page] = await Promise.all([fetch(x), sleep(100)]); out.push(page.url)'),
    outcome: 'serial: pacing',
    near: paced('const page = await Promise.race([fetch(x), sleep(100)]); out.push(page.url)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a pause that may be broken off',
    source: paced('out.push((await fetch(x)).url); await Promise.race([sleep(100), stop])', 'declare const stop: Promise<void>'),
    outcome: 'serial: pacing',
    near: paced('const page = fetch(x); await Promise.race([sleep(100), page]); out.push((await page).url)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a pause of one in a list',
    source: paced('out.push((await fetch(x)).url); await Promise.allSettled([sleep(100)])'),
    outcome: 'serial: pacing',
    near: paced('out.push((await fetch(x)).url); await Promise.allSettled([x])'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'a pause that is begun before the work',
    source: paced('const gap = sleep(100); out.push((await fetch(x)).url); await gap'),
    outcome: 'serial: pacing',
    near: paced('const gap = setTimeout(() => {}, 100); out.push((await fetch(x)).url); clearTimeout(gap)'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'a signal of a time for which the turn waits',
    source: paced("out.push((await fetch(x)).url); await once(AbortSignal.timeout(100), 'abort')"),
    outcome: 'serial: pacing',
    near: paced('out.push((await fetch(x, { signal: AbortSignal.timeout(100) })).url)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a signal of a time to which the turn listens',
    source: paced("out.push((await fetch(x)).url); const due = AbortSignal.timeout(100); await new Promise((go) => due.addEventListener('abort', go))"),
    outcome: 'serial: pacing',
    near: paced('const due = AbortSignal.timeout(100); out.push((await fetch(x, { signal: due })).url)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a pause in the callback of then',
    source: paced('out.push((await fetch(x).then((page) => sleep(100).then(() => page))).url)'),
    outcome: 'serial: pacing',
    near: paced('out.push((await fetch(x).catch(() => sleep(100).then(() => fetch(x)))).url)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a timer that gives what the turn goes on with',
    source: paced('const due = await sleep(100, x); out.push((await fetch(due)).url)'),
    outcome: 'collect likely',
    near: paced('const due = await Promise.resolve(x); out.push((await fetch(due)).url)'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a callee that waits by itself before it works',
    source: paced('out.push((await load(x)).url)', 'async function load(x: string) { await sleep(100); return fetch(x) }'),
    outcome: 'collect likely',
    near: paced(
      'out.push((await load(x)).url)',
      'async function load(x: string) { const page = await fetch(x); if (page.status === 429) { await sleep(100); return fetch(x) } return page }',
    ),
    nearOutcome: 'collect certain',
  },
  {
    name: 'a callee that waits where it is told to',
    source: paced(
      'out.push((await load(x)).url)',
      'const gap = Number(process.env.GAP); async function load(x: string) { if (gap > 0) await sleep(gap); return fetch(x) }',
    ),
    outcome: 'collect likely',
    near: paced('out.push((await load(x)).url)', 'const load = (x: string): Promise<Response> => fetch(x).catch(() => sleep(100).then(() => load(x)))'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'how long a callee waits',
    source: timed('const start = now(); await fetch(x); return now() - start'),
    outcome: 'collect possible',
    near: timed('const start = now(); await fetch(x); return start'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'how long a callee waits, of which its caller tells',
    source: timed('return measure(x)', 'async function measure(x: string) { const start = now(); const page = await fetch(x); return { page, time: now() - start } }'),
    outcome: 'collect possible',
    near: timed('return stamped(x)', 'async function stamped(x: string) { const start = now(); const page = await fetch(x); return { page, start, end: now() } }'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'how long a callee waits, which it keeps to itself',
    source: timed("const start = now(); const page = await fetch(x); if (now() - start > 1000) throw new Error('slow'); return page.url"),
    outcome: 'collect likely',
    near: timed("if (end < now()) throw new Error('late'); const page = await fetch(x); end = now() + 1000; return page.url", 'let end = 0').replaceAll('end = now', 'const next = now'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'how long a promise takes, told in the callback of then',
    source: timed('const start = now(); return fetch(x).then(() => now() - start)'),
    outcome: 'collect possible',
    near: timed('return fetch(x).then(({ url }) => ({ url, end: now() }))'),
    nearOutcome: 'collect certain',
  },
  {
    name: 'what the process has used meanwhile',
    source: paced('const before = process.cpuUsage(); await fetch(x); out.push(process.cpuUsage(before))'),
    outcome: 'fission possible',
    near: paced('await fetch(x); out.push(process.cpuUsage())'),
    nearOutcome: 'fission certain',
  },
  {
    name: 'what a listener assigns, and the turn tells it',
    source: listened("const text = await (await fetch(x + last)).text(); events.emit('page', text); out.push(text)"),
    outcome: 'serial: carried-value',
    near: listened("const text = await (await fetch(x + last)).text(); events.emit('end', text); out.push(text)"),
    nearOutcome: 'fission likely',
  },
  {
    name: 'what a listener assigns, which is read ahead',
    source: listened("events.emit('page', x); const text = await (await fetch(x)).text(); out.push(text + last)"),
    outcome: 'serial: carried-value',
    near: listened("const text = await (await fetch(x)).text(); events.emit('page', text); out.push(text + last)"),
    nearOutcome: 'fission likely',
  },
  {
    name: 'what a function assigns that an object of the file was given',
    source: hooked('out.push(await hooks.call(x + total))'),
    outcome: 'serial: carried-value',
    near: hooked('out.push(await others.call(x + total))'),
    nearOutcome: 'collect likely',
  },
  {
    name: 'a property that a listener of the class assigns',
    source: `class Site { last = ''; #events = new EventEmitter(); constructor() { this.#events.on('page', (page) => { this.last = page }) }
      async all(xs: string[]) { for (const x of xs) { const { url } = await fetch(x + this.last); this.#events.emit('page', url) } } }`,
    outcome: 'serial: carried-value',
    near: `class Site { last = ''; #events = new EventEmitter(); constructor() { this.#events.on('page', (page) => { this.last = page }) }
      async all(xs: string[]) { for (const x of xs) { const { url } = await fetch(x); this.#events.emit('page', url) } } }`,
    nearOutcome: 'fission likely',
  },
  {
    name: 'a query that grows from turn to turn',
    source: `${queried('query')}`,
    outcome: 'serial: carried-collection',
    near: `${queried('query.clone()')}`,
    nearOutcome: 'concurrent certain',
  },
]

test.each(HOLES)('$name', ({ source, outcome, near, nearOutcome }) => {
  expect({ source: outcomes(source), near: outcomes(near) }).toEqual({ source: [outcome], near: [nearOutcome] })
})
