// What users get: wall time and calls in flight of loops and of what the command makes of them, at 10, 100 and 1,000
// elements: `npm run build && node bench/rewritten.mjs`. Checks that the results are the same.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_OPTIONS } from '../build/src/options.js'
import { rewriteText } from '../build/src/report/rewrite-text.js'

const ROUNDS = 5

const COLLECT = `export async function run(ids, load) {
  const results = []
  for (const id of ids) {
    results.push(await load(id))
  }
  return results
}
`
const ORDERED = `export async function run(ids, load) {
  const results = []
  let total = 0
  for (const id of ids) {
    const text = await load(id)
    total += text.length
    results.push(total)
  }
  return results
}
`

const folder = mkdtempSync(join(import.meta.dirname, '../node_modules/.rewritten-'))
const server = createServer((request, response) => setTimeout(() => response.end(request.url), 5)).listen(0, '127.0.0.1')
await new Promise((resolve) => server.on('listening', resolve))
const address = `http://127.0.0.1:${server.address().port}`
const files = Array.from({ length: 1000 }, (_, index) => join(folder, `${index}.txt`))
for (const [index, path] of files.entries()) writeFileSync(path, `text ${index}\n`.repeat(200))

const WORK = {
  'a wait of 5 ms': async (id) => sleep(5, String(id)),
  'a read of a file': (id) => readFile(files[id], 'utf8'),
  'a request over loopback, answered after 5 ms': async (id) => (await fetch(`${address}/${id}`)).text(),
}

console.log('elements    loop ms  rewritten      ratio  in flight')
// sequential: what runs at once would be measured together
for (const [form, source] of Object.entries({ 'bounded map': COLLECT, 'ordered pipeline': ORDERED })) {
  const [before, after] = [await load(source, 'before'), await load(rewritten(source), 'after')]
  for (const [name, work] of Object.entries(WORK)) {
    console.log(`${form}, ${name}`)
    for (const count of [10, 100, 1000]) await measure(count, work, before, after)
  }
}
server.close()
rmSync(folder, { recursive: true })

function rewritten(source) {
  const options = { ...DEFAULT_OPTIONS, limiter: 'p-map' }
  const text = rewriteText(source, join(folder, 'source.js'), options, 'likely').at(-1).text
  if (text === source) throw new Error('nothing is rewritten')
  return text
}

async function load(text, name) {
  const path = join(folder, `${name}-${Math.random()}.mjs`)
  writeFileSync(path, text)
  return (await import(path)).run
}

async function measure(count, work, before, after) {
  const ids = Array.from({ length: count }, (_, index) => index)
  const pairs = []
  // sequential: the rounds are timed
  for (let round = 0; round < ROUNDS; round++) {
    const [loop, made] = [await timed(before, ids, work), await timed(after, ids, work)]
    if (!isDeepStrictEqual(loop.results, made.results)) throw new Error('the results differ')
    pairs.push([loop, made])
  }
  const of = (get) => median(pairs.map(get)).toFixed(2).padStart(10)
  const most = Math.max(...pairs.map(([, { most }]) => most))
  const times = [of(([a]) => a.time), of(([, b]) => b.time), of(([a, b]) => b.time / a.time)]
  console.log(String(count).padStart(8), ...times, most)
}

async function timed(run, ids, work) {
  let [inFlight, most] = [0, 0]
  const start = performance.now()
  const results = await run(ids, async (id) => {
    most = Math.max(most, (inFlight += 1))
    try {
      return await work(id)
    } finally {
      inFlight -= 1
    }
  })
  return { results, time: performance.now() - start, most }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
