import { expect, test } from 'vitest'
import { outcomes } from '../judge-source.ts'

/** Each write of a turn may meet every other: looking at all pairs for every cut took 20 s for as many. */
const MANY = 600
const MOST_SECONDS = 8

const turnOf = (last: string): string => {
  const writes = Array.from({ length: MANY }, (_, i) => `await writeFile(page + '/${i}.txt', String(${i}))`)
  return `import { mkdir, writeFile } from 'node:fs/promises'
export async function all(pages: string[]) { for (const page of pages) { ${[...writes, last].join('\n')} } }`
}

const TURNS = [
  { name: 'files named after the element', last: "await writeFile(page + '/index.txt', '')", outcome: 'concurrent likely' },
  { name: 'one file of all turns among them', last: "await writeFile('index.txt', page)", outcome: 'fission possible' },
]

for (const { name, last, outcome } of TURNS) {
  test(`many writes of a turn are judged in a short time: ${name}`, () => {
    const before = process.cpuUsage()
    expect(outcomes(turnOf(last))).toEqual([outcome])
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS)
  })
}
