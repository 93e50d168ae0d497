// Lets the command make generators of the functions in squares.ts and pages.ts, runs the programs before and after, and
// compares results, the time to the first one, and the heap. COUNT=1000000 makes it less than ten million squares.

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { interleave, withTemporaryFolder } from '../command.mjs'
import { transpile } from '../transpile.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PROGRAMS = ['squares.ts', 'pages.ts']
const COUNT = Number(process.env.COUNT ?? 10_000_000)
const PAGES = 10
const PAGE_MS = 50
const FIX = ['fix', '--rules', 'prefer-generator']

await withTemporaryFolder(async (folder) => {
  const before = copyPrograms(folder, 'before')
  const after = copyPrograms(folder, 'after')
  console.log(interleave(before, 'scan', '--rules', 'prefer-generator', '.'))
  console.log(interleave(before, ...FIX, '.'))
  interleave(after, ...FIX, '--write', '.')
  const variants = [
    { name: 'as written', folder: before },
    { name: 'rewritten', folder: after },
  ]
  console.log(`the sum of ${COUNT} squares`)
  compare(variants.map(({ name, folder }) => ({ name, ...sum(folder) })))
  console.log(`the first square above 100 of ${COUNT}`)
  compare(variants.map(({ name, folder }) => ({ name, ...first(folder) })))
  await withServer(async (url, takeRequests) => {
    console.log(`users of ${PAGES} pages, each of which takes ${PAGE_MS} ms`)
    const rows = []
    // sequential: the programs are timed, and none may slow another down
    for (const { name, folder } of variants) {
      rows.push({ name, ...(await listing(folder, url)), requests: takeRequests() })
    }
    compare(rows)
    console.log('the first user whose name starts with b')
    const found = []
    // sequential: as above
    for (const { name, folder } of variants) {
      found.push({ name, ...(await finding(folder, url)), requests: takeRequests() })
    }
    compare(found)
  })
})

function copyPrograms(folder, name) {
  const copy = join(folder, name)
  mkdirSync(copy)
  for (const program of PROGRAMS) copyFileSync(join(HERE, program), join(copy, program))
  return copy
}

function sum(folder) {
  return measure(
    folder,
    `const result = program.sumOfSquares(${COUNT}, () => { firstAfter = performance.now() - start; see() })`,
  )
}

function first(folder) {
  return measure(
    folder,
    `const result = program.firstSquareAbove(100, ${COUNT}); firstAfter = performance.now() - start`,
  )
}

/** In a process of its own, so that the heap is that of the program alone. */
function measure(folder, code) {
  const source = `
    const program = await import(${JSON.stringify(pathToFileURL(transpile(join(folder, 'squares.ts'))).href)})
    let heap = 0, firstAfter = 0
    const see = () => { heap = Math.max(heap, process.memoryUsage().heapUsed) }
    const start = performance.now()
    ${code}
    see()
    console.log(JSON.stringify({ result, firstAfter, heap }))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

async function listing(folder, url) {
  const { listUsers } = await import(pathToFileURL(transpile(join(folder, 'pages.ts'))).href)
  const { users, firstAfter } = await listUsers(url)
  return { result: users, firstAfter }
}

async function finding(folder, url) {
  const { findUser } = await import(pathToFileURL(transpile(join(folder, 'pages.ts'))).href)
  const start = performance.now()
  const result = await findUser(url, 'b')
  return { result, firstAfter: performance.now() - start }
}

/** A server on this machine: page 1 has the users a1, a2, a3, page 2 those with b, and so on. */
async function withServer(use) {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    const page = Number(new URL(request.url, 'http://localhost').searchParams.get('page') ?? 1)
    const letter = String.fromCharCode(96 + page)
    const next = page < PAGES ? `http://localhost:${server.address().port}/?page=${page + 1}` : null
    setTimeout(() => response.end(JSON.stringify({ users: [1, 2, 3].map((n) => letter + n), next })), PAGE_MS)
  })
  await new Promise((resolve) => void server.listen(0, 'localhost', resolve))
  const takeRequests = () => {
    const taken = requests
    requests = 0
    return taken
  }
  try {
    await use(`http://localhost:${server.address().port}/`, takeRequests)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function compare(rows) {
  for (const { name, result, firstAfter, heap, requests } of rows) {
    const isEqual = isDeepStrictEqual(result, rows[0].result)
    const cost = heap === undefined ? `${String(requests).padStart(3)} requests` : `${megabytes(heap)} MB heap`
    console.log(
      `  first after ${firstAfter.toFixed(1).padStart(7)} ms  ${cost}  ${isEqual ? 'same result' : 'DIFFERENT RESULT'}  ${name}`,
    )
    if (!isEqual) process.exitCode = 1
  }
  console.log()
}

function megabytes(bytes) {
  return (bytes / 2 ** 20).toFixed(0).padStart(4)
}
