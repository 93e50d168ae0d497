/** A program that was rewritten although its turns must not overlap, or rewritten wrongly. */
export interface FoundProgram {
  readonly name: string
  readonly source: string
}

export const FOUND_PROGRAMS: readonly FoundProgram[] = [
  {
    name: 'leaves the loop after a write of its turn',
    source: `
      import { ensure, note } from './world.js'
      export async function main() {
        for (const key of ['a', 'b', 'c']) {
          await ensure(key)
          if (key === 'b') return key
          note(key)
        }
      }`,
  },
  {
    name: 'writes to elements that the caller holds, and fails later',
    source: `
      import { read, note } from './world.js'
      export async function main(keys, items) {
        for (const item of items) {
          item.name = 'seen ' + item.name
          const text = await read(item.name)
          note(text)
        }
      }`,
  },
  {
    name: 'collects what it also stores, one by one, until a turn fails',
    source: `
      import { fetchPage, append } from './world.js'
      export async function main() {
        const seen = new Set()
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          const page = await fetchPage(key)
          seen.add(await append(page))
        }
        return seen
      }`,
  },
  {
    name: 'collects by a helper that writes state of the module, until a turn fails',
    source: `
      import { fetchPage, note } from './world.js'
      const moduleList = []
      const remember = (page) => {
        moduleList.push(page)
        return page
      }
      export async function main() {
        const byName = new Map()
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          const page = await fetchPage(key)
          byName.set(key, remember(page))
        }
        return byName
      }`,
  },
  {
    name: 'is abandoned by its consumer after a write of its turn',
    source: `
      import { ensure } from './world.js'
      async function* produce() {
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          const made = await ensure(key)
          yield made
        }
      }
      export async function main() {
        for await (const one of produce()) return one
      }`,
  },
  {
    name: 'reads whole what holds the list that it fills',
    source: `
      import { fetchPage } from './world.js'
      import { lookup } from 'some-library'
      export async function main() {
        const state = { n: 0, items: [] }
        const alias = state.items
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          const size = await lookup(JSON.stringify(state))
          const page = await lookup(key + size)
          alias.push(await fetchPage(page))
        }
        return state
      }`,
  },
  {
    name: 'grows a list by what lets it grow itself meanwhile',
    source: `
      import { read } from './world.js'
      export async function main() {
        let list = []
        const readOnce = async (key) => {
          list = [...list, key]
          return read(key)
        }
        for (const key of ['a', 'b', 'c']) {
          list = [...list, await readOnce(key)]
        }
        return list
      }`,
  },
  {
    name: 'puts what it awaited under keys of a Map by a callee',
    source: `
      import { appendFile } from 'node:fs/promises'
      import { shorten } from './world.js'
      export async function main() {
        const byName = new Map()
        const keep = (key) => {
          byName.set(key, shorten(key))
        }
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          await appendFile(key, key)
          await keep(key)
          if (key !== 'c') await appendFile(key + '/text', key)
        }
        return byName
      }`,
  },
  {
    name: 'reads by other names what a later turn writes, which uses what its write gives',
    source: `
      import { bump, note, read } from './world.js'
      export async function main() {
        const names = { a: 'x', b: 'yy' }
        for (const key of ['e', 'd', 'a', 'shared']) {
          const lead = await bump(key)
          for (const name in names) note(await read(name))
          if (key === 'e') throw new Error(lead)
        }
      }`,
  },
  {
    name: 'begins a line with the semicolon of the statement that goes',
    source: `
      import { fetchPage, note, read } from './world.js'
      export async function main() {
        const page = await fetchPage('a')
        const text = await read('b')
        ;['c', page, text].forEach((one) => note(one))
      }`,
  },
  {
    name: 'adds to a list that a caller gives, and reads it by its own name',
    source: `
      import { read } from './world.js'
      const found = []
      async function add(list) {
        for (const key of ['a', 'b', 'c']) {
          list.push(await read(key + found.join()))
        }
      }
      export async function main() {
        await add(found)
        return found
      }`,
  },
  {
    name: 'changes what two names of a callee hold',
    source: `
      import { fetchPage } from './world.js'
      async function turn(next, last) {
        for (const key of ['a', 'b', 'c']) {
          const page = await fetchPage(key + last.page)
          next.page = page
        }
      }
      export async function main(keys, items) {
        const state = { page: '' }
        await turn(state, state)
        return state
      }`,
  },
  {
    name: 'writes what it has looked at before, whatever that was',
    source: `
      import { read, fetchPage } from './world.js'
      import { lookup, derive } from 'some-library'
      let moduleLast = ''
      async function turn(key) {
        if (moduleLast === key) {
          const parts = [derive(key)]
          const both = \`\${await fetchPage('b')}-\${await lookup(parts.join())}\`
        }
        moduleLast = await read(\`\${key}-\${key}\`)
        if (key.length < 4) await turn(key + '?')
        return \`\${key}-\${key}\`
      }
      export async function main() {
        for (const name of ['a', 'b', 'c']) {
          await ['a', 'b', 'c', 'd', 'e'].reduce((before, key) => before.then(() => turn(key)), Promise.resolve())
        }
      }`,
  },
  {
    name: 'counts what a group has started beside a failure, by calls of a library alone',
    source: `
      import { fetchPage } from './world.js'
      import { derive } from 'some-library'
      let moduleCount = 0
      async function count(key) {
        moduleCount += 1
        return derive(key)
      }
      export async function main() {
        let total = 0
        for (const key of ['a', 'b', 'a']) {
          const page = await fetchPage(key)
          total = total + (await count('z')).length
          total += page.length
        }
        return total
      }`,
  },
]
