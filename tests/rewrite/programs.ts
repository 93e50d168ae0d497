/** A program whose loop can be rewritten, its cut drawn as `verdictOf` reads it. */
export interface Program {
  readonly name: string
  readonly source: string
  /** Keys whose operation fails, each tried alone. */
  readonly failing?: readonly unknown[]
}

const KEYS = `['a', 'bb', 'c', 'dd', 'e', 'ff', 'g']`

export const PROGRAMS: readonly Program[] = [
  {
    name: 'whole turns',
    source: `
      export async function main(world) {
        for (const key of ${KEYS}.values()) {
          if (key === 'c') continue
          try {
            await world.get(key)
          } finally {
            await world.get(key + '-after')
          }
        }
      }`,
    failing: ['bb', 'e-after'],
  },
  {
    name: 'collected in an array',
    source: `
      export async function main(world) {
        const keys = ${KEYS}
        const out: string[] = []
        for (const key of keys) {
          if (key === 'c') continue
          out.push(«await world.get(key)»)
        }
        return out
      }`,
    failing: ['a', 'g'],
  },
  {
    name: 'collected in a named array that others hold',
    source: `
      export async function main(world) {
        const out: string[] = []
        const look = () => out.length
        try {
          for (const key of ${KEYS}) out.push(«await world.get(key)»)
        } catch (error) {
          return [String(error), look(), out]
        }
        return out
      }`,
    failing: ['a', 'c', 'g'],
  },
  {
    name: 'collected by key',
    source: `
      export async function main(world) {
        const out: Record<string, string> = {}
        for (const [index, key] of ${KEYS}.entries()) {
          const name = key + index
          out[name] = «await world.get(key)»
        }
        return out
      }`,
    failing: ['dd'],
  },
  {
    name: 'collected in a Map and a Set',
    source: `
      export async function main(world) {
        const out = new Map<string, string>()
        for (const key of ${KEYS}) out.set(key, «await world.get(key)»)
        return out
      }`,
  },
  {
    name: 'summed as text',
    source: `
      export async function main(world) {
        let out = ''
        for (const key of ${KEYS}) out += «await world.get(key)»
        return out
      }`,
    failing: ['dd'],
  },
  {
    name: 'concatenated',
    source: `
      export async function main(world) {
        let out: string[] = []
        for (const key of ${KEYS}) out = out.concat(«await world.get(key)»)
        return out
      }`,
  },
  {
    name: 'fetched ahead and handled in order',
    source: `
      export async function main(world) {
        for (const key of ${KEYS}) {
          if (key === 'c') continue
          const data = await world.get(key)✂
          await world.store(key, data)
        }
      }`,
    failing: ['a', 'bb', 'g'],
  },
  {
    name: 'left early, from the handling',
    source: `
      export async function main(world) {
        keys: for (const key of ${KEYS}) {
          const { length } = await world.get(key)✂
          for (let round = 0; round < length; round++) {
            if (round === 1) continue keys
            await world.store(key, length, round)
          }
          if (key === 'e') break
          if (key === 'ff') return key
        }
        return 'end'
      }`,
    failing: ['dd', 'ff'],
  },
  {
    name: 'handled by code that throws',
    source: `
      export async function main(world) {
        try {
          for (const key of ${KEYS}) {
            const data = await world.get(key)✂
            if (key === 'dd') throw new Error('no ' + data)
            world.log(data)
          }
        } catch (error) {
          return String(error)
        }
      }`,
    failing: ['c', 'e'],
  },
  {
    name: 'filtered by an awaited condition',
    source: `
      export async function main(world) {
        const out: number[] = []
        for (let i = 0; i < 9; i++) {
          if («await world.ok(i)») out.push(i)
        }
        return out
      }`,
    failing: [4],
  },
  {
    name: 'handled only where a test holds',
    source: `
      export async function main(world) {
        for (const key of ${KEYS}) {
          const id = key.length
          if (key !== 'c' && id > 0) {
            let data = await world.get(key)✂
            data = data + id
            await world.store(data)
          }
        }
      }`,
    failing: ['dd'],
  },
  {
    name: 'yielded in order',
    source: `
      async function* pages(world, keys) {
        for (const key of keys) {
          const page = await world.get(key)✂
          world.log('before', key)
          yield [key, page]
        }
      }
      export async function main(world) {
        const out: string[] = []
        for await (const [key, page] of pages(world, ${KEYS})) {
          out.push(page)
          if (key === 'e') break
        }
        return out
      }`,
    failing: ['dd', 'ff'],
  },
  {
    name: 'written to the elements',
    source: `
      export async function main(world) {
        const users = ${KEYS}.map((key) => ({ key, page: '' }))
        try {
          for (const user of users) {
            user.page = await world.get(user.key)
          }
        } catch (error) {
          world.log(error)
        }
        return users
      }`,
    failing: ['c'],
  },
  {
    name: 'with this and arguments',
    source: `
      class Loader {
        prefix = '>'
        async load(world, keys) {
          const out: string[] = []
          for (const key of keys) out.push(this.prefix + arguments.length + «await world.get(key)»)
          return out
        }
      }
      export async function main(world) {
        return new Loader().load(world, ${KEYS})
      }`,
  },
  {
    name: 'started in order by a reduce',
    source: `
      export async function main(world) {
        const keys: string[] = ${KEYS}
        return keys.reduce(async (acc, key) => {
          const list = await acc
          list.push(await world.get(key))
          return list
        }, Promise.resolve([]))
      }`,
    failing: ['c'],
  },
]
