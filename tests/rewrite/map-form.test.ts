import { describe, expect, test } from 'vitest'
import { dedent, rewritesOf } from './rewrites-of.ts'

interface Case {
  readonly name: string
  readonly before: string
  readonly bounded?: string
  readonly all?: string
  readonly filename?: string
}

const CASES: readonly Case[] = [
  {
    name: 'keeps the body in place and closes the call behind it',
    before: `
      export async function clean(files: string[]) {
        for (const file of files) {
          // the lock file too
          await rm(file)
        }
      }`,
    bounded: `
      import pMap from 'p-map'

      export async function clean(files: string[]) {
        await pMap(files, async (file) => {
          // the lock file too
          await rm(file)
        }, { concurrency: 3 })
      }`,
    all: `
      export async function clean(files: string[]) {
        await Promise.all(Array.from(files, async (file) => {
          // the lock file too
          await rm(file)
        }))
      }`,
  },
  {
    name: 'turns continue into return, and leaves the continue of an inner loop',
    before: `
      for (const user of users) {
        if (!user.email) continue
        for (const tag of user.tags) {
          if (tag === 'x') continue
          note(tag)
        }
        await notify(user)
      }`,
    bounded: `
      import pMap from 'p-map'

      await pMap(users, async (user) => {
        if (!user.email) return
        for (const tag of user.tags) {
          if (tag === 'x') continue
          note(tag)
        }
        await notify(user)
      }, { concurrency: 3 })`,
  },
  {
    name: 'takes away the label of the loop and what jumps to it',
    before: `
      each: for (const user of users) {
        for (const tag of user.tags) {
          if (tag === 'x') continue each
        }
        await notify(user)
      }`,
    bounded: `
      import pMap from 'p-map'

      await pMap(users, async (user) => {
        for (const tag of user.tags) {
          if (tag === 'x') return
        }
        await notify(user)
      }, { concurrency: 3 })`,
  },
  {
    name: 'gives an expression body to a loop without braces',
    before: `for (const file of files) await this.rm(file)`,
    bounded: `
      import pMap from 'p-map'

      await pMap(files, async (file) => this.rm(file), { concurrency: 3 })`,
  },
  {
    name: 'gives braces to another statement without braces',
    before: `
      for (const file of files)
        if (isOld(file)) await rm(file)`,
    bounded: `
      import pMap from 'p-map'

      await pMap(files, async (file) => {
        if (isOld(file)) await rm(file)
      }, { concurrency: 3 })`,
  },
  {
    name: 'starts a short literal all at once',
    before: `for (const dir of [cache, temp]) { await rm(dir) }`,
    all: `await Promise.all([cache, temp].map(async (dir) => { await rm(dir) }))`,
    bounded: `
      import pMap from 'p-map'

      await pMap([cache, temp], async (dir) => { await rm(dir) }, { concurrency: 3 })`,
  },
  {
    name: 'takes a destructured head as the parameter',
    before: `for (const [id, { path }] of Object.entries(packages)) { await build(id, path) }`,
    bounded: `
      import pMap from 'p-map'

      await pMap(Object.entries(packages), async ([id, { path }]) => { await build(id, path) }, { concurrency: 3 })`,
    all: `await Promise.all(Object.entries(packages).map(async ([id, { path }]) => { await build(id, path) }))`,
  },
  {
    name: 'keeps a try of the turn',
    before: `
      for (const file of files) {
        try {
          await upload(file)
        } catch (error) {
          report(file, error)
        }
      }`,
    bounded: `
      import pMap from 'p-map'

      await pMap(files, async (file) => {
        try {
          await upload(file)
        } catch (error) {
          report(file, error)
        }
      }, { concurrency: 3 })`,
  },
  {
    name: 'keeps the parentheses of a source of several parts',
    before: `for (const file of (first, files)) { await rm(file) }`,
    bounded: `
      import pMap from 'p-map'

      await pMap((first, files), async (file) => { await rm(file) }, { concurrency: 3 })`,
  },
  {
    name: 'takes a source with an assertion as an argument',
    before: `for (const file of files as string[]) { await rm(file!) }`,
    bounded: `
      import pMap from 'p-map'

      await pMap(files as string[], async (file) => { await rm(file!) }, { concurrency: 3 })`,
  },
  {
    name: 'puts a semicolon where the next line would continue the call',
    before: `
      const a = 1
      for (const file of files) {
        await rm(file)
      }
      ;[a].map(use)`,
    bounded: `
      import pMap from 'p-map'

      const a = 1
      await pMap(files, async (file) => {
        await rm(file)
      }, { concurrency: 3 })
      ;[a].map(use)`,
  },
  {
    name: 'puts a semicolon before a line that starts with a parenthesis',
    before: `
      const a = 1
      for (const file of files) {
        await rm(file)
      }
      (a + 1).toFixed()
      const b = 1
      const c = 1`,
    bounded: `
      import pMap from 'p-map'

      const a = 1
      await pMap(files, async (file) => {
        await rm(file)
      }, { concurrency: 3 });
      (a + 1).toFixed()
      const b = 1
      const c = 1`,
  },
  {
    name: 'puts a semicolon before a statement on the same line',
    before: `const run = async () => { for (const file of files) { await rm(file) } done() }\nrun()\n`,
    bounded: `
      import pMap from 'p-map'

      const run = async () => { await pMap(files, async (file) => { await rm(file) }, { concurrency: 3 }); done() }
      run()`,
  },
  {
    name: 'stands for the branch of an if',
    before: `
      async function clean(files) {
        if (files) for (const file of files) await rm(file)
        else await nothing()
      }
      export { clean }`,
    bounded: `
      import pMap from 'p-map'

      async function clean(files) {
        if (files) await pMap(files, async (file) => rm(file), { concurrency: 3 })
        else await nothing()
      }
      export { clean }`,
  },
  {
    name: 'takes a var head that only the loop uses',
    before: `for (var file of files) { await rm(file) }`,
    bounded: `
      import pMap from 'p-map'

      await pMap(files, async (file) => { await rm(file) }, { concurrency: 3 })`,
  },
  {
    name: 'walks the keys of an object literal',
    before: `
      const sizes = { a: 1, b: 2 }
      for (const name in sizes) { await grow(name, sizes[name]) }`,
    bounded: `
      import pMap from 'p-map'

      const sizes = { a: 1, b: 2 }
      await pMap(Object.keys(sizes), async (name) => { await grow(name, sizes[name]) }, { concurrency: 3 })`,
  },
]

