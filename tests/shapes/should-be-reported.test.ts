import { describe, expect, test } from 'vitest'
import type { JudgeOptions } from '../judge-source.ts'
import { outcomes } from '../judge-source.ts'

/** Title; the outcome of every loop in source order; source; file name. */
type Case = readonly [title: string, expected: readonly string[], source: string, options?: JudgeOptions]

const JAVASCRIPT: JudgeOptions = { filename: 'example.js' }

const SHAPES: Readonly<Record<string, readonly Case[]>> = {
  'awaited values gathered in order': [
    [
      'pushed',
      ['collect likely'],
      `export async function loadUsers(ids: string[]) {
        const users: User[] = []
        for (const id of ids) users.push(await loadUser(id))
        return users
      }`,
    ],
    [
      'pushed under a name, from a known read',
      ['collect certain'],
      `import { readFile } from 'node:fs/promises'
      export async function readAll(paths: string[]) {
        const texts: string[] = []
        for (const path of paths) {
          const text = await readFile(path, 'utf8')
          texts.push(text)
        }
        return texts
      }`,
    ],
    [
      'pushed as a part of an object',
      ['collect likely'],
      `const load = async (names) => {
        const modules = []
        for (const name of names) {
          modules.push({ name, exports: await import(name) })
        }
        return modules
      }`,
      JAVASCRIPT,
    ],
    [
      'assigned to a key',
      ['collect likely'],
      `export async function byId(items: Item[]) {
        const details: Record<string, Detail> = {}
        for (const item of items) details[item.id] = await getDetail(item)
        return details
      }`,
    ],
    [
      'set in a map',
      ['collect likely'],
      `async function prices(symbols) {
        const map = new Map()
        for (const symbol of symbols) {
          map.set(symbol, await fetchPrice(symbol))
        }
        return map
      }`,
      JAVASCRIPT,
    ],
    [
      'added to a set',
      ['collect likely'],
      `async function owners(repositories: Repository[]) {
        const found = new Set<string>()
        for (const repository of repositories) found.add(await getOwner(repository))
        return found
      }`,
    ],
    [
      'summed up',
      ['collect certain'],
      `import { stat } from 'node:fs/promises'
      export async function totalSize(paths: string[]) {
        let total = 0
        for (const path of paths) total += (await stat(path)).size
        return total
      }`,
    ],
    [
      'joined to an array',
      ['collect likely'],
      `async function permissions(roles: Role[]) {
        let all: Permission[] = []
        for (const role of roles) all = all.concat(await getPermissions(role))
        return all
      }`,
    ],
    [
      'spread into a new array',
      ['collect likely'],
      `async function permissions(roles) {
        let all = []
        for (const role of roles) {
          all = [...all, ...(await getPermissions(role))]
        }
        return all
      }`,
      JAVASCRIPT,
    ],
    [
      'by an index',
      ['collect likely'],
      `export async function fetchAll(urls: string[]) {
        const bodies: Body[] = []
        for (let i = 0; i < urls.length; i++) {
          bodies.push(await fetchBody(urls[i]!))
        }
        return bodies
      }`,
    ],
    [
      'by a counter',
      ['collect likely'],
      `async function fetchAll(urls) {
        const bodies = []
        let i = 0
        while (i < urls.length) {
          bodies.push(await fetchBody(urls[i]))
          i++
        }
        return bodies
      }`,
      JAVASCRIPT,
    ],
    [
      'by the keys of an object',
      ['collect likely'],
      `async function resolveAll(schemas: Record<string, Schema>) {
        const resolved: Record<string, Schema> = {}
        for (const name in schemas) resolved[name] = await resolveSchema(schemas[name]!)
        return resolved
      }`,
    ],
    [
      'from a queue that is only drained',
      ['collect likely'],
      `export async function drain(ids: string[]) {
        const queue = [...ids]
        const users: User[] = []
        while (queue.length > 0) {
          const id = queue.shift()!
          users.push(await loadUser(id))
        }
        return users
      }`,
    ],
    [
      'from a callee that waits before it answers',
      ['collect likely'],
      `const sleep = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
      async function fetchLater(url: string) {
        await sleep(10)
        return load(url)
      }
      export async function fetchAll(urls: string[]) {
        const bodies: Body[] = []
        for (const url of urls) bodies.push(await fetchLater(url))
        return bodies
      }`,
    ],
    [
      'until something else than an awaited value ends it',
      ['collect likely'],
      `export async function loadUsers(ids: string[], signal: AbortSignal) {
        const users: User[] = []
        for (const id of ids) {
          if (signal.aborted) break
          users.push(await loadUser(id))
        }
        return users
      }`,
    ],
    [
      'until an index ends it',
      ['collect likely'],
      `async function firstTen(ids) {
        const users = []
        for (const [index, id] of ids.entries()) {
          if (index === 10) break
          users.push(await loadUser(id))
        }
        return users
      }`,
      JAVASCRIPT,
    ],
  ],

  'each element in its own try': [
    [
      'whose failure is logged',
      ['fission likely'],
      `for (const feed of feeds) {
        try {
          const items = await fetchFeed(feed)
          feed.items = items
        } catch (error) {
          console.error(feed.url, error)
        }
      }`,
    ],
    [
      'whose failure is kept beside the successes',
      ['fission likely'],
      `export async function measureAll(files: string[]) {
        const sizes = new Map<string, number>()
        const failures: string[] = []
        for (const file of files) {
          let size: number
          try {
            size = await measure(file)
          } catch {
            failures.push(file)
            continue
          }
          sizes.set(file, size)
        }
        return { sizes, failures }
      }`,
    ],
    [
      'whose failure is nothing',
      ['collect likely'],
      `async function statuses(hosts) {
        const found = {}
        for (const host of hosts) {
          found[host] = await ping(host).catch(() => null)
        }
        return found
      }`,
      JAVASCRIPT,
    ],
  ],

  'an independent await after what ends only an inner form': [
    [
      'an inner loop',
      ['collect likely'],
      `async function summaries(projects: Project[]) {
        const all: Summary[] = []
        for (const project of projects) {
          let open = 0
          for (const issue of project.issues) {
            if (issue.hidden) break
            if (issue.open) open += 1
          }
          all.push(await summarise(project, open))
        }
        return all
      }`,
    ],
    [
      'a break of an inner switch',
      ['collect likely'],
      `async function convert(inputs) {
        const outputs = []
        for (const input of inputs) {
          let format
          switch (input.kind) {
            case 'image':
              format = 'webp'
              break
            default:
              format = 'bin'
          }
          outputs.push(await convertTo(input, format))
        }
        return outputs
      }`,
      JAVASCRIPT,
    ],
    [
      'an inner loop whose awaits are its own',
      ['fission likely', 'collect likely'],
      `export async function threads(channels: Channel[]) {
        const all: Thread[] = []
        for (const channel of channels) {
          const ids = await listThreads(channel)
          for (const id of ids) all.push(await loadThread(id))
        }
        return all
      }`,
    ],
  ],

  'fetch ahead, process in order': [
    [
      'two calls of functions that are not known',
      ['fission likely'],
      `for (const url of urls) {
        const data = await fetchData(url)
        await processData(data)
      }`,
    ],
    [
      'a known read before an ordered effect',
      ['fission certain'],
      `import { readFile } from 'node:fs/promises'
      export async function show(paths: string[]) {
        for (const path of paths) {
          const text = await readFile(path, 'utf8')
          console.log(path, text.length)
        }
      }`,
    ],
    [
      'a fetch before the writes of a transaction',
      ['fission likely'],
      `export async function importAll(feeds, transaction) {
        for (const feed of feeds) {
          const entries = await fetchEntries(feed.url)
          await Entry.bulkCreate(entries, { transaction })
        }
      }`,
      JAVASCRIPT,
    ],
    [
      'a fetch before what is carried from turn to turn',
      ['fission likely'],
      `async function merge(sources: Source[]) {
        let state = empty()
        for (const source of sources) {
          const patch = await fetchPatch(source)
          state = applyPatch(state, patch)
        }
        return state
      }`,
    ],
  ],

  'serial expressions': [
    [
      'Array.fromAsync over an array',
      ['concurrent likely'],
      `export const loadUsers = (ids: string[]) => Array.fromAsync(ids, async (id) => await loadUser(id))`,
    ],
    [
      'Array.fromAsync whose mapper gives the promise',
      ['concurrent likely'],
      `const pages = await Array.fromAsync(new Set(urls), (url) => fetchPage(url))`,
      JAVASCRIPT,
    ],
    [
      'a reduce whose work does not need what was gathered',
      ['fission likely'],
      `const users = await ids.reduce(async (before, id) => {
        const gathered = await before
        gathered.push(await loadUser(id))
        return gathered
      }, Promise.resolve([] as User[]))`,
    ],
    [
      'a reduce that gathers into an object',
      ['fission likely'],
      `const prices = await symbols.reduce(async (before, symbol) => {
        const prices = await before
        return { ...prices, [symbol]: await fetchPrice(symbol) }
      }, {})`,
      JAVASCRIPT,
    ],
    [
      'a chain of then',
      ['fission likely'],
      `export const warmAll = (urls, cache) => urls.reduce((before, url) => before.then(() => loadPage(url)), Promise.resolve())`,
      JAVASCRIPT,
    ],
    [
      'for await over an array that is in memory',
      ['collect likely'],
      `export async function loadUsers(ids: string[]) {
        const users: User[] = []
        for await (const id of ids) users.push(await loadUser(id))
        return users
      }`,
    ],
  ],
}

describe.each(Object.entries(SHAPES))('reported: %s', (_shape, cases) => {
  test.each(cases.map((one) => [...one] as const))('%s', (_title, expected, source, options) => {
    expect(outcomes(source, options)).toEqual(expected)
  })
})
