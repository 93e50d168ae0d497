import { describe, expect, test } from 'vitest'
import type { RefusalCode } from '../../src/verdict/reason-codes.ts'
import { dedent, rewritesOf } from './rewrites-of.ts'
import { runProgram } from './run-program.ts'

interface Refusal {
  readonly code: RefusalCode
  readonly name: string
  readonly before: string
  /** What a careless rewrite would make of it; it must show another behaviour. */
  readonly careless?: string
  readonly failing?: readonly unknown[]
  /** Almost the same, and offered. */
  readonly nearMiss: string
  readonly filename?: string
}

const MAIN = 'export async function main(world)'

const REFUSALS: readonly Refusal[] = [
  {
    code: 'keeps-exit',
    name: 'an exit out of the overlapped part',
    before: `${MAIN} {
      for (const key of ['a', 'b', 'c', 'd', 'e']) {
        if (key === 'b') break
        await world.store(key)
      }
    }`,
    careless: `${MAIN} {
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (key) => {
        if (key === 'b') return
        await world.store(key)
      }))
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        if (key === 'b') continue
        await world.store(key)
      }
    }`,
  },
  {
    code: 'yields',
    name: 'a yield in the overlapped part',
    before: `async function* pages(world) {
      for (const key of ['a', 'b', 'c']) {
        yield key
        const page = await world.get(key)✂
        world.log(page)
      }
    }`,
    nearMiss: `async function* pages(world) {
      for (const key of ['a', 'b', 'c']) {
        const page = await world.get(key)✂
        yield page
      }
    }`,
  },
  {
    code: 'element-after-loop',
    name: 'an element that is used after the loop',
    before: `${MAIN} {
      for (var key of ['a', 'b', 'c']) await world.get(key)
      return key
    }`,
    careless: `import pMap from 'p-map'
    ${MAIN} {
      var key
      await pMap(['a', 'b', 'c'], async (key) => world.get(key))
      return key
    }`,
    nearMiss: `${MAIN} {
      for (var key of ['a', 'b', 'c']) await world.get(key)
      return 'key'
    }`,
  },
  {
    code: 'element-after-loop',
    name: 'a head that assigns a variable',
    before: `${MAIN} {
      let key
      for (key of ['a', 'b', 'c']) await world.get(key)
      return key
    }`,
    careless: `${MAIN} {
      let key
      await Promise.all(['a', 'b', 'c'].map(async (key) => world.get(key)))
      return key
    }`,
    nearMiss: `${MAIN} {
      for (let key of ['a', 'b', 'c']) await world.get(key)
    }`,
  },
  {
    code: 'declares-var',
    name: 'a var that is one for all turns',
    before: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        if (key === 'a') var first = await world.get(key)
        await world.store(first)
      }
    }`,
    careless: `${MAIN} {
      await Promise.all(['a', 'b', 'c'].map(async (key) => {
        if (key === 'a') var first = await world.get(key)
        await world.store(first)
      }))
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        let first = await world.get(key)
        await world.store(first)
      }
    }`,
  },
  {
    code: 'reassigns-head',
    name: 'an index that the body moves',
    before: `${MAIN} {
      const keys = ['a', 'b', 'c', 'd']
      for (let i = 0; i < keys.length; i++) {
        await world.store(keys[i])
        i++
      }
    }`,
    careless: `${MAIN} {
      const keys = ['a', 'b', 'c', 'd']
      for await (let i of keys.keys()) {
        await world.store(keys[i])
        i++
      }
    }`,
    nearMiss: `${MAIN} {
      const keys = ['a', 'b', 'c', 'd']
      for (let i = 0; i < keys.length; i++) {
        await world.store(keys[i])
      }
    }`,
  },
  {
    code: 'unsafe-capture',
    name: 'a var that functions of several turns share',
    before: `${MAIN} {
      const later = []
      for (var key of ['a', 'b', 'c']) {
        later.push(() => key)
        await world.get(key)
      }
      return later.map((f) => f())
    }`,
    careless: `import pMap from 'p-map'
    ${MAIN} {
      const later = []
      await pMap(['a', 'b', 'c'], async (key) => {
        later.push(() => key)
        await world.get(key)
      })
      return later.map((f) => f())
    }`,
    nearMiss: `${MAIN} {
      for (let key of ['a', 'b', 'c']) {
        const later = () => key
        await world.get(key, later)
      }
    }`,
  },
  {
    code: 'unsafe-capture',
    name: 'a copy that a function does not see',
    before: `${MAIN} {
      for (const key of ['a', 'b']) {
        let count = 0
        const add = () => { count += 1 }
        const data = await world.get(key)✂
        add()
        world.log(data, count)
      }
    }`,
    careless: `import { pMapIterable } from 'p-map'
    ${MAIN} {
      for await (const [count, add, data] of pMapIterable(['a', 'b'], async (key) => {
        let count = 0
        const add = () => { count += 1 }
        const data = await world.get(key)
        return [count, add, data]
      }, { concurrency: 3 })) {
        add()
        world.log(data, count)
      }
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b']) {
        let count = 0
        count += key.length
        const data = await world.get(key)✂
        world.log(data, count)
      }
    }`,
  },
  {
    code: 'unsafe-capture',
    name: 'a promise that would reject before anybody waits for it',
    before: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        const page = world.get(key)
        const head = await world.get(key + key)✂
        await world.store(head)
        try { world.log(await page) } catch { world.log('none') }
      }
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        const page = world.open(key)
        const head = await world.get(key + key)✂
        await world.store(head, page)
      }
    }`,
  },
  {
    code: 'promise-elements',
    name: 'elements that are promises',
    before: `${MAIN} {
      const pages = ['a', 'b', 'c'].map(async (key) => world.get(key))
      for (const page of pages) {
        await world.store(page instanceof Promise)
      }
    }`,
    careless: `import pMap from 'p-map'
    ${MAIN} {
      const pages = ['a', 'b', 'c'].map(async (key) => world.get(key))
      await pMap(pages, async (page) => {
        await world.store(page instanceof Promise)
      }, { concurrency: 1 })
    }`,
    nearMiss: `${MAIN} {
      const pages = ['a', 'b', 'c'].map((key) => key + key)
      for (const page of pages) {
        await world.store(page instanceof Promise)
      }
    }`,
  },
  {
    code: 'promise-elements',
    name: 'elements with a `then` of their own',
    before: `${MAIN} {
      class Query { constructor(key) { this.key = key } then(resolve) { resolve('rows of ' + this.key) } }
      for (const query of [new Query('a'), new Query('b')]) world.log(await world.get(query.key))
    }`,
    careless: `import { pMapIterable } from 'p-map'
    ${MAIN} {
      class Query { constructor(key) { this.key = key } then(resolve) { resolve('rows of ' + this.key) } }
      for await (const row of pMapIterable([new Query('a'), new Query('b')], async (query) => world.get(query.key), { concurrency: 8 })) world.log(row)
    }`,
    nearMiss: `${MAIN} {
      class Query { constructor(key) { this.key = key } when(resolve) { resolve('rows of ' + this.key) } }
      for (const query of [new Query('a'), new Query('b')]) world.log(await world.get(query.key))
    }`,
  },
  {
    code: 'releases-used',
    name: 'a finally that closes what turns use',
    failing: ['b'],
    before: `${MAIN} {
      const db = { open: true }
      let late = 0
      const read = async (key) => {
        await world.get(key)
        await new Promise((resolve) => setTimeout(resolve, 15))
        if (!db.open) late++
      }
      const all = async () => {
        try {
          for (const key of ['a', 'b', 'c', 'd']) await read(key)
        } finally {
          db.open = false
        }
      }
      await all().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 40))
      return late
    }`,
    careless: `import pMap from 'p-map'
    ${MAIN} {
      const db = { open: true }
      let late = 0
      const read = async (key) => {
        await world.get(key)
        await new Promise((resolve) => setTimeout(resolve, 15))
        if (!db.open) late++
      }
      const all = async () => {
        try {
          await pMap(['a', 'b', 'c', 'd'], async (key) => read(key), { concurrency: 4 })
        } finally {
          db.open = false
        }
      }
      await all().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 40))
      return late
    }`,
    nearMiss: `${MAIN} {
      try {
        for (const key of ['a', 'b', 'c', 'd']) {
          await world.get(key)
        }
      } finally {
        console.log('done')
      }
    }`,
  },
  {
    code: 'releases-used',
    name: 'a using around the loop',
    before: `${MAIN} {
      using lock = world.lock()
      for (const key of ['a', 'b']) {
        await world.get(key)
      }
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b']) {
        using lock = world.lock()
        await world.get(key)
      }
    }`,
  },
  {
    code: 'releases-used',
    name: 'a using in the part that runs ahead',
    before: `${MAIN} {
      for (const key of ['a', 'b']) {
        using file = world.open(key)
        const data = await file.read()✂
        file.write(data)
      }
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b']) {
        const file = world.open(key)
        const data = await file.read()✂
        file.write(data)
      }
    }`,
  },
  {
    code: 'cut-inside-try',
    name: "a cut in the turn's own try",
    failing: ['b'],
    before: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        try {
          const data = await world.get(key)✂
          world.log(data)
        } catch {
          world.log('none')
        }
      }
    }`,
    careless: `import { pMapIterable } from 'p-map'
    ${MAIN} {
      for await (const data of pMapIterable(['a', 'b', 'c'], async (key) => world.get(key), { concurrency: 3 })) {
        try {
          world.log(data)
        } catch {
          world.log('none')
        }
      }
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'b', 'c']) {
        let data = ''
        try {
          data = await world.get(key)
        } catch {
          data = 'none'
        }✂
        world.log(data)
      }
    }`,
    filename: 'a.js',
  },
  {
    code: 'partial-state',
    name: 'what turns have written before one fails',
    failing: ['b'],
    before: `${MAIN} {
      const done = {}
      try {
        for (const key of ['a', 'b', 'c', 'd']) {
          done.last = key
          await world.get(key)
        }
      } catch {
        return done
      }
    }`,
    careless: `import pMap from 'p-map'
    ${MAIN} {
      const done = {}
      try {
        await pMap(['a', 'b', 'c', 'd'], async (key) => {
          done.last = key
          await world.get(key)
        }, { concurrency: 3 })
      } catch {
        return done
      }
    }`,
    nearMiss: `${MAIN} {
      const done = {}
      for (const key of ['a', 'b', 'c', 'd']) {
        done.last = key
        await world.get(key)
      }
      return done
    }`,
  },
  {
    code: 'unsupported-form',
    name: 'a part that is evaluated before the cut and can be told from it',
    before: `${MAIN} {
      const keys = ['a', 'b', 'c']
      let n = 0
      const next = () => keys[n++]
      const out = {}
      for (const key of ['x', 'y', 'z']) out[next()] = «await world.get(keys[n] + key)»
      return out
    }`,
    careless: `import pMap from 'p-map'
    ${MAIN} {
      const keys = ['a', 'b', 'c']
      let n = 0
      const next = () => keys[n++]
      const out = {}
      for (const result of await pMap(['x', 'y', 'z'], async (key) => world.get(keys[n] + key))) out[next()] = result
      return out
    }`,
    nearMiss: `${MAIN} {
      const keys = ['a', 'b', 'c']
      const out = {}
      for (const key of keys) out[key] = «await world.get(key)»
      return out
    }`,
  },
  {
    code: 'unsupported-form',
    name: 'an operation that is not always done',
    before: `${MAIN} {
      for (const key of ['a', 'bb', 'c']) {
        const page = key.length > 1 && «await world.get(key)»
        world.log(page)
      }
    }`,
    careless: `import { pMapIterable } from 'p-map'
    ${MAIN} {
      for await (const result of pMapIterable(['a', 'bb', 'c'], async (key) => world.get(key), { concurrency: 3 })) {
        world.log(result)
      }
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', 'bb', 'c']) {
        const page = («await world.get(key)») && key.length > 1
        world.log(page)
      }
    }`,
  },
  {
    code: 'unsupported-form',
    name: 'keys that may be inherited',
    before: `${MAIN} {
      const pages = Object.create({ a: 1 })
      for (const key in pages) await world.store(key)
    }`,
    careless: `${MAIN} {
      const pages = Object.create({ a: 1 })
      await Promise.all(Object.keys(pages).map(async (key) => world.store(key)))
    }`,
    nearMiss: `${MAIN} {
      const pages = { a: 1 }
      for (const key in pages) await world.store(key)
    }`,
  },
  {
    code: 'loses-comment',
    name: 'a comment between what is replaced',
    before: `${MAIN} {
      for (const key /* sorted */ of ['a', 'b']) await world.get(key)
    }`,
    nearMiss: `${MAIN} {
      for (const key of ['a', /* sorted */ 'b']) await world.get(key /* too */)
    }`,
  },
  {
    code: 'loses-narrowing',
    name: 'a property that a guard before the loop narrows',
    before: `export async function send(options: { url?: string }, keys: string[]) {
      if (!options.url) return
      for (const key of keys) await post(options.url, key)
    }`,
    nearMiss: `export async function send({ url }: { url?: string }, keys: string[]) {
      if (!url) return
      for (const key of keys) await post(url, key)
    }`,
  },
  {
    code: 'loses-narrowing',
    name: 'a let that a guard before the loop narrows',
    before: `export async function send(keys: string[]) {
      let client: Client | null = find()
      if (!client) client = create()
      for (const key of keys) await client.post(key)
    }`,
    nearMiss: `export async function send(keys: string[]) {
      const client: Client = find() ?? create()
      for (const key of keys) await client.post(key)
    }`,
  },
  {
    code: 'loses-narrowing',
    name: 'a property that the overlapped part narrows for the rest',
    before: `export async function send(keys: string[]) {
      for (const key of keys) {
        const page = await get(key)
        if (!page.body) continue
        const head = await get(page.body)✂
        use(head, page.body)
      }
    }`,
    nearMiss: `export async function send(keys: string[]) {
      for (const key of keys) {
        const page = await get(key)
        if (!page) continue
        const head = await get(page)✂
        use(head, page)
      }
    }`,
  },
  {
    code: 'loses-narrowing',
    name: 'an assignment that TypeScript does not see in a callback',
    before: `export async function any(keys: string[]) {
      let found = false
      for (const key of keys) {
        if (await has(key)) found = true
      }
      return found
    }`,
    nearMiss: `export async function any(keys: string[]) {
      let found = false
      for (const key of keys) {
        if («await has(key)») found = true
      }
      return found
    }`,
  },
  {
    code: 'loses-narrowing',
    name: 'a let whose copy gets a narrower type',
    before: `export async function load(keys: string[]) {
      for (const key of keys) {
        let known = false
        const page = await get(key)✂
        known = page.known
        use(page, known)
      }
    }`,
    nearMiss: `export async function load(keys: string[]) {
      for (const key of keys) {
        let size = 0
        const page = await get(key)✂
        size = page.size
        use(page, size)
      }
    }`,
  },
]

describe('a refused rewrite', () => {
  describe.each(REFUSALS)('$code: $name', ({ code, before, careless, failing, nearMiss, filename }) => {
    test('is refused', () => {
      expect(rewritesOf(dedent(before), filename).offers).toEqual({ rewrites: [], refused: code })
    })

    test('is offered for a near miss', () => {
      expect(rewritesOf(dedent(nearMiss), filename).offers.refused).toBe(null)
    })

    test.runIf(careless)('would change what the program does', async () => {
      const source = before.replace(/[✂«»]/g, '')
      const [first, second] = [await runProgram(source, failing), await runProgram(careless!, failing)]
      const seen = ({ value, error, log, unhandled }: typeof first): unknown => ({ value, error, log, unhandled })
      expect(seen(second)).not.toEqual(seen(first))
    })
  })
})