describe('map', () => {
  test.each(CASES)('$name', ({ before, bounded, all, filename }) => {
    const { after } = rewritesOf(dedent(before), filename ?? 'a.ts')
    if (bounded) expect(after['map-bounded']).toBe(dedent(bounded))
    if (all) expect(after['map-all']).toBe(dedent(all))
  })

  test('offers the bounded map first', () => {
    expect(rewritesOf('for (const x of xs) { await f(x) }').forms).toEqual(['map-bounded', 'map-all'])
  })

  test('offers the unbounded map first for a short literal, also through a constant', () => {
    expect(rewritesOf('for (const x of [a, b]) { await f(x) }').forms).toEqual(['map-all', 'map-bounded'])
    expect(rewritesOf('const xs = [a, b]\nfor (const x of xs) { await f(x) }').forms[0]).toBe('map-all')
  })

  test('does not call a literal short that something adds to', () => {
    const source = 'const xs = [a, b]\nxs.push(c)\nfor (const x of xs) { await f(x) }'
    expect(rewritesOf(source).forms[0]).toBe('map-bounded')
  })

  test('maps with map only what has no holes', () => {
    const holes = rewritesOf('for (const x of [a, , b]) { await f(x) }').after['map-all']
    expect(holes).toContain('Array.from([a, , b], async (x)')
    const parameter = rewritesOf('async function all(xs: string[]) { for (const x of xs) { await f(x) } }')
    expect(parameter.after['map-all']).toContain('Array.from(xs, async (x)')
  })
})
