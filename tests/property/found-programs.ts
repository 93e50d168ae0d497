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
]
