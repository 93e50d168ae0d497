// Lets the command find and rewrite the loop of program.ts, runs the program before and after, and compares.
// SECOND_MS=100 makes the seconds of the program shorter.

import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { interleave, withTemporaryFolder } from '../command.mjs'
import { transpile } from '../transpile.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const SECOND = Number(process.env.SECOND_MS ?? 1000)

const VARIANTS = [
  { name: 'as written', fix: null },
  { name: 'rewritten', fix: [] },
  { name: 'rewritten, processData declared independent', fix: ['--known-calls', join(HERE, 'known-calls.json')] },
]

await withTemporaryFolder(async (folder) => {
  const original = copyProgram(folder, 'original')
  console.log(interleave(original, 'scan', 'program.ts'))
  for (const { fix } of VARIANTS.slice(1)) console.log(interleave(original, 'fix', ...fix, 'program.ts'))

  const programs = await Promise.all(
    VARIANTS.map(async ({ name, fix }, index) => {
      const copy = copyProgram(folder, `variant-${index}`)
      if (fix !== null) interleave(copy, 'fix', '--write', '--confidence', 'likely', ...fix, 'program.ts')
      return { name, program: await load(copy) }
    }),
  )

  console.log('fetchData waits 1 s, processData waits 2 s\n')
  for (const count of [2, 10]) await compare(programs, count)
})

function copyProgram(folder, name) {
  const copy = join(folder, name)
  mkdirSync(copy)
  copyFileSync(join(HERE, 'program.ts'), join(copy, 'program.ts'))
  return copy
}

async function load(copy) {
  return import(pathToFileURL(transpile(join(copy, 'program.ts'))).href)
}

async function compare(programs, count) {
  const urls = Array.from({ length: count }, (_, index) => `https://example.org/${index + 1}`)
  let expected = null
  console.log(`${count} urls`)
  // sequential: the programs are timed, and none may slow another down
  for (const { name, program } of programs) {
    const before = program.journal.length
    const start = performance.now()
    const results = await program.fetchAndProcess(urls)
    const seconds = (performance.now() - start) / SECOND
    const seen = { results, journal: program.journal.slice(before) }
    expected ??= seen
    const isEqual = isDeepStrictEqual(seen, expected)
    console.log(`  ${seconds.toFixed(1).padStart(5)} s  ${isEqual ? 'same results, same order' : 'DIFFERENT RESULTS'}  ${name}`)
    if (!isEqual) process.exitCode = 1
  }
  console.log()
}
