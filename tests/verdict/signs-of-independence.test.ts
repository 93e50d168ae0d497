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
const rows = (turn: string): string => `import { PrismaClient } from '@prisma/client'
  const prisma = new PrismaClient()
  export async function all(teamId: string, users: User[]) { for (const user of users) { ${turn} } }`
const users = (turn: string): string =>
  `import { db } from '~/db.server'\nexport async function all(users: User[]) { for (const user of users) ${turn} }`
const objects = (turn: string): string => `import { DeleteObjectCommand, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3'
  import { Upload } from '@aws-sdk/lib-storage'
  const s3 = new S3Client({})
  export async function all(bucket: string, pages: Page[]) { for (const page of pages) { ${turn} } }`
const copies = (loop: string): string =>
  `import { cp } from 'node:fs/promises'\nimport { join } from 'node:path'\nexport async function all(from: string, to: string, files: string[]) { ${loop} }`
const queued = (turn: string): string => `import PQueue from 'p-queue'
  const queue = new PQueue({ concurrency: 4 })
  export async function all(zones: Zone[], ids: string[]) { const started = []; const out = []; ${turn}; return [await Promise.all(started), out] }`
const cleaned = (list: string): string => `import { readdir, rm } from 'node:fs/promises'
  import { join } from 'node:path'
  export async function clean(dir: string, more: Dirent[]) {
    const entries = ${list}
    for (const entry of entries) {
      const path = join(dir, entry.name)
      if (entry.isDirectory()) await clean(path, more)
      else if (entry.name.endsWith('.js')) await rm(path)
    }
  }`
const asked = (command: string): string => `import { execa } from 'execa'
  export async function all(names: string[]) { for (const name of names) { const { stdout } = await execa(${command}); show(stdout) } }`
const starts = (options: string): string => `import { spawn } from 'node:child_process'
  const answer = (args: string[]) => new Promise<number>((resolve) => {
    const child = spawn('git', args, ${options})
    child.on('close', (code) => resolve(code))
  })
  export async function all(commands: string[][]) {
    for (const args of commands) { const code = await answer(args); console.log(args, code) }
  }`

const filled = (other: string, add: string, more = ''): string => `${FILES}const state = { pages: { page: '' } }
  ${more}async function fill(next, ${other}) {
    for (const name of ['a', 'b', 'c']) { const page = await readFile(name + ${add}, 'utf8'); next.page = page }
  }`

