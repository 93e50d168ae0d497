import { expect, test } from 'vitest'
import { outcomes } from '../judge-source.ts'

/** What speaks for turns that do not need each other, and a near miss in which it does not. */
interface Sign {
  readonly name: string
  readonly source: string
  readonly outcome: string
  readonly near: string
  readonly nearOutcome: string
}

const FILES = "import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'\nimport { join } from 'node:path'\n"
const pages = (turn: string): string =>
  `${FILES}export async function all(dir: string, pages: Page[]) { for (const page of pages) { ${turn} } }`
const names = (turn: string): string =>
  `${FILES}export async function all(dir: string, names: string[]) { for (const name of names) { ${turn} } }`
const starts = (options: string): string => `import { spawn } from 'node:child_process'
  const answer = (args: string[]) => new Promise<number>((resolve) => {
    const child = spawn('git', args, ${options})
    child.on('close', (code) => resolve(code))
  })
  export async function all(commands: string[][]) {
    for (const args of commands) { const code = await answer(args); console.log(args, code) }
  }`

const SIGNS: readonly Sign[] = [
  {
    name: 'a file that is named after the element',
    source: pages("await writeFile(join(dir, page.slug + '.html'), page.html)"),
    outcome: 'concurrent likely',
    near: pages("const old = await readFile(join(dir, page.topic), 'utf8'); await writeFile(join(dir, page.topic), old + page.html)"),
    nearOutcome: 'fission likely',
  },
  {
    name: 'the folder for it, made where there is none',
    source: pages('await mkdir(dir, { recursive: true }); await writeFile(join(dir, page.slug), page.html)'),
    outcome: 'concurrent likely',
    near: pages('await mkdir(dir); await writeFile(join(dir, page.slug), page.html)'),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a name that is that of a file, and no folder',
    source: names('await rename(join(dir, `${name}.md`), join(dir, `${name}.txt`))'),
    outcome: 'concurrent likely',
    near: names('await rename(join(dir, name), join(dir, `${name}-old`))'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a turn that handles its failure, and calls what it picked for its element',
    source: `async function all(messages: Message[]) {
      for (const message of messages) try { await channels[message.kind].send(message) } catch (error) { log(error) }
    }`,
    outcome: 'fission likely',
    near: `async function all(messages: Message[]) {
      for (const message of messages) try { await channels[message.kind].send(message) } catch (error) { throw wrap(error) }
    }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a turn that handles its failure, and calls what sounds like a read',
    source: 'async function all(ids: string[]) { for (const id of ids) try { await client.fetch(id) } catch (error) { log(error) } }',
    outcome: 'fission likely',
    near: 'async function all(ids: string[]) { for (const id of ids) try { await client.update(id) } catch (error) { log(error) } }',
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'what is called after the cut is the own method of the element',
    source: `async function all(jobs: Job[]) {
      for (const job of jobs) { const found = await load(job.id); results.push(found); await job.finish() }
    }`,
    outcome: 'fission likely',
    near: `async function all(jobs: Job[]) {
      for (const job of jobs) { const found = await load(job.id); results.push(found); await desk.finish() }
    }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'what is asked of one client after the cut is about what the prefix fetched',
    source: `async function all(ids: string[]) {
      for (const id of ids) { const old = await api.list(id); for (const one of old) await api.remove(one) }
    }`,
    outcome: 'fission likely',
    near: `async function all(ids: string[]) {
      for (const id of ids) { const old = await api.list(id); if (old.length > 1) await api.remove(id) }
    }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a function that runs once beside others is no worker',
    source: `async function load(ids: string[]) { const out = []; for (const id of ids) out.push(await fetchOne(id)); return out }
      await Promise.all([load(), list()])`,
    outcome: 'collect likely',
    near: `async function load(ids: string[]) { const out = []; for (const id of ids) out.push(await fetchOne(id)); return out }
      await Promise.all([load(), load()])`,
    nearOutcome: 'serial: worker-loop',
  },
  {
    name: 'a chunk that has a name of its own is no batch',
    source: `async function all(chunks: Chunk[]) { const out = []; for (const chunk of chunks) out.push(await load(chunk.fileName)); return out }`,
    outcome: 'collect likely',
    near: `async function all(chunks: Chunk[]) { const out = []; for (const chunk of chunks) out.push(await load(chunk, chunk.length)); return out }`,
    nearOutcome: 'serial: batching',
  },
  {
    name: 'what a callee appends before the turn awaits',
    source: `const made: string[] = []
      const note = (id: string) => { made.push(id); return id }
      async function all(ids: string[]) { for (const id of ids) { const name = note(id); show(await load(name)) } }`,
    outcome: 'fission likely',
    near: `const made: string[] = []
      const note = async (id: string) => { await ready(); made.push(id); return id }
      async function all(ids: string[]) { for (const id of ids) { const name = note(id); show(await load(name)) } }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'a callee that changes what a call gave it for the element',
    source: `const opened = async (id: string) => { const state = stateOf(id); state.open = true; return load(state) }
      async function all(ids: string[]) { for (const id of ids) show(await opened(id)) }`,
    outcome: 'fission likely',
    near: `const opened = async (id: string, store: Store) => { const state = stateOf(store); state.open = true; return load(id) }
      async function all(ids: string[]) { for (const id of ids) show(await opened(id, store)) }`,
    nearOutcome: 'unknown: unknown-alias',
  },
  {
    name: 'a property that is given beside what is spread',
    source: `const run = async (job: Job) => { job.log.open = true; return load(job.id) }
      async function all(ids: string[], base: Job) { for (const id of ids) show(await run({ ...base, id, log: logFor(id) })) }`,
    outcome: 'fission likely',
    near: `const run = async (job: Job) => { job.log.open = true; return load(job.id) }
      async function all(ids: string[], base: Job) { for (const id of ids) show(await run({ log: logFor(id), ...base, id })) }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'what a callee after the cut calls for its answer, where it sounds like a read',
    source: `const findOwner = async (id: string) => (await pool(id)).owner
      async function all(ids: string[], results: Found[]) {
        for (const id of ids) { const found = await load(id); results.push(found); if (results.length < 9) show(await findOwner(id)) }
      }`,
    outcome: 'fission likely',
    near: `const takeOver = async (id: string) => (await pool(id)).owner
      async function all(ids: string[], results: Found[]) {
        for (const id of ids) { const found = await load(id); results.push(found); if (results.length < 9) show(await takeOver(id)) }
      }`,
    nearOutcome: 'fission possible',
  },
  {
    name: 'a program whose end is the answer',
    source: starts("{ stdio: ['ignore', 'pipe', 'pipe'] }"),
    outcome: 'fission likely',
    near: starts("{ stdio: 'inherit' }"),
    nearOutcome: 'serial: ordered-effect',
  },
]

test.each(SIGNS)('$name', ({ source, outcome, near, nearOutcome }) => {
  expect([outcomes(source).at(0), outcomes(near).at(0)]).toEqual([outcome, nearOutcome])
})
