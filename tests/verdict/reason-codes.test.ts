import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { POSITIVE_CODES, SERIAL_CODES, UNKNOWN_CODES } from '../../src/verdict/reason-codes.ts'
import type { JudgeOptions } from '../judge-source.ts'
import { codes } from '../judge-source.ts'

/** A source whose verdict gives the code, and one that differs by as little as possible and does not. */
interface Pair extends JudgeOptions {
  readonly given: string
  readonly near: string
  /** File name of the near-miss where that is the difference. */
  readonly nearFilename?: string
}

const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  'unknown-alias': [
    {
      given: `for (const id of ids) {
          const state = currentState()
          state.active = id
          log(await load(id))
        }`,
      near: `for (const id of ids) {
          const state = stateOf(id)
          state.active = id
          log(await load(id))
        }`,
    },
    {
      given: 'for (const node of nodes) { node.parent.count += 1; out.push(await load(node)) }',
      near: 'for (const node of nodes) { node.count += 1; out.push(await load(node)) }',
    },
  ],
  'carried-value': [
    {
      given: 'let n = 0\nclass File { get path() { n += 1; return this.name + n } }\nfor (const file of filesOf(File)) out.push(await load(file.path))',
      near: 'let n = 0\nclass File { get path() { n += 1; return this.name + n } }\nfor (const file of filesOf(File)) out.push(await load(file.name))',
    },
    {
      given: 'let n = 0\nconst api = { get load() { n += 1; return loaders[n] } }\nfor (const x of xs) out.push(await api.load(x))',
      near: 'let n = 0\nconst api = { get load() { return loaders[n] } }\nfor (const x of xs) out.push(await api.load(x))',
    },
    {
      given: 'for (const id of ids) last = await load(id, last)',
      near: 'for (const id of ids) last = await load(id, first)',
    },
    {
      given: 'for (const id of ids) { count++; out.push(await load(id, count)) }',
      near: 'for (const id of ids) { const text = await load(id, start); count++; out.push(text) }',
    },
    {
      given: 'let last = null\nfor (const id of ids) last = await load(id, last)',
      near: 'let last = null\nfor (const id of ids) last = await load(id, first)',
    },
    {
      given: `let count = 0
        const out: string[] = []
        for (const id of ids) out.push(await load(id, count++))`,
      near: `const count = 0
        const out: string[] = []
        for (const id of ids) out.push(await load(id, count + 1))`,
    },
    {
      given: `do {
          token = await nextToken(token)
        } while (token)`,
      near: `for (const token of tokens) {
          all.push(await nextToken(token))
        }`,
    },
    {
      given: 'xs.reduce(async (acc, x) => await merge(await acc, x), start)',
      near: 'xs.reduce(async (acc, x) => { const y = await load(x); return [...(await acc), y] }, start)',
    },
    {
      given: 'for (let i = xs.length; i > 0; i--) out.push(await load(xs[i]))',
      near: 'for (let i = 0; i < xs.length; i++) out.push(await load(xs[i]))',
    },
    {
      given: 'let last = null\nfor (const x of xs) { const text = await load(y); last = await render(x, last, text) }',
      near: 'for (const x of xs) { const text = await load(x); all.push(await render(x, text)) }',
    },
    {
      given: 'xs.reduce((all, x) => all.then((sizes) => [...sizes, x.size]), start)',
      near: 'xs.reduce((all, x) => all.then(() => load(x)), start)',
    },
    {
      given: `let i = 0
        while (i < xs.length) { const text = await load(xs[i]); if (text) i += 1; i++ }`,
      near: `let i = 0
        while (i < xs.length) { const text = await load(xs[i]); if (text) n += 1; i++ }`,
    },
  ],
  'carried-collection': [
    {
      given: `const seen = new Set<string>()
        for (const id of ids) {
          if (seen.has(id)) continue
          seen.add(id)
          out.push(await load(id))
        }`,
      near: `const seen = new Set<string>()
        for (const id of ids) {
          if (seen.has(id)) continue
          out.push(await load(id))
        }`,
    },
    {
      given: `const out: Page[] = []
        for (const id of ids) out.push(await load(id, out.length))`,
      near: `const out: Page[] = []
        for (const id of ids) out.push(await load(id, ids.length))`,
    },
    {
      given: 'for (const node of nodes) node.depth = await measure(node, nodes[0].depth)',
      near: 'for (const node of nodes) node.depth = await measure(node, others[0].depth)',
    },
  ],
  'early-exit': [
    {
      given: 'for (const path of paths) { const text = await read(path); if (text) break }',
      near: 'for (const path of paths) { const text = await read(path); if (path) break }',
    },
    {
      given: 'async function f() { for (const path of paths) { if (await isThere(path)) return path } }',
      near: 'async function f() { for (const path of paths) { if (await isThere(path)) found.push(path) } }',
    },
    {
      given: 'for (const path of paths) { const text = await readText(path); if (!text) process.exit(1) }',
      near: 'for (const path of paths) { const text = await readText(path); if (!text) missing.push(path) }',
    },
    {
      given: 'while (true) { const page = await nextPage(); if (!page) break; show(page) }',
      near: 'while (more) { more = await nextPage() }',
    },
    {
      given: `import { writeFile } from 'node:fs/promises'
        for (const x in files) { await writeFile(x, files[x]); if (x === last) break }`,
      near: `import { readFile } from 'node:fs/promises'
        for (const x in files) { out.push(await readFile(x, 'utf8')); if (x === last) break }`,
    },
  ],
  retry: [
    {
      given: 'async function f() { while (true) { try { return await connect() } catch (error) { last = error } } }',
      near: 'async function f() { while (true) { const link = await connect(); if (link) return link } }',
    },
  ],
  poll: [
    {
      given: 'while (!ready) { await sleep(100); ready = await isReady() }',
      near: 'while (!ready) { ready = await isReady() }',
    },
    {
      given: 'do { await new Promise((go) => setTimeout(go, 100)) } while (!(await isReady()))',
      near: 'do { await tick((go) => later(go, 100)) } while (!(await isReady()))',
    },
  ],
  pacing: [
    {
      given: 'for (const url of urls) { out.push(await load(url)); await sleep(100) }',
      near: 'for (const url of urls) { out.push(await load(url)) }',
    },
    {
      given:
        "import { setTimeout } from 'node:timers/promises'\nfor (const url of urls) { out.push(await load(url)); await setTimeout(100) }",
      near: "import { setTimeout } from 'node:timers/promises'\nfor (const url of urls) { out.push(await setTimeout(100, url)) }",
    },
    {
      given: 'for (const x of xs) { sleep(100); out.push(await load(x)) }',
      near: 'for (const x of xs) { count(100); out.push(await load(x)) }',
    },
    {
      given: `async function rest() { await delayUntilFree() }
        for (const x of xs) { out.push(await load(x)); await rest() }`,
      near: `async function rest() { await loadUntilFree() }
        for (const x of xs) { out.push(await load(x)); await rest() }`,
    },
    {
      given: 'for (const x of xs) { const [page] = await Promise.all([load(x), sleep(100)]); out.push(page) }',
      near: 'for (const x of xs) { const [page] = await Promise.all([load(x), count(100)]); out.push(page) }',
    },
    {
      given: `import { setTimeout } from 'node:timers/promises'
        async function* ticks() { await setTimeout(100); yield 1 }
        for (const url of urls) { out.push(await load(url)); for await (const tick of ticks()) void tick }`,
      near: `import { setTimeout } from 'node:timers/promises'
        async function* ticks() { await setTimeout(100); yield 1 }
        for (const url of urls) { out.push(await load(url)); for await (const tick of ticks()) out.push(tick) }`,
    },
    {
      given: 'for (const x of xs) { out.push(await load(x)); const end = Date.now() + 100; while (Date.now() < end) await null }',
      near: 'for (const x of xs) { out.push(await load(x)); const end = Date.now() + 100; if (Date.now() < end) await null }',
    },
  ],
  batching: [
    {
      given: 'for (const chunk of chunks) sent.push(await load(chunk))',
      near: 'for (const chapter of chapters) sent.push(await load(chapter))',
    },
    {
      given: 'for (const level of levels) await Promise.all(level.map(load))',
      near: 'for (const level of levels) await Promise.all(others.map(load))',
    },
    {
      given: 'for (let i = 0; i < xs.length; i += 5) out.push(await load(xs.slice(i, i + 5)))',
      near: 'for (let i = 0; i < xs.length; i += 1) out.push(await load(xs.slice(i, i + 5)))',
    },
  ],
  'stateful-receiver': [
    {
      given: 'for (const row of rows) sizes.push(await writer.measure(row))',
      near: 'for (const row of rows) sizes.push(await ruler.measure(row))',
    },
    {
      given: 'class A { async f() { for (const x of this.xs) out.push(await load(x, this.at++)) } }',
      near: 'class A { async f() { for (const x of this.xs) out.push(await load(x, this.at)) } }',
    },
    {
      given: `import { chromium } from 'playwright'
        const driven = await (await chromium.launch()).newPage()
        for (const path of paths) texts.push(await driven.textContent(path))`,
      near: `import { chromium } from 'someone'
        const driven = await (await chromium.launch()).newPage()
        for (const path of paths) texts.push(await driven.textContent(path))`,
    },
    {
      given: 'for (const x of xs) { const r = await client.getUser(x); client.token = r.token }',
      near: 'for (const x of xs) { const r = await client.getUser(x); found[x] = r.token }',
    },
  ],
  transaction: [
    {
      given: 'for (const id of ids) out.push(await loadUser(id, { transaction }))',
      near: 'for (const id of ids) out.push(await loadUser(id, { translation }))',
    },
    {
      given: 'for (const id of ids) out.push(await session.loadUser(id))',
      near: 'for (const id of ids) out.push(await sessions.loadUser(id))',
    },
  ],
  'ordered-effect': [
    {
      given: 'for (const name of names) await installPackage(name)',
      near: 'for (const name of names) await resolvePackage(name)',
    },
    {
      given: 'for (const hook of hooks) await hook(context)',
      near: 'for (const hook of hooks) await load(hook, context)',
    },
    {
      given: `import { appendFile } from 'node:fs/promises'
        for (const line of lines) await appendFile('log.txt', line)`,
      near: `import { readFile } from 'node:fs/promises'
        for (const line of lines) await readFile('log.txt', line)`,
    },
    {
      given: 'async function* f() { for (const x of xs) { yield x; out.push(await load(x)) } }',
      near: 'async function* f() { for (const x of xs) { const y = await load(x); yield y } }',
    },
    {
      given: `import { writeFile } from 'node:fs/promises'
        async function* f(files) { for (const x in files) { await writeFile(x, files[x]); yield x } }`,
      near: `import { readFile } from 'node:fs/promises'
        async function* f(files) { for (const x in files) { const text = await readFile(x, 'utf8'); yield text } }`,
    },
    {
      given: `import { appendFile } from 'node:fs/promises'
        xs.reduce(async (acc, x) => { const all = await acc; await appendFile('log.txt', x); return all }, start)`,
      near: `import { readFile } from 'node:fs/promises'
        xs.reduce(async (acc, x) => { const all = await acc; all.push(await readFile(x)); return all }, start)`,
    },
    {
      given: 'for (const job of jobs) out.push(await job(context))',
      near: 'for (const job of jobs) out.push(await load(job, context))',
    },
    {
      given: `import { execa } from 'execa'
        for (const x of xs) await execa('tool', [x])`,
      near: `import { execa } from './answers.ts'
        for (const x of xs) await execa('tool', [x])`,
    },
    {
      given: 'for (const x of xs) out.push(await load(x))',
      near: 'for (const x of xs) out.push(await load(x))',
      filename: 'migrations/0001-users.ts',
      nearFilename: 'orders/0001-users.ts',
    },
    {
      given: 'for (const load of loads) out.push(await load(context))',
      near: 'for (const load of loads) out.push(await render(load, context))',
    },
  ],
  interactive: [
    {
      given: 'for (const name of names) answers[name] = await askFor(name)',
      near: 'for (const name of names) answers[name] = await lookFor(name)',
    },
    {
      given:
        "import { confirm as sure } from '@inquirer/prompts'\nfor (const message of messages) out.push(await sure({ message }))",
      near: "import { confirm as sure } from './rules.ts'\nfor (const message of messages) out.push(await sure({ message }))",
    },
    {
      given: 'while (more) { more = await confirm(question) }',
      near: 'while (more) { more = await check(question) }',
    },
  ],
  'worker-loop': [
    {
      given: 'await Promise.all(xs.map(async (x) => { for (const y of x.ys) out.push(await load(y)) }))',
      near: 'run(xs.map(async (x) => { for (const y of x.ys) out.push(await load(y)) }))',
    },
    {
      given: `async function work() {
          while (true) {
            const at = cursor++
            if (at >= xs.length) return
            await load(xs[at])
          }
        }`,
      near: `async function work() {
          while (true) {
            const at = cursor
            if (at >= xs.length) return
            await load(xs[at])
          }
        }`,
    },
  ],
  stream: [
    {
      given: `const reader = (await fetch(address)).body!.getReader()
        while (true) {
          const { done } = await reader.read()
          if (done) break
        }`,
      near: `const reader = openBook(address)
        while (true) {
          const { done } = await reader.read()
          if (done) break
        }`,
    },
    {
      given: 'for await (const x of xs) out.push(await load(x))',
      near: 'for await (const x of [a, b]) out.push(await load(x))',
    },
  ],
  'shared-argument': [
    {
      given: 'const found = []\nfor (const x of xs) sizes.push(await gatherInto(found, x))',
      near: 'const known = [1, 2]\nfor (const x of xs) sizes.push(await gatherInto(known, x))',
    },
    {
      given: 'const state = { found: [] }\nfor (const x of xs) sizes.push(await gather(x, state))',
      near: 'const state = { found: 1 }\nfor (const x of xs) sizes.push(await gather(x, state))',
    },
  ],
  rollback: [
    {
      given: 'try { for (const x of xs) out.push(await load(x)) } catch (error) { await undoAll(out) }',
      near: 'try { for (const x of xs) out.push(await load(x)) } catch (error) { await tellAll(out) }',
    },
    {
      given: 'try { for (const x of xs) out.push(await load(x)) } finally { store.restore() }',
      near: 'store.restore()\nfor (const x of xs) out.push(await load(x))',
    },
  ],
  'author-says': [
    {
      given: `for (const part of parts) {
          // Parsing each part before reading the next keeps memory flat.
          out.push(await load(part))
        }`,
      near: `for (const part of parts) {
          // Parsing each part takes a while.
          out.push(await load(part))
        }`,
    },
    {
      given: '// sequential: the server numbers them\nfor (const x of xs) out.push(await load(x))',
      near: '// the server numbers them\nfor (const x of xs) out.push(await load(x))',
    },
    {
      given:
        'for (const x of xs) {\n  // eslint-disable-next-line no-await-in-loop -- the service allows one caller\n  out.push(await load(x))\n}',
      near: 'for (const x of xs) {\n  // eslint-disable-next-line no-await-in-loop\n  out.push(await load(x))\n}',
    },
    {
      given: '// One at a time, the disk is slow.\nfor (const x of xs) out.push(await load(x))',
      near: '// All of them, the disk is slow.\nfor (const x of xs) out.push(await load(x))',
    },
    {
      given: '// must not run in parallel\nwhile (await next()) count()',
      near: '// must not run at night\nwhile (await next()) count()',
    },
  ],
  'same-call': [
    {
      given: 'for (const x of xs) out.push(await load(y))',
      near: 'for (const x of xs) out.push(await load(x))',
    },
    {
      given: 'for (let i = 0; i < 3; i++) out.push(await load(y))',
      near: 'for (let i = 0; i < 3; i++) out.push(await load(y[i]))',
    },
    {
      given: 'xs.reduce(async (acc, x) => { const all = await acc; all.push(await load(y)); return all }, start)',
      near: 'xs.reduce(async (acc, x) => { const all = await acc; all.push(await load(x)); return all }, start)',
    },
  ],
  'already-started': [
    {
      given: 'for (const promise of xs.map(load)) out.push(await promise)',
      near: 'for (const promise of xs.map(load)) out.push(await promise())',
    },
    {
      given: 'for (let i = 0; i < started.length; i++) out.push(await started[i])',
      near: 'for (let i = 0; i < started.length; i++) out.push(await started[i].load())',
    },
    {
      given: 'for (const promise of xs.map(load)) { const data = await promise; await save(data) }',
      near: 'for (const x of xs.map(prepare)) { const data = await load(x); await save(data) }',
    },
    {
      given: 'xs.reduce(async (acc, x) => { const y = await load(x); return [...(await acc), y] }, start)',
      near: 'xs.reduce(async (acc, x) => { const all = await acc; all.push(await load(x)); return all }, start)',
    },
  ],
  'queue-grows': [
    {
      given: `const queue: string[] = [root]
        while (queue.length) {
          const x = queue.pop()!
          queue.push(...(await load(x)))
        }`,
      near: `const queue: string[] = [root]
        while (queue.length) {
          const x = queue.pop()!
          found.push(...(await load(x)))
        }`,
    },
  ],
  'source-changes': [
    {
      given: 'const all: string[] = [root]\nfor (const x of all) all.push(...(await load(x)))',
      near: 'const all: string[] = [root]\nfor (const x of [...all]) all.push(...(await load(x)))',
    },
    {
      given: 'const some = new Set([root])\nfor (const x of some) { const next = await load(x); some.add(next) }',
      near: 'const some = new Set([root])\nfor (const x of some) { const next = await load(x); more.add(next) }',
    },
    {
      given: 'for (const key in table) { log(await load(key)); delete table.rest }',
      near: 'for (const key in table) { log(await load(key)); delete other.rest }',
    },
    {
      given: 'const lines = linesOf(text)\nfor (const line of lines) log(await load(line), lines.next().value)',
      near: 'const lines = linesOf(text)\nfor (const line of lines) log(await load(line), others.next().value)',
    },
    {
      given: 'const lines = new Set(xs).values()\nfor (const line of lines) { log(await load(line)); if (line === "end") break }\nfor (const line of lines) log(line)',
      near: 'const lines = new Set(xs).values()\nfor (const line of lines) { log(await load(line)); if (line === "end") break }\nfor (const line of others) log(line)',
    },
  ],
  'test-code': [
    {
      given: 'for (const x of xs) out.push(await load(x))',
      near: 'for (const x of xs) out.push(await load(x))',
      filename: 'src/load.spec.ts',
      nearFilename: 'src/load-spec-file.ts',
    },
    {
      given: 'for (const x of xs) out.push(await load(x))',
      near: 'for (const x of xs) out.push(await load(x))',
      filename: 'cypress/support/load.js',
      nearFilename: 'press/support/load.js',
    },
  ],

  'nothing-carried': [
    {
      given: 'for (const x of xs) out.push(await load(x))',
      near: 'let y = 0\nfor (const x of xs) y = await load(x, y)',
    },
    {
      given: 'xs.reduce(async (acc, x) => { const all = await acc; all.push(await load(x)); return all }, start)',
      near: 'xs.reduce(async (acc, x) => { const all = await acc; all.push(await load(x, all)); return all }, start)',
    },
  ],
  'value-used': [
    {
      given: 'for (const x of xs) out.push(await load(x))',
      near: 'for (const x of xs) await load(x)',
    },
  ],
  'value-discarded': [
    {
      given: 'for (const x of xs) await load(x)',
      near: 'for (const x of xs) out.push(await load(x))',
    },
  ],
  'callee-reads': [
    {
      given: "import { stat } from 'node:fs/promises'\nfor (const x of xs) out.push(await stat(x))",
      near: "import { stat } from './stat.ts'\nfor (const x of xs) out.push(await stat(x))",
    },
  ],
  'callee-writes-own-place': [
    {
      given: "import { readdir, writeFile } from 'node:fs/promises'\nfor (const name of await readdir('out')) await writeFile(`out/${name}`, '')",
      near: "import { writeFile } from 'node:fs/promises'\nfor (const name in files) await writeFile(name, files[name])",
    },
    {
      given: 'const texts = new Map(); async function keep(x) { texts.set(x, await fetch(x)) }\nfor (const x of new Set(xs)) out.push(await keep(x))',
      near: 'const texts = new Map(); async function keep(x) { await fetch(x) }\nfor (const x of new Set(xs)) out.push(await keep(x))',
    },
  ],
  'callee-unknown': [
    {
      given: 'for (const x of xs) out.push(await load(x))',
      near: 'for (const x of xs) out.push(await fetch(x))',
    },
    {
      given: 'for (const x of xs) await x.load()',
      near: 'for (const x of xs) await x',
    },
    {
      given: 'for (const x of xs) { const r = await fetch(x); await handle(x) }',
      near: 'for (const x of xs) { const r = await fetch(x); await handle(x, r) }',
    },
  ],
  'callee-named-like-write': [
    {
      given: 'for (const x of xs) out.push(await createItem(x))',
      near: 'for (const x of xs) out.push(await renderItem(x))',
    },
  ],
  'callee-keeps-state': [
    {
      given: `const texts = new Map()
        async function text(x) { if (!texts.has(x)) texts.set(x, await load(x)); return texts.get(x) }
        for (const x of xs) out.push(await text(x))`,
      near: `async function text(x) { return await load(x) }
        for (const x of xs) out.push(await text(x))`,
    },
  ],
  'collected-in-order': [
    {
      given: 'const out: Item[] = []\nfor (const x of xs) out.push(await load(x))',
      near: 'for (const x of xs) console.log(await load(x))',
    },
    {
      given: 'const out = {}\nfor (const x of xs) out[x.id] = await load(x)',
      near: 'const out = {}\nfor (const x of xs) { out[x.id] = await load(x); tell(x) }',
    },
  ],
  'rest-in-order': [
    {
      given: 'for (const x of xs) console.log(await load(x))',
      near: 'const out: Item[] = []\nfor (const x of xs) out.push(await load(x))',
    },
    {
      given: 'xs.reduce(async (acc, x) => { const all = await acc; all.push(await load(x)); return all }, start)',
      near: 'const out: Item[] = []\nfor (const x of xs) out.push(await load(x))',
    },
    {
      given: 'for (const node of nodes) node.parent.children.push(await load(node))',
      near: 'for (const node of nodes) node.size = await load(node)',
    },
    {
      given: 'for (const path of paths) { const file = await load(path); console.log(path); file.show() }',
      near: 'for (const path of paths) { const file = await load(path); console.log(path); file.close() }',
    },
  ],
  'element-written': [
    {
      given: 'for (const x of xs) x.size = await measure(x)',
      near: 'for (const x of xs) { const size = await measure(x); sizes.set(x, size) }',
    },
  ],
  'rest-unknown': [
    {
      given: 'for (const key of Object.keys(table)) { const text = await fetch(key); handle(text) }',
      near: 'for (const key of Object.keys(table)) { const text = await fetch(key); console.log(text) }',
    },
  ],
  'element-told': [
    {
      given: 'for (const x of xs) { out.push(await load(x.count)); x.count = 1 }',
      near: 'for (const x of xs) { out.push(await load(x.name)); x.count = 1 }',
    },
  ],
  'object-unknown': [
    {
      given: 'for (const x of xs) { const state = stateOf(x); state.name = await load(x) }',
      near: 'for (const x of xs) { const state = {}; state.name = await load(x); use(state) }',
    },
  ],
  'list-unknown': [
    {
      given: 'export async function send(urls) { for (const url of urls) await fetch(url) }',
      near: 'export async function send(urls: string[]) { for (const url of urls) await fetch(url) }',
    },
  ],
  'reader-between': [
    {
      given: 'export async function* load(urls: string[]) { for (const url of urls) { const page = await fetch(url); yield page } }',
      near: 'export async function load(urls: string[]) { for (const url of urls) { const page = await fetch(url); console.log(page) } }',
    },
  ],
  'said-in-order': [
    {
      given: 'for (const key of Object.keys(table)) { console.log(key); await fetch(key) }',
      near: 'for (const key of Object.keys(table)) { const page = await fetch(key); console.log(page) }',
    },
  ],
  'known-by-signs': [
    {
      given: 'for (const key of Object.keys(table)) { using lock = lockOf(key); await fetch(key) }',
      near: 'for (const key of Object.keys(table)) { const lock = lockOf(key); await fetch(key) }',
    },
  ],
  'changes-between': [
    {
      given: "let base = '/'\nexport function setBase(to) { base = to }\nfor (const key of Object.keys(table)) await fetch(base + key)",
      near: "let base = '/'\nexport function showBase() { return base }\nfor (const key of Object.keys(table)) await fetch(base + key)",
    },
    {
      given: `class Crawler { stopped = false; stop() { this.stopped = true }
        async all() { for (const key of Object.keys(table)) { if (this.stopped) continue; await fetch(key) } } }`,
      near: `class Crawler { stopped = false; constructor() { this.stopped = true }
        async all() { for (const key of Object.keys(table)) { if (this.stopped) continue; await fetch(key) } } }`,
    },
    {
      given: `let base = 0\nexport function rebase() { base = 1 }
        async function all(out: number[]) { for (const key of Object.keys(table)) out.push(base + (await fetch(key)).status) }`,
      near: `let base = 0\nexport function rebase() { base = 1 }
        async function all(out: number[]) { for (const key of Object.keys(table)) out.push((await fetch(key)).status + base) }`,
    },
    {
      given: 'for (const key of Object.keys(table)) { signal.throwIfAborted(); await fetch(key) }',
      near: 'for (const key of Object.keys(table)) { signal.addToCount(); await fetch(key) }',
    },
  ],
  'runs-module': [
    {
      given: 'for (const key of Object.keys(table)) found.push(await import(key))',
      near: 'for (const key of Object.keys(table)) found.push(await fetch(key))',
    },
  ],
  'maybe-alias': [
    {
      given: `export async function load(urls: string[], pages: Response[], seen: string[]) {
          for (const url of urls) pages.push(await fetch(url + seen.length))
        }`,
      near: `export async function load(urls: string[], seen: string[]) {
          const pages: Response[] = []
          for (const url of urls) pages.push(await fetch(url + seen.length))
          return pages
        }`,
    },
  ],
  'place-shared': [
    {
      given: `import { readFile, writeFile } from 'node:fs/promises'
        for (const path of Object.keys(table)) { const text = await readFile(path); await writeFile(path + '.txt', text) }`,
      near: `import { readFile } from 'node:fs/promises'
        for (const path of Object.keys(table)) { const text = await readFile(path); console.log(text) }`,
    },
  ],
  'waits-a-time': [
    {
      given: `import { setTimeout } from 'node:timers/promises'
        async function load(url) { await setTimeout(100); return fetch(url) }
        for (const url of urls) out.push(await load(url))`,
      near: `import { setTimeout } from 'node:timers/promises'
        async function load(url) { try { return await fetch(url) } catch { await setTimeout(100); return fetch(url) } }
        for (const url of urls) out.push(await load(url))`,
    },
    {
      given: "import { setTimeout } from 'node:timers/promises'\nfor (const url of urls) { out.push(await setTimeout(100, url)) }",
      near: "import { setTimeout } from 'node:timers/promises'\nfor (const url of urls) { out.push(await Promise.race([fetch(url), setTimeout(100, url)])) }",
    },
  ],
  'time-measured': [
    {
      given: 'for (const url of urls) { const start = Date.now(); await fetch(url); console.log(Date.now() - start) }',
      near: 'for (const url of urls) { const start = Date.now(); await fetch(url); console.log(start) }',
    },
  ],
}

describe.each(Object.entries(PAIRS))('%s', (code, pairs) => {
  test.each(pairs)('is given, and not for the near-miss: $given', ({ given, near, nearFilename, ...options }) => {
    expect(codes(given, options)).toContain(code)
    const found = codes(near, nearFilename ? { ...options, filename: nearFilename } : options)
    expect(found).not.toContain(code)
  })
})

const VERDICT_CODES: readonly string[] = [...SERIAL_CODES, ...UNKNOWN_CODES, ...POSITIVE_CODES]

test('every code that the judges can give has a positive case and a near-miss', () => {
  const folder = join(import.meta.dirname, '../../src/verdict')
  const text = readdirSync(folder)
    .filter((name) => name !== 'reason-codes.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const given = VERDICT_CODES.filter((code) => text.includes(`'${code}'`))
  expect(given.length).toBeGreaterThan(20)
  expect(given.filter((code) => !PAIRS[code]?.length)).toEqual([])
  expect(Object.keys(PAIRS).filter((code) => !given.includes(code))).toEqual([])
})

test('every code that is listed can be given', () => {
  const listed = VERDICT_CODES.filter((code) => !(code in PAIRS))
  expect(listed).toEqual([])
})