const SIGNS: readonly Sign[] = [
  {
    name: 'a text, which no other name changes',
    source: filled('last: string', '[...last].join()', 'export '),
    outcome: 'collect certain',
    near: filled('last', '[...last].join()', 'export '),
    nearOutcome: 'collect likely',
  },
  {
    name: 'an object of the module that nobody is given',
    source: filled('last', 'state.page', 'export '),
    outcome: 'collect certain',
    near: filled('last', 'state.page', 'export const all = [state]; export '),
    nearOutcome: 'collect likely',
  },
  {
    name: 'two objects that a caller gives',
    source: filled('last', 'last.page', 'export const run = () => fill({ page: 1 }, { page: 2 }); '),
    outcome: 'collect likely',
    near: filled('last', 'last.page', 'export const run = () => fill(state.pages, state.pages); '),
    nearOutcome: 'serial: carried-collection',
  },
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
    name: 'a row whose key has the element in it',
    source: rows("await prisma.user.update({ where: { id: user.id }, data: { plan: 'free' } })"),
    outcome: 'concurrent likely',
    near: rows("await prisma.user.updateMany({ where: { id: { not: user.id } }, data: { plan: 'free' } })"),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a row that is changed, and not read before',
    source: rows('await prisma.user.update({ where: { id: user.id }, data: { seats: 1 } })'),
    outcome: 'concurrent likely',
    near: rows(
      'const { seats } = await prisma.user.findUnique({ where: { id: user.id } }); await prisma.user.update({ where: { id: user.id }, data: { seats: seats + 1 } })',
    ),
    nearOutcome: 'fission likely',
  },
  {
    name: 'a row whose key has several columns',
    source: rows('await prisma.seat.delete({ where: { teamId_userId: { teamId, userId: user.id } } })'),
    outcome: 'concurrent likely',
    near: rows('await prisma.team.update({ where: { id: teamId }, data: { users: { connect: { id: user.id } } } })'),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'an object of a store that is named after the element',
    source: objects('await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: `pages/${page.slug}` }))'),
    outcome: 'concurrent likely',
    near: objects('await s3.send(new PutBucketTaggingCommand({ Bucket: bucket, Tagging: page.tags }))'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'an upload that is named after the element',
    source: objects('const upload = new Upload({ client: s3, params: { Bucket: bucket, Key: page.slug, Body: page.html } }); await upload.done()'),
    outcome: 'concurrent likely',
    near: objects("const upload = new Upload({ client: s3, params: { Bucket: bucket, Key: 'index', Body: page.html } }); await upload.done()"),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'files that are written out, none of which lies below another',
    source: copies("for (const file of ['package.json', 'index.d.ts']) await cp(join(from, file), join(to, file), { recursive: true })"),
    outcome: 'concurrent likely',
    near: copies("for (const file of ['lib', 'lib/data']) await cp(join(from, file), join(to, file), { recursive: true })"),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a copy of a single file',
    source: copies('for (const file of files) await cp(join(from, file), join(to, file))'),
    outcome: 'concurrent likely',
    near: copies('for (const file of files) await cp(join(from, file), join(to, file), { recursive: true })'),
    nearOutcome: 'concurrent possible',
  },
  ...[
    ["execa('git', ['log', '--grep', 'add', x])", "execa('git', ['cherry-pick', x])"],
    ["execa('git', ['-C', x, 'rev-parse', 'HEAD'])", "execa('git', ['-C', x, 'switch', 'main'])"],
    ["execa('git', ['branch', '--contains', x])", "execa('git', ['branch', '-D', x])"],
    ['$`git show ${x}`', '$`git stash ${x}`'],
    ["execa('npm', ['view', x])", "execa('npm', ['i', x])"],
    ["execa('docker', ['compose', '-f', x, 'ps'])", "execa('docker', ['compose', '-f', x, 'up', '-d'])"],
    ["execa('jq', ['.', x])", "execa('patch', ['-p1', '-i', x])"],
  ].map(([reads, changes]) => {
    const all = (run: string | undefined): string =>
      `import { $, execa } from 'execa'; async function all(xs: string[]) { for (const x of xs) { const { stdout } = await ${run}; show(stdout) } }`
    return {
      name: `a program that is asked, not told to change something: ${reads}`,
      source: all(reads),
      outcome: 'fission likely',
      near: all(changes),
      nearOutcome: 'serial: ordered-effect',
    }
  }),
  {
    name: 'a message for those who look for faults',
    source: 'async function all(ids: string[]) { const found = []; for (const id of ids) { this.log.debug(id); found.push(await load(id)) } return found }',
    outcome: 'collect likely',
    near: 'async function all(ids: string[]) { const found = []; for (const id of ids) { this.tank.debug(id); found.push(await load(id)) } return found }',
    nearOutcome: 'collect possible',
  },
  {
    name: 'what a callee changes of an error that it caught',
    source: `const parsed = async (id: string) => { try { return JSON.parse(await load(id)) } catch (error) { error.message = id; throw error } }
      async function all(ids: string[]) { for (const id of ids) show(await parsed(id)) }`,
    outcome: 'fission likely',
    near: `const parsed = async (id: string) => { try { return JSON.parse(await load(id)) } catch (error) { last.message = id + last.message; throw error } }
      const last = { message: '' }
      async function all(ids: string[]) { for (const id of ids) show(await parsed(id)) }`,
    nearOutcome: 'serial: carried-collection',
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
    name: 'a function that a limiter runs alone is no worker',
    source: queued('started.push(queue.add(async () => { for (const id of ids) out.push(await load(id)) }))'),
    outcome: 'collect likely',
    near: queued('for (const zone of zones) started.push(queue.add(async () => { for (const id of zone.ids) out.push(await load(id)) }))'),
    nearOutcome: 'serial: worker-loop',
  },
  {
    name: 'what is called by a noun, and not by a word for a change',
    source: 'async function all(issues: Issue[]) { const found = []; for (const issue of issues) found.push(await issue.check.advice()); return found }',
    outcome: 'collect likely',
    near: 'async function all(issues: Issue[]) { const found = []; for (const issue of issues) found.push(await issue.check.fix()); return found }',
    nearOutcome: 'collect possible',
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
  {
    name: 'a program that is asked, not told to change something',
    source: "import { execa } from 'execa'\nexport async function all(names: string[]) { for (const name of names) { const args = ['view', name]; const { stdout } = await execa('npm', args); show(stdout) } }",
    outcome: 'fission likely',
    near: "import { execa } from 'execa'\nexport async function all(names: string[]) { for (const name of names) { const args = ['install', name]; const { stdout } = await execa('npm', args); show(stdout) } }",
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a program that is asked for its version, not told to make a new one',
    source: asked("'npm', ['--version', '--prefix', name]"),
    outcome: 'fission likely',
    near: asked("'npm', ['version', name]"),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a database that is asked by a text, not told by a file',
    source: asked("'psql', ['-F', ',', '-c', `select * from ${name}`]"),
    outcome: 'fission likely',
    near: asked("'psql', ['-f', name]"),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'another computer that is looked for, not one on which something runs',
    source: asked("'ssh-keyscan', [name]"),
    outcome: 'fission likely',
    near: asked("'ssh', [name, 'reload']"),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a device that is asked, not one on which something runs',
    source: asked("'adb', ['-s', name, 'get-state']"),
    outcome: 'fission likely',
    near: asked("'adb', ['-s', name, 'shell', 'input', 'tap', '1', '2']"),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a message for those who look for faults',
    source: `import debug from 'debug'
      const log = debug('app')
      async function all(ids: string[]) { for (const id of ids) { log('loading %s', id); show(await load(id)) } }`,
    outcome: 'fission likely',
    near: `const loaded = async (id: string) => { const page = await load(id); console.info('loaded', id); return page }
      async function all(ids: string[]) { for (const id of ids) show(await loaded(id)) }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a message that is part of a failure',
    source: `async function all(ids: string[]) {
      for (const id of ids) { if (!id) { console.error('no id'); throw new Error('no id') } show(await load(id)) }
    }`,
    outcome: 'fission likely',
    near: `const loaded = async (id: string) => { const page = await load(id); if (!page) { console.error('no page'); return null } return page }
      async function all(ids: string[]) { for (const id of ids) show(await loaded(id)) }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a word of order that is not the last of a name',
    source: `async function all(ids: string[]) { for (const id of ids) show(await envMigrateState(id)) }`,
    outcome: 'fission likely',
    near: `async function all(ids: string[]) { for (const id of ids) show(await envMigrate(id)) }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a row of a generated client, of which nothing is known, by the way it is asked for',
    source: users('await db.user.delete({ where: { id: user.id } })'),
    outcome: 'concurrent likely',
    near: users('await db.user.delete({ where: { id: user.id }, request })'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'such a row, beside which nothing is asked',
    source: users('await db.user.update({ where: { id: user.id }, data: { at: Date.now() } })'),
    outcome: 'concurrent likely',
    near: users('await db.user.update({ where: { id: user.id }, data: { at: await db.user.count() } })'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'such a row alone, not those of another table',
    source: users('await db.user.update({ where: { id: user.id }, data: { team: user.team } })'),
    outcome: 'concurrent likely',
    near: users('await db.user.update({ where: { id: user.id }, data: { team: { update: { last: user.at } } } })'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'such a row, which keeps its key',
    source: users('await db.user.update({ where: { id: user.id }, data: { name: user.name } })'),
    outcome: 'concurrent likely',
    near: users('await db.user.update({ where: { id: user.id }, data: { id: user.next } })'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'one such row, not all that meet a condition',
    source: users('await db.user.update({ where: { id: user.id }, data: {} })'),
    outcome: 'concurrent likely',
    near: users('await db.user.update({ where: { AND: user.conditions }, data: {} })'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'such a row of the client of the module, which is no transaction',
    source: users('await db.user.update({ where: { id: user.id }, data: {} })'),
    outcome: 'concurrent likely',
    near: 'async function all(client: Client, users: User[]) { for (const user of users) await client.user.update({ where: { id: user.id }, data: {} }) }',
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'such a row of a client that anything but a transaction hands over',
    source: 'await connect(async (client) => { for (const user of users) show(await client.user.find(user.id)) })',
    outcome: 'fission likely',
    near: 'await db.$transaction(async (client) => { for (const user of users) show(await client.user.find(user.id)) })',
    nearOutcome: 'serial: transaction',
  },
  {
    name: 'a text that a callee is given as part of a name',
    source: `${FILES}const put = async (dir: string, sub: string, text: string) => writeFile(join(dir, sub, 'page.html'), text)
      export async function all(dir: string, pages: Page[]) { for (const page of pages) await put(join(dir, page.slug), 'new', page.html) }`,
    outcome: 'concurrent likely',
    near: `${FILES}const put = async (dir: string, sub: string, text: string) => writeFile(join(dir, sub, 'page.html'), text)
      export async function all(dir: string, pages: Page[]) { for (const page of pages) await put(join(dir, page.slug), '..', page.html) }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a wait on the way to a value that is used',
    source: `const page = async (id: string) => { await delayUntilFree(); return fetchPage(id) }
      async function all(ids: string[]) { for (const id of ids) show(await page(id)) }`,
    outcome: 'fission likely',
    near: `const page = async (id: string) => { await delayUntilFree(); return fetchPage(id) }
      async function all(ids: string[]) { for (const id of ids) await page(id) }`,
    nearOutcome: 'serial: pacing',
  },
  {
    name: 'a handler that the turn picks for its element',
    source: `async function all(names: string[], handlers: Map<string, Handler>) {
      for (const name of names) { const handler = handlers.get(name); show(await handler.evaluate(name)) }
    }`,
    outcome: 'fission likely',
    near: `async function all(names: string[], handlers: Map<string, Handler>) {
      for (const name of names) { const handler = handlers.get('all'); show(await handler.evaluate(name)) }
    }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'the entry of the object that is walked, by its key',
    source: 'async function all(files: Files) { for (const key in files) { const file = files[key]; file.url = await urlOf(file.name) } }',
    outcome: 'concurrent likely',
    near: 'async function all(files: Files) { for (const key in files) { const file = files[key]; file.url = await urlOf(key, files.first.url) } }',
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'the entry of the object whose entries are walked',
    source: `async function all(files: Files) {
      for (const [key, { zip }] of Object.entries(files)) { files[key].size = await sizeOf(zip) }
    }`,
    outcome: 'concurrent likely',
    near: `async function all(files: Files) {
      for (const [key, { zip }] of Object.entries(files)) { files[key].size = await sizeOf(zip, files.first.size) }
    }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'a list that a function makes for each turn',
    source: `const stepsOf = (id: string) => { const steps = []; if (id) steps.push(id); return steps }
      async function all(ids: string[]) { for (const id of ids) { const steps = stepsOf(id); steps.push('end'); show(await load(steps)) } }`,
    outcome: 'fission likely',
    near: `const kept = []
      const stepsOf = (id: string) => { const steps = []; kept.push(steps); return steps }
      async function all(ids: string[], root: string) {
        for (const id of ids) { const steps = stepsOf(root); steps.push('end'); show(await load(id, steps)) }
      }`,
    nearOutcome: 'unknown: unknown-alias',
  },
  {
    name: 'an object that is made of another for each turn',
    source: `async function all(ids: string[], base: Job) {
      for (const id of ids) { const job = Object.assign({}, base); job.id = id; show(await load(job)) }
    }`,
    outcome: 'fission likely',
    near: `async function all(ids: string[], base: Job) {
      for (const id of ids) { const job = Object.assign(base, { id }); job.seen = true; show(await load(job)) }
    }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'a file whose name is that of the element with another ending',
    source: names("await writeFile(join(dir, name.replace('.ts', '.js')), await compile(name))"),
    outcome: 'concurrent likely',
    near: names('await writeFile(join(dir, shorten(name)), await compile(name))'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'trees that are named after what lies in one folder',
    source: `${FILES}import { cp, readdir } from 'node:fs/promises'
      export async function all(from: string, to: string) {
        for (const name of await readdir(from)) await cp(join(from, name), join(to, name), { recursive: true })
      }`,
    outcome: 'concurrent likely',
    near: `${FILES}import { cp } from 'node:fs/promises'
      export async function all(from: string, to: string, names: string[]) {
        for (const name of names) await cp(join(from, name), join(to, name), { recursive: true })
      }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a file that a callee writes, whose name the turn made of its element',
    source: `const write = async (file: string, text: string) => { await writeFile(file, text) }
      ${pages("await write(join(dir, page.slug + '.html'), page.html)")}`,
    outcome: 'concurrent likely',
    near: `const write = async (file: string, text: string) => { await writeFile(file, text) }
      ${pages("await write(join(dir, slugOf(page) + '.html'), page.html)")}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a file that a callee only writes',
    source: `const put = async (file: string, text: string) => { await writeFile(file, text) }
      ${pages('await put(join(dir, page.topic), page.html)')}`,
    outcome: 'concurrent likely',
    near: `const add = async (file: string, text: string) => { await writeFile(file, (await readFile(file, 'utf8')) + text) }
      ${pages('await add(join(dir, page.topic), page.html)')}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a file in the folder that the turn named',
    source: `const fill = async (folder: string) => { await writeFile(join(folder, 'index.html'), '') }
      ${pages('await fill(join(dir, page.slug))')}`,
    outcome: 'concurrent likely',
    near: `const fill = async (folder: string) => { await writeFile(join(folder, '..', 'index.html'), '') }
      ${pages('await fill(join(dir, page.slug))')}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a name that the callee does not change',
    source: `const write = async (file: string) => { await writeFile(file, '') }
      ${pages('await write(join(dir, page.slug))')}`,
    outcome: 'concurrent likely',
    near: `const write = async (file: string) => { if (!file) file = 'index'; await writeFile(file, '') }
      ${pages('await write(join(dir, page.slug))')}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a name that the callee uses as it is',
    source: `const write = async (file: string) => { await writeFile(join('out', file), '') }
      ${pages('await write(`${page.slug}.html`)')}`,
    outcome: 'concurrent likely',
    near: `const write = async (file: string) => { await writeFile(join('out', shorten(file)), '') }
      ${pages('await write(`${page.slug}.html`)')}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a name of which the turn gives two parts',
    source: `const write = async (folder: string, file: string) => { await writeFile(join(folder, file), '') }
      ${pages("await write(page.slug, join('pages', 'index.html'))")}`,
    outcome: 'concurrent likely',
    near: `const write = async (folder: string, file: string) => { await writeFile(join(folder, file), '') }
      ${pages("await write(page.slug, join('..', 'index.html'))")}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'one name for all turns, not one that may be made anew',
    source: `const write = async (file: string, text: string) => { await writeFile(file, text) }
      ${pages("await write(join(dir, 'index.html'), page.html)")}`,
    outcome: 'serial: ordered-effect',
    near: `const write = async (file: string, text: string) => { await writeFile(file, text) }
      ${pages('await write(join(dir, freeName(dir)), page.html)')}`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a function that goes down the tree in its own folder',
    source: cleaned('await readdir(dir, { withFileTypes: true })'),
    outcome: 'concurrent likely',
    near: cleaned('(await readdir(dir, { withFileTypes: true })).concat(more)'),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a folder whose name is spelled in another way, out of which the rest does not climb',
    source: names("await writeFile(join(dir, name.toLowerCase(), 'index.html'), '')"),
    outcome: 'concurrent likely',
    near: names("await writeFile(join(dir, name.toLowerCase(), '..', 'index.html'), '')"),
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a method of what a callee is given, where the turn gives a text',
    source: `${FILES}const slugOf = (path) => path.slice(1)
      export async function all(paths: string[]) { const out = []; for (const path of paths) out.push(await readFile(slugOf(path), 'utf8')); return out }`,
    outcome: 'collect certain',
    near: `${FILES}const slugOf = (path) => path.slice(1)
      export async function all(paths: Path[]) { const out = []; for (const path of paths) out.push(await readFile(slugOf(path), 'utf8')); return out }`,
    nearOutcome: 'collect likely',
  },
  {
    name: 'elements that are no more than asked, as the same one may come twice',
    source: pages("if (page.isOld) continue; const text = await readFile(page.path, 'utf8'); page.isRead = true; console.log(text)"),
    outcome: 'fission certain',
    near: pages("if (page.isRead) continue; const text = await readFile(page.path, 'utf8'); page.isRead = true; console.log(text)"),
    nearOutcome: 'fission likely',
  },
  {
    name: 'a word for a question whose answer is read at once',
    source: `async function all(boxes: Box[]) { for (const box of boxes) { const text = await load(box.id); out.push(select(box).attr(text)) } }`,
    outcome: 'fission likely',
    near: `async function all(boxes: Box[]) { for (const box of boxes) { const text = await load(box.id); out.push(await select(box, text)) } }`,
    nearOutcome: 'serial: interactive',
  },
  {
    name: 'an element with the name of what serves one call at a time',
    source: `async function all(pages: Page[]) { const out = []; for (const page of pages) out.push(await page.template.render(page)); return out }`,
    outcome: 'collect likely',
    near: `async function all(urls: string[], page: Page) { const out = []; for (const url of urls) out.push(await page.template.render(url)); return out }`,
    nearOutcome: 'serial: stateful-receiver',
  },
  {
    name: 'the cursor with which a callee asks for the next page',
    source: `async function all(ids: string[]) { const out = []; for (const id of ids) out.push(await allOf(id)); return out }
      async function allOf(id: string) { const found = []; let cursor; do { const page = await api.list({ id, start_cursor: cursor }); found.push(...page.rows); cursor = page.next } while (cursor); return found }`,
    outcome: 'collect likely',
    near: `async function all(ids: string[], cursor: Cursor) { const out = []; for (const id of ids) out.push(await api.list({ id, cursor })); return out }`,
    nearOutcome: 'serial: stateful-receiver',
  },
  {
    name: 'a list that a `try` gives',
    source: `${FILES}import { readdir, rm } from 'node:fs/promises'
      export async function all(dir: string) { let names; try { names = await readdir(dir) } catch { return }; for (const name of names) await rm(join(dir, name)) }`,
    outcome: 'concurrent certain',
    near: `${FILES}import { readdir, rm } from 'node:fs/promises'
      export async function all(dir: string) { let names = []; try { names = await readdir(dir) } catch { return }; names.push('old'); for (const name of names) await rm(join(dir, name)) }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a command of the AWS SDK, whatever sends it',
    source: `import { GetObjectCommand } from '@aws-sdk/client-s3'
      export async function all(keys: string[]) { const client = traced(); for (const Key of keys) await client.send(new GetObjectCommand({ Bucket: 'b', Key })) }`,
    outcome: 'concurrent likely',
    near: `import { GetObjectCommand } from './commands.ts'
      export async function all(keys: string[]) { const client = traced(); for (const Key of keys) await client.send(new GetObjectCommand({ Bucket: 'b', Key })) }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a place in a Map under a key that no two turns share',
    source: `async function all(ids: Set<string>) {
      const found = new Map<string, Page>()
      for (const id of ids) {
        if (local[id]) found.set(id, local[id])
        else found.set(id, await load(id))
      }
      return found
    }`,
    outcome: 'fission likely',
    near: `async function all(ids: Set<string>) {
      const found = new Map<string, Page>()
      for (const id of ids) {
        if (found.get(topicOf(id))) found.set(topicOf(id), local[id])
        else found.set(topicOf(id), await load(id))
      }
      return found
    }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'what a callee keeps under the key of the element',
    source: `const boxes = new Map<string, Box>()
      async function measure(shape: Shape) { const box = await sizeOf(shape); boxes.set(shape.id, box); return box }
      async function all(shapes: Shape[]) { for (const shape of shapes) show(await measure(shape)) }`,
    outcome: 'fission likely',
    near: `const boxes = new Map<string, Box>()
      async function measure(shape: Shape) { const box = await sizeOf(shape, boxes.size); boxes.set(shape.id, box); return box }
      async function all(shapes: Shape[]) { for (const shape of shapes) show(await measure(shape)) }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'what is counted under a key that turns may share',
    source: `const boxes = new Map<string, Box>()
      async function measure(shape: Shape) { const box = await sizeOf(shape); boxes.set(shape.kind, box); return box }
      async function all(shapes: Shape[]) { for (const shape of shapes) show(await measure(shape)) }`,
    outcome: 'fission likely',
    near: `const counts: Record<string, number> = {}
      async function measure(shape: Shape) { const box = await sizeOf(shape); counts[shape.kind] = counts[shape.kind] + 1; return box }
      async function all(shapes: Shape[]) { for (const shape of shapes) show(await measure(shape)) }`,
    nearOutcome: 'serial: carried-collection',
  },
  {
    name: 'a line that is printed before the turn awaits anything',
    source: names("console.log(`checking ${name}`); await readFile(join(dir, name), 'utf8')"),
    outcome: 'concurrent likely',
    near: names("console.log(`checking ${name}`); await readFile(join(dir, name), 'utf8'); console.log(`checked ${name}`)"),
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a line that a callee prints before it waits',
    source: `${FILES}const say = (text: string) => console.log(text)
      export async function all(names: string[]) { for (const name of names) { say(name); await readFile(name, 'utf8') } }`,
    outcome: 'concurrent likely',
    near: `${FILES}const say = async (text: string) => { await readFile('rc'); console.log(text) }
      export async function all(names: string[]) { for (const name of names) { await say(name); await readFile(name, 'utf8') } }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a line that is printed by what is awaited, before it waits itself',
    source: `const drop = async (id: string) => { console.log(id); await fetch('/' + id) }
      export async function all(ids: string[]) { for (const id of ids) await drop(id) }`,
    outcome: 'concurrent likely',
    near: `const drop = async (id: string) => { await fetch('/' + id); console.log(id) }
      export async function all(ids: string[]) { for (const id of ids) await drop(id) }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'such a line where nothing is awaited before in the turn',
    source: `const drop = async (id: string) => { console.log(id); await fetch('/' + id) }
      export async function all(ids: string[]) { for (const id of ids) if (id !== '') await drop(id) }`,
    outcome: 'concurrent likely',
    near: `const drop = async (id: string) => { console.log(id); await fetch('/' + id) }
      export async function all(ids: string[]) { for (const id of ids) if ((await fetch(id)).ok) await drop(id) }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'such a line that is said once, and not with each round of a loop that waits',
    source: `export async function all(ids: string[]) { for (const id of ids) await drop(id) }
      async function drop(id: string) { console.log(id); for (let at = 0; at < 3; at += 1) await fetch('/' + id) }`,
    outcome: 'concurrent likely',
    near: `export async function all(ids: string[]) { for (const id of ids) await drop(id) }
      async function drop(id: string) { for (let at = 0; at < 3; at += 1) { console.log(id); await fetch('/' + id) } }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a line of a logger of the project, however deep it prints',
    source: `class Logger { info(text: string) { this.write(text) } write(text: string) { console.log(text) } }
      const log = new Logger()
      export async function all(ids: string[]) { for (const id of ids) { log.info(id); await fetch('/' + id) } }`,
    outcome: 'concurrent likely',
    near: `class Screen { show(text: string) { this.write(text) } write(text: string) { console.log(text) } }
      const screen = new Screen()
      export async function all(ids: string[]) { for (const id of ids) { screen.show(id); await fetch('/' + id) } }`,
    nearOutcome: 'serial: ordered-effect',
  },
  {
    name: 'a folder that all turns share, however its name was made',
    source: `${FILES}const copy = async (file: string, text: string) => writeFile(file, text)
      export async function all(names: string[]) { const out = folderOf(process.argv); for (const name of names) await copy(join(out, 'x', name), name) }`,
    outcome: 'concurrent likely',
    near: `${FILES}const copy = async (file: string, text: string) => writeFile(file, text)
      export async function all(names: string[]) { for (const name of names) { const out = folderOf(name); await copy(join(out, 'x'), name) } }`,
    nearOutcome: 'concurrent possible',
  },
  {
    name: 'a counter that only a statement before the first await reads',
    source: `async function all(ids: string[]) { let done = 0; for (const id of ids) { bar.text = \`\${done++} of \${ids.length}\`; show(await load(id)) } }`,
    outcome: 'fission likely',
    near: `async function all(ids: string[]) { let done = 0; for (const id of ids) { const at = done++; show(await load(id, at)) } }`,
    nearOutcome: 'serial: carried-value',
  },
  {
    name: 'things that have an order are asked for, and not run',
    source: `export async function all(xs: Task[]) { const out = []; for (const x of xs) out.push(await api.listCommands(x)); return out }`,
    outcome: 'collect likely',
    near: `export async function all(xs: Task[]) { const out = []; for (const x of xs) out.push(await api.loadCommands(x)); return out }`,
    nearOutcome: 'serial: ordered-effect',
  },
]

test.each(SIGNS)('$name', ({ source, outcome, near, nearOutcome }) => {
  expect(`${outcomes(source).at(0)} | ${outcomes(near).at(0)}`).toBe(`${outcome} | ${nearOutcome}`)
})
