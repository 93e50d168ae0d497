import { describe, expect, test } from 'vitest'
import type { JudgeOptions } from '../judge-source.ts'
import { outcomes, reported } from '../judge-source.ts'

/**
 * Title; the outcome of every loop in source order, or `quiet` where no more than silence is asked for; source;
 * file name.
 */
type Case = readonly [title: string, expected: readonly string[] | 'quiet', source: string, options?: JudgeOptions]

const JAVASCRIPT: JudgeOptions = { filename: 'example.js' }

const SHAPES: Readonly<Record<string, readonly Case[]>> = {
  'the first success wins': [
    [
      'a retry that returns from its try (eslint#14700)',
      ['serial: retry'],
      `export async function fetchWithRetry(url: string, attempts = 3): Promise<Response> {
        let failure: unknown
        for (let attempt = 0; attempt < attempts; attempt++) {
          try {
            return await fetch(url)
          } catch (error) {
            failure = error
          }
        }
        throw failure
      }`,
    ],
    [
      'a retry that breaks after its try, and waits longer with each attempt',
      ['serial: retry'],
      `async function connectWithBackoff(options) {
        let connection
        for (let attempt = 1; attempt <= 5; attempt += 1) {
          try {
            connection = await open(options)
            break
          } catch (error) {
            await new Promise((resolve) => setTimeout(resolve, attempt * 100))
          }
        }
        return connection
      }`,
      JAVASCRIPT,
    ],
    [
      'one mirror after the other (eslint#10198)',
      ['serial: early-exit'],
      `export async function download(mirrors: readonly string[], name: string) {
        for (const mirror of mirrors) {
          try {
            return await fetchFrom(mirror, name)
          } catch {
            continue
          }
        }
        throw new Error('No mirror has ' + name)
      }`,
    ],
    [
      'a return inside a switch on the awaited value (eslint#13304)',
      ['serial: early-exit'],
      `async function findSigner(keys: Key[], message: Uint8Array) {
        for (const key of keys) {
          switch (await check(key, message)) {
            case 'valid':
              return key
            case 'revoked':
              revoked.push(key)
              break
          }
        }
        return null
      }`,
    ],
    [
      'a labelled break out of two loops (oxc#24307)',
      ['serial: early-exit', 'serial: early-exit'],
      `async function locate(folders, names) {
        let found = null
        search: for (const folder of folders) {
          await enter(folder)
          for (const name of names) {
            if (await exists(folder + '/' + name)) {
              found = folder + '/' + name
              break search
            }
          }
        }
        return found
      }`,
      JAVASCRIPT,
    ],
    [
      'a continue past what is missing, then a return of what is there (oxc#24307)',
      ['serial: early-exit'],
      `export async function readConfig(candidates: string[]) {
        for (const candidate of candidates) {
          const raw = await readIfThere(candidate)
          if (!raw) continue
          return parse(raw)
        }
      }`,
    ],
    [
      'a value that passes through several names before it decides',
      ['serial: early-exit'],
      `const resolve = async (specifier: string, resolvers: Resolver[]) => {
        for (const resolver of resolvers) {
          const { path, external } = await lookUp(resolver, specifier)
          const usable = path !== null && !external
          if (usable) return path
        }
        return null
      }`,
    ],
  ],

  'poll, wait, and follow': [
    [
      'a state that is asked for until it changes',
      ['serial: poll'],
      `async function untilReady(id: string) {
        let state = await getState(id)
        while (state !== 'READY') {
          await sleep(500)
          state = await getState(id)
        }
      }`,
    ],
    [
      'a job that is asked for between timers',
      ['serial: poll'],
      `async function finished(client, id) {
        let job
        do {
          await new Promise((resolve) => setTimeout(resolve, 1000))
          job = await client.getJob(id)
        } while (job.status === 'running')
        return job
      }`,
      JAVASCRIPT,
    ],
    [
      'a cursor from page to page',
      ['serial: carried-value'],
      `async function listAll(client: Client) {
        const all: Item[] = []
        let cursor: string | undefined
        do {
          const response = await client.list({ cursor })
          all.push(...response.items)
          cursor = response.nextCursor
        } while (cursor)
        return all
      }`,
    ],
    [
      'numbered pages until an empty one',
      ['serial: early-exit'],
      `async function everyIssue(repository: string) {
        const issues: Issue[] = []
        for (let page = 1; ; page++) {
          const batch = await fetchIssues(repository, page)
          if (batch.length === 0) break
          issues.push(...batch)
        }
        return issues
      }`,
    ],
    [
      'a pump that reads a stream',
      ['serial: stream'],
      `async function text(response: Response) {
        const reader = response.body!.getReader()
        const decoder = new TextDecoder()
        let all = ''
        while (true) {
          const { done, value } = await reader.read()
          if (done) return all
          all += decoder.decode(value, { stream: true })
        }
      }`,
    ],
    [
      'chunks of a request',
      'quiet',
      `import { createReadStream } from 'node:fs'
      export async function hashes(path: string) {
        const all: string[] = []
        for await (const chunk of createReadStream(path)) {
          all.push(await digest(chunk))
        }
        return all
      }`,
    ],
    [
      'a list of folders that grows while it is drained',
      ['serial: queue-grows'],
      `import { readdir } from 'node:fs/promises'
      import { join } from 'node:path'
      export async function walk(root: string) {
        const files: string[] = []
        const rest = [root]
        while (rest.length > 0) {
          const folder = rest.shift()!
          for (const entry of await readdir(folder, { withFileTypes: true })) {
            if (entry.isDirectory()) rest.push(join(folder, entry.name))
            else files.push(join(folder, entry.name))
          }
        }
        return files
      }`,
    ],
    [
      'a for-of over a list that its body pushes to',
      ['serial: source-changes'],
      `async function closure(entry) {
        const modules = [entry]
        for (const module of modules) {
          const { imports } = await analyse(module)
          modules.push(...imports)
        }
        return modules
      }`,
      JAVASCRIPT,
    ],
  ],

  'what a turn gets from the turn before': [
    [
      'the last of what was pushed',
      ['serial: carried-collection'],
      `async function chain(blocks: Block[]) {
        const sealed: Sealed[] = []
        for (const block of blocks) {
          const previous = sealed.at(-1)
          sealed.push(await seal(block, previous))
        }
        return sealed
      }`,
    ],
    [
      'the last of what was pushed, by index',
      ['serial: carried-collection'],
      `async function chain(blocks) {
        const sealed = [genesis]
        for (const block of blocks) {
          sealed.push(await seal(block, sealed[sealed.length - 1]))
        }
        return sealed
      }`,
      JAVASCRIPT,
    ],
    [
      'an accumulator passed to the call',
      ['serial: carried-value'],
      `export async function applyAll(source: string, transforms: Transform[]) {
        let code = source
        for (const transform of transforms) {
          code = await transformWith(transform, code)
        }
        return code
      }`,
    ],
    [
      'an accumulator of a reduce passed to the call',
      ['serial: carried-value'],
      `const final = await transforms.reduce(async (before, transform) => {
        const code = await before
        return await transformWith(transform, code)
      }, Promise.resolve(source))`,
    ],
    [
      'a then-chain that passes its value on',
      ['serial: carried-value'],
      `export const pipe = (steps, input) => steps.reduce((before, step) => before.then((value) => convert(step, value)), Promise.resolve(input))`,
      JAVASCRIPT,
    ],
    [
      'a set of what was seen',
      ['serial: carried-collection'],
      `async function crawl(links: URL[]) {
        const seen = new Set<string>()
        const pages: Page[] = []
        for (const link of links) {
          if (seen.has(link.href)) continue
          seen.add(link.href)
          pages.push(await load(link))
        }
        return pages
      }`,
    ],
    [
      'a cache that a turn may fill for the next',
      ['serial: carried-collection'],
      `async function owners(issues) {
        const users = new Map()
        for (const issue of issues) {
          if (!users.has(issue.owner)) {
            users.set(issue.owner, await fetchUser(issue.owner))
          }
          issue.ownerName = users.get(issue.owner).name
        }
      }`,
      JAVASCRIPT,
    ],
    [
      'a counter that the call reads',
      ['serial: carried-value'],
      `async function number(invoices: Invoice[], first: number) {
        let next = first
        const results: Result[] = []
        for (const invoice of invoices) {
          results.push(await post(invoice, next++))
        }
        return results
      }`,
    ],
    [
      'a callee that writes what its next call reads',
      ['serial: carried-value'],
      `let base = 'main'
      async function stack(branch: string) {
        const result = await rebase(branch, base)
        base = branch
        return result
      }
      export async function stackAll(branches: string[]) {
        const results: Result[] = []
        for (const branch of branches) results.push(await stack(branch))
        return results
      }`,
    ],
    [
      'a method that moves a place in its own object',
      ['serial: stateful-receiver'],
      `class Archive {
        private offset = 0
        private async append(part: Uint8Array) {
          const at = this.offset
          await writeAt(at, part)
          this.offset = at + part.length
          return at
        }
        async appendAll(parts: Uint8Array[]) {
          const places: number[] = []
          for (const part of parts) places.push(await this.append(part))
          return places
        }
      }`,
    ],
  ],

  'a pace': [
    [
      'a sleep beside the work',
      ['serial: pacing'],
      `for (const subscriber of subscribers) {
        receipts.push(await deliver(subscriber))
        await sleep(1000)
      }`,
    ],
    [
      'a timer in a promise',
      ['serial: pacing'],
      `async function scrape(urls) {
        const found = []
        for (const url of urls) {
          found.push(await extract(url))
          await new Promise((done) => setTimeout(done, 250))
        }
        return found
      }`,
      JAVASCRIPT,
    ],
    [
      "Node's own timer under another name",
      ['serial: pacing'],
      `import { setTimeout as rest } from 'node:timers/promises'
      export async function geocode(addresses: string[]) {
        const places: Place[] = []
        for (const address of addresses) {
          places.push(await lookUp(address))
          await rest(1100)
        }
        return places
      }`,
    ],
    [
      'a function of the file that only waits',
      ['serial: pacing'],
      `const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 40))
      export async function render(frames: Frame[]) {
        const images: Image[] = []
        for (const frame of frames) {
          images.push(await draw(frame))
          await breathe()
        }
        return images
      }`,
    ],
    [
      'a function that waits as long as chance has it, and says so',
      ['serial: pacing'],
      `const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
      async function rest(from: number, to: number) {
        const pause = from + Math.floor(Math.random() * (to - from))
        logger.debug('resting', pause)
        await sleep(pause)
      }
      export async function crawl(urls: string[]) {
        const pages: string[] = []
        for (const url of urls) {
          pages.push(await (await fetch(url)).text())
          await rest(100, 5000)
        }
        return pages
      }`,
    ],
    [
      'a pause after every hundredth element',
      ['serial: pacing'],
      `for (let i = 0; i < rows.length; i++) {
        results[i] = await geocode(rows[i])
        if (i % 100 === 99) await delay(60_000)
      }`,
    ],
  ],

  'what is bounded already': [
    [
      'a chunk at a time',
      ['serial: batching'],
      `for (const chunk of chunks) {
        await Promise.all(chunk.map((file) => upload(file)))
      }`,
    ],
    [
      'a slice at a time',
      ['serial: batching'],
      `async function loadAll(ids: string[]) {
        const users: User[] = []
        for (let start = 0; start < ids.length; start += 20) {
          const batch = await Promise.all(ids.slice(start, start + 20).map((id) => loadUser(id)))
          users.push(...batch)
        }
        return users
      }`,
    ],
    [
      'a chunk at a time, settled, its failures counted',
      ['serial: batching'],
      `import chunk from 'lodash/chunk.js'
      for (const group of chunk(messages, 50)) {
        const outcomes = await Promise.allSettled(group.map(send))
        failures.push(...outcomes.filter((outcome) => outcome.status === 'rejected'))
      }`,
      JAVASCRIPT,
    ],
    [
      'workers that share a cursor',
      ['serial: worker-loop'],
      `export async function mapLimited<T, R>(items: T[], limit: number, mapper: (item: T) => Promise<R>) {
        const results: R[] = []
        let cursor = 0
        const worker = async () => {
          while (true) {
            const index = cursor++
            if (index >= items.length) return
            results[index] = await mapper(items[index]!)
          }
        }
        await Promise.all(Array.from({ length: limit }, worker))
        return results
      }`,
    ],
    [
      'workers that share a cursor, asked for in the condition',
      ['serial: worker-loop'],
      `async function work(items, limit) {
        let cursor = 0
        async function next() {
          while (cursor < items.length) {
            const index = cursor++
            await handle(items[index])
          }
        }
        await Promise.all(new Array(limit).fill(null).map(() => next()))
      }`,
      JAVASCRIPT,
    ],
    [
      'workers that share a queue',
      ['serial: worker-loop'],
      `async function drain(jobs: Job[]) {
        const results: Result[] = []
        const worker = async () => {
          while (jobs.length > 0) {
            const job = jobs.shift()!
            results.push(await evaluate(job))
          }
        }
        await Promise.all([worker(), worker(), worker()])
        return results
      }`,
    ],
    [
      'a loop in a function that is fanned out',
      ['serial: worker-loop'],
      `await Promise.all(
        repositories.map(async (repository) => {
          const branches: Branch[] = []
          for (const name of repository.branches) branches.push(await getBranch(repository, name))
          return { repository, branches }
        }),
      )`,
    ],
    [
      'a loop in a function that is fanned out through a limiter',
      ['serial: worker-loop'],
      `import pLimit from 'p-limit'
      const limit = pLimit(4)
      await Promise.all(
        accounts.map((account) =>
          limit(async () => {
            const statements = []
            for (const month of account.months) statements.push(await getStatement(account, month))
            return statements
          }),
        ),
      )`,
      JAVASCRIPT,
    ],
  ],

  'an await that runs once, or not in this loop': [
    ['in the init of a for', [], `for (let page = await firstPage(); page; page = page.next) show(page)`],
    [
      'in the source of a for-of (deno_lint#167)',
      [],
      `for (const table of await listTables(database)) names.push(table.name)`,
    ],
    ['in the source of a for-in', [], `for (const key in await loadSettings()) keys.push(key)`],
    [
      'in a function that the loop only makes',
      [],
      `for (const route of routes) {
        router.get(route.path, async (request, response) => {
          response.send(await route.handle(request))
        })
      }`,
    ],
    [
      'in a method of a class that the loop only declares',
      [],
      `for (const name of names) {
        register(name, class {
          async load() {
            return await fetchModel(name)
          }
        })
      }`,
    ],
    [
      'in an inner loop, which alone is reported',
      ['collect likely'],
      `async function members(groups: Group[]) {
        const all: User[] = []
        for (const group of groups) {
          for (const id of group.members) all.push(await loadUser(id))
        }
        return all
      }`,
    ],
  ],

  'Promise.all over a map in any dress': [
    ['in place', [], `const users = await Promise.all(ids.map(async (id) => await loadUser(id)))`],
    [
      'by variable',
      [],
      `const pending = ids.map(async (id) => { const user = await loadUser(id); return user.name })\nconst names = await Promise.all(pending)`,
    ],
    [
      'of what may be missing',
      [],
      `const users = await Promise.all(team?.members?.map(async ({ id }) => await loadUser(id)) ?? [])`,
    ],
    [
      'filtered',
      [],
      `const users = await Promise.all(ids.map(async (id) => id && (await loadUser(id))).filter(Boolean))`,
    ],
    ['spread', [], `const all = await Promise.all([loadRoot(), ...ids.map(async (id) => await loadUser(id))])`],
    ['raced', [], `const first = await Promise.race(mirrors.map(async (mirror) => await ping(mirror)))`],
  ],

  'transactions, connections, locks, ordered writers': [
    [
      'the transaction in an option (sequelize#16603)',
      ['serial: transaction'],
      `export async function move(items: Item[], folder: Folder) {
        await sequelize.transaction(async (transaction) => {
          for (const item of items) {
            counts.push(await Item.update({ folderId: folder.id }, { where: { id: item.id }, transaction }))
          }
        })
      }`,
    ],
    [
      'the transaction as a query builder',
      ['serial: transaction'],
      `export async function insertAll(trx, rows) {
        const ids = []
        for (const row of rows) {
          const [id] = await trx('items').insert(row).returning('id')
          ids.push(id)
        }
        return ids
      }`,
      JAVASCRIPT,
    ],
    [
      'the transaction as an argument',
      ['serial: transaction'],
      `async function reserve(tx: Transaction, lines: Line[]) {
        const reservations: Reservation[] = []
        for (const line of lines) reservations.push(await reserveLine(line, tx))
        return reservations
      }`,
    ],
    [
      'the session in a property of an argument',
      ['serial: transaction'],
      `for (const order of orders) {
        saved.push(await repository.load(order.id, { lean: true, session: context.session }))
      }`,
    ],
    [
      'one client between begin and commit (planetscale/database-js#139)',
      ['serial: stateful-receiver'],
      `import { Pool } from 'pg'
      const pool = new Pool()
      export async function importRows(rows: Row[]) {
        const client = await pool.connect()
        const ids: number[] = []
        await client.query('BEGIN')
        for (const row of rows) {
          const result = await client.query('INSERT INTO rows VALUES ($1) RETURNING id', [row.value])
          ids.push(result.rows[0].id)
        }
        await client.query('COMMIT')
        client.release()
        return ids
      }`,
    ],
    [
      'a query runner of this (Unleash#5412)',
      ['serial: stateful-receiver'],
      `class SchemaSync {
        async columns(tables: string[]) {
          const columns: Column[][] = []
          for (const table of tables) columns.push(await this.queryRunner.getColumns(table))
          return columns
        }
      }`,
    ],
    [
      'migrations, each after the other (postgres-migrations#8)',
      ['serial: ordered-effect'],
      `export async function migrate(client: Client, migrations: Migration[]) {
        const done: string[] = []
        for (const migration of migrations) {
          done.push(await runMigration(client, migration))
        }
        return done
      }`,
    ],
    [
      'migrations that are functions',
      ['serial: ordered-effect'],
      `for (const migration of pending) {
        await migration.up(database)
      }`,
      JAVASCRIPT,
    ],
    [
      'a lock around each turn',
      ['serial: stateful-receiver'],
      `import { Mutex } from 'async-mutex'
      const mutex = new Mutex()
      export async function updateAll(ids: string[]) {
        const results: Result[] = []
        for (const id of ids) {
          const release = await mutex.acquire()
          try {
            results.push(await recompute(id))
          } finally {
            release()
          }
        }
        return results
      }`,
    ],
    [
      'the index of git',
      ['serial: ordered-effect'],
      `import { execFile } from 'node:child_process'
      import { promisify } from 'node:util'
      const run = promisify(execFile)
      export async function stage(files: string[]) {
        for (const file of files) {
          await run('git', ['add', file])
        }
      }`,
    ],
    [
      'a writer',
      ['serial: stateful-receiver'],
      `async function writeRows(writer: RowWriter, rows: Row[]) {
        let bytes = 0
        for (const row of rows) {
          bytes += await writer.append(row)
        }
        return bytes
      }`,
    ],
    [
      'one output directory, the names made by a function',
      'quiet',
      `import { writeFile } from 'node:fs/promises'
      import { basename, join } from 'node:path'
      export async function emit(files: Output[], folder: string) {
        for (const file of files) {
          await writeFile(join(folder, basename(file.path)), file.text)
        }
      }`,
    ],
  ],

  'tests, drivers, animations, prompts': [
    [
      'a test file',
      ['serial: test-code'],
      `test('each route answers', async () => {
        for (const route of routes) expect(await get(route)).toBe(200)
      })`,
      { filename: 'src/routes.test.ts' },
    ],
    [
      'a helper in a folder of tests',
      ['serial: test-code'],
      `export async function seedAll(names) {
        const users = []
        for (const name of names) users.push(await makeUser(name))
        return users
      }`,
      { filename: 'packages/api/e2e/users.js' },
    ],
    [
      'a page that is driven (playwright#13071)',
      ['serial: stateful-receiver'],
      `import { chromium } from 'playwright'
      export async function texts(selectors: string[]) {
        const browser = await chromium.launch()
        const page = await browser.newPage()
        const found: (string | null)[] = []
        for (const selector of selectors) found.push(await page.textContent(selector))
        return found
      }`,
    ],
    [
      'a page that is given',
      ['serial: stateful-receiver'],
      `async function fillIn(page, fields) {
        for (const { selector, value } of fields) await page.fill(selector, value)
      }`,
      JAVASCRIPT,
    ],
    [
      'an animation after the other',
      ['serial: ordered-effect'],
      `async function reveal(cards: HTMLElement[]) {
        for (const card of cards) {
          await card.animate([{ opacity: 0 }, { opacity: 1 }], 200).finished
        }
      }`,
    ],
    [
      'a dialog for each',
      ['serial: interactive'],
      `for (const file of conflicting) {
        if (await confirmOverwrite(file)) accepted.push(file)
      }`,
    ],
    [
      'a prompt for each, by package',
      ['serial: interactive'],
      `import { input as say } from '@inquirer/prompts'
      export async function fill(fields: string[]) {
        const values: Record<string, string> = {}
        for (const field of fields) values[field] = await say({ message: field })
        return values
      }`,
    ],
  ],

  'the first failure stops the rest': [
    [
      'uploads that stop at a refusal',
      ['serial: early-exit'],
      `async function uploadParts(parts: Part[]) {
        for (const part of parts) {
          const { status } = await sendPart(part)
          if (status !== 200) break
        }
      }`,
    ],
    [
      'uploads that stop at an error',
      ['serial: early-exit'],
      `for (const asset of assets) {
        try {
          urls.push(await publishAsset(asset))
        } catch (error) {
          failure = error
          break
        }
      }`,
    ],
    [
      'fallbacks',
      ['serial: early-exit'],
      `async function translate(text, providers) {
        let translated = null
        for (const provider of providers) {
          translated = await provider.translate(text)
          if (translated !== null) break
        }
        return translated
      }`,
      JAVASCRIPT,
    ],
    [
      'checks, of which the first that fails is told',
      ['serial: early-exit'],
      `export async function validate(input: Input, checks: Check[]) {
        for (const check of checks) {
          const problem = await check(input)
          if (problem) return problem
        }
        return null
      }`,
    ],
    [
      'steps that are taken back',
      ['serial: rollback'],
      `async function provision(resources: Resource[]) {
        const made: Handle[] = []
        try {
          for (const resource of resources) made.push(await allocate(resource))
        } catch (error) {
          await rollback(made)
          throw error
        }
        return made
      }`,
    ],
  ],

  'a helper that fills a list in order': [
    [
      'captured',
      ['serial: carried-collection'],
      `const lines: string[] = []
      async function describeFile(file: string) {
        const size = await sizeOf(file)
        lines.push(file + ' ' + size)
      }
      export async function report(files: string[]) {
        for (const file of files) await describeFile(file)
        return lines.join('\\n')
      }`,
    ],
    [
      'passed',
      ['serial: carried-collection'],
      `async function addTo(sections: string[], chapter: Chapter) {
        sections.push(await renderChapter(chapter))
      }
      export async function book(chapters: Chapter[]) {
        const sections: string[] = []
        for (const chapter of chapters) await addTo(sections, chapter)
        return sections
      }`,
    ],
    [
      'passed, of a type that is not known where it is filled',
      ['serial: shared-argument'],
      `async function addTo(sections, chapter) {
        const html = await renderChapter(chapter)
        sections.push(html)
        return html.length
      }
      export async function book(chapters) {
        const sections = []
        let size = 0
        for (const chapter of chapters) size += await addTo(sections, chapter)
        return sections
      }`,
      JAVASCRIPT,
    ],
    [
      'passed to another file',
      ['serial: shared-argument'],
      `import { renderInto } from './render.ts'
      export async function pages(documents: Document[]) {
        const html: string[] = []
        let total = 0
        for (const document of documents) total += await renderInto(html, document)
        return { html, total }
      }`,
    ],
    [
      'passed in an object',
      ['serial: shared-argument'],
      `import { analyse } from './analyse.ts'
      export async function check(files: string[]) {
        const results: boolean[] = []
        const state = { problems: [] as Problem[] }
        for (const file of files) results.push(await analyse(file, state))
        return state.problems
      }`,
    ],
    [
      'of this',
      ['serial: stateful-receiver'],
      `class Bundle {
        chunks: string[] = []
        async add(file: string) {
          this.chunks.push(await compile(file))
        }
        async addAll(files: string[]) {
          for (const file of files) await this.add(file)
        }
      }`,
    ],
  ],

  'one receiver whose state is read around the await (react-doctor#1521)': [
    [
      'a version before and after',
      ['serial: stateful-receiver'],
      `import { store } from './store.ts'
      export async function applyAll(patches: Patch[]) {
        const unchanged: Patch[] = []
        for (const patch of patches) {
          const before = store.version
          await store.apply(patch)
          if (store.version === before) unchanged.push(patch)
        }
        return unchanged
      }`,
    ],
    [
      'a position before and after, the value used',
      ['serial: stateful-receiver'],
      `export async function index(file, records) {
        const entries = []
        for (const record of records) {
          const start = file.position
          const checksum = await file.encode(record)
          entries.push({ start, end: file.position, checksum })
        }
        return entries
      }`,
      JAVASCRIPT,
    ],
    [
      'a state that an unknown method may move after the call has read it',
      'quiet',
      `import { queue } from './queue.ts'
      export async function send(messages: Message[]) {
        const receipts: Receipt[] = []
        for (const message of messages) {
          const receipt = await deliver(message, queue.position)
          queue.advance(receipt)
          receipts.push(receipt)
        }
        return receipts
      }`,
    ],
    [
      'a depth that is raised and lowered',
      ['serial: stateful-receiver'],
      `class Printer {
        depth = 0
        async print(nodes: Node[]) {
          const out: string[] = []
          for (const node of nodes) {
            this.depth++
            out.push(await this.render(node, this.depth))
            this.depth--
          }
          return out
        }
      }`,
    ],
  ],

  'a dependence that is not seen at a glance': [
    [
      'through destructuring',
      ['serial: carried-collection'],
      `async function rotate(requests: Request[]) {
        const state = { token: initialToken() }
        const answers: Answer[] = []
        for (const request of requests) {
          const { token } = state
          const answer = await call(request, token)
          state.token = answer.nextToken
          answers.push(answer)
        }
        return answers
      }`,
    ],
    [
      'through a closure',
      ['serial: carried-value'],
      `export async function follow(hops) {
        let position = origin
        const at = () => position
        const path = []
        for (const hop of hops) {
          const reached = await travel(hop, at())
          position = reached
          path.push(reached)
        }
        return path
      }`,
      JAVASCRIPT,
    ],
    [
      'through an alias of a property',
      ['serial: stateful-receiver'],
      `class Ledger {
        entries: Entry[] = []
        async postAll(amounts: number[]) {
          const { entries } = this
          for (const amount of amounts) {
            const entry = await sign(amount, this.entries.length)
            entries.push(entry)
          }
        }
      }`,
    ],
    [
      'through an object that both calls hold',
      ['serial: shared-argument'],
      `import { load, render } from './views.ts'
      export async function draw(names: string[]) {
        const context = {}
        const pages: string[] = []
        for (const name of names) {
          await load(context, name)
          pages.push(await render(context, name))
        }
        return pages
      }`,
    ],
    [
      'through a destructured assignment',
      ['serial: carried-value'],
      `let cursor = null
      for (const shard of shards) {
        const got = ({ cursor } = await scan(shard, cursor))
        rows.push(...got.rows)
      }`,
    ],
  ],

  'a glob that lists a directory and what is under it': [
    [
      'the recursive listing of Node',
      'quiet',
      `import { cp, readdir } from 'node:fs/promises'
      import { join } from 'node:path'
      export async function copyTree(from: string, to: string) {
        for (const name of await readdir(from, { recursive: true })) {
          await cp(join(from, name), join(to, name), { recursive: true })
        }
      }`,
    ],
    [
      'a set of what a glob matched',
      'quiet',
      `import { cp } from 'node:fs/promises'
      import { join } from 'node:path'
      import { globby } from 'globby'
      export async function publish(patterns, from, to) {
        const matches = new Set(await globby(patterns, { cwd: from, onlyFiles: false }))
        for (const match of matches) {
          await cp(join(from, match), join(to, match), { recursive: true })
        }
      }`,
      JAVASCRIPT,
    ],
    [
      'copies by fs-extra',
      'quiet',
      `import fs from 'fs-extra'
      import path from 'node:path'
      import { glob } from 'glob'
      export async function copyTemplates(root: string, target: string) {
        for (const file of await glob('templates/**', { cwd: root })) {
          await fs.copy(path.join(root, file), path.join(target, file))
        }
      }`,
    ],
    [
      'removals of folders and what is in them',
      'quiet',
      `import { readdir, rm } from 'node:fs/promises'
      export async function clear(folder: string) {
        for (const name of await readdir(folder, { recursive: true })) {
          await rm(folder + '/' + name, { recursive: true, force: false })
        }
      }`,
    ],
  ],
}

describe.each(Object.entries(SHAPES))('not reported: %s', (_shape, cases) => {
  test.each(cases.map((one) => [...one] as const))('%s', (_title, expected, source, options) => {
    if (expected === 'quiet') expect(reported(source, options)).toEqual([])
    else expect(outcomes(source, options)).toEqual(expected)
  })
})
