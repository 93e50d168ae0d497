// How the time of all rules grows with the size of a file, form by form:
//
//   npm run bench:growth -- [--most N] [FORM ...]
//
// Each form is written at four sizes, each twice the one before, up to the form's size. Printed are processor seconds
// (the least of three runs, or of one that takes long) and the power with which the last two steps grow: 1 is
// linear, 2 is quadratic. The files are written to a new folder and read by what the command runs for each file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runJob } from '../build/src/cli/work/run-job.js'
import { DEFAULT_OPTIONS } from '../build/src/options.js'

const FORMS = {
  // Lines of one function.
  'plain lines': [20_000, (n) => inFunction(lines(n, (i) => `total += table[${i}].size(${i})`))],
  'declared names': [20_000, (n) => inFunction(lines(n, (i) => `const part${i} = make(${i === 0 ? 'id' : `part${i - 1}`}, ${i})`))],
  'calls in one loop': [20_000, (n) => inLoop(lines(n, (i) => `log.add(item, ${i})`))],
  'awaits in one loop': [20_000, (n) => inLoop(lines(n, (i) => `await api.send(item, ${i})`))],
  'known calls in one loop': [20_000, (n) => `import fs from 'node:fs/promises'\n${inLoop(lines(n, (i) => `await fs.writeFile(item + '/${i}.txt', String(${i}))`))}`],
  'values of one loop': [20_000, (n) => inLoop(lines(n, (i) => `const part${i} = await read(item, ${i})`))],
  'writes in one loop': [20_000, (n) => inLoop(lines(n, (i) => `state.field${i} = await read(item, ${i})`))],
  'counters in one loop': [20_000, (n) => inLoop(lines(n, (i) => `count${i % 100}++`) + '\nawait send(item)')],
  'collected in one loop': [20_000, (n) => inLoop(lines(n, (i) => `all.push(await read(item, ${i}))`))],
  'conditions in one loop': [20_000, (n) => inLoop(lines(n, (i) => `if (item.kind === ${i}) await handle${i % 7}(item)`))],
  'awaits in a line': [20_000, (n) => inFunction(lines(n, (i) => `await send(id, ${i})`))],
  'awaited values in a line': [20_000, (n) => inFunction(lines(n, (i) => `const part${i} = await read(id, ${i})`))],
  'awaited fields in a line': [20_000, (n) => inFunction(lines(n, (i) => `this.part${i} = await read(id, ${i})`))],
  'started promises': [20_000, (n) => inFunction(`${lines(n, (i) => `const part${i} = read(id, ${i})`)}\n${lines(n, (i) => `await part${i}`)}`)],
  'pushes in a line': [20_000, (n) => inFunction(`const all = []\n${lines(n, (i) => `all.push(make(id, ${i}))`)}\nreturn all`)],
  'copies in a line': [20_000, (n) => inFunction(lines(n, (i) => `for (const one of [...items${i % 50}]) show(one)`))],
  'chains in a line': [20_000, (n) => inFunction(lines(n, (i) => `const first${i} = items.filter((one) => one.id === ${i})[0]`))],
  'fan-outs in a line': [5_000, (n) => inFunction(lines(n, (i) => `await Promise.all(items.map((one) => fetch(one.url + ${i})))`))],
  'async callbacks in a line': [5_000, (n) => inFunction(lines(n, (i) => `items.forEach(async (one) => { await send(one, ${i}) })`))],
  // Loops of one file.
  'loops in functions': [5_000, (n) => lines(n, (i) => `async function work${i}(items) { for (const item of items) await send(item, ${i}) }`)],
  'loops in one function': [5_000, (n) => inFunction(lines(n, (i) => `for (const item of list${i}) { await send(item, ${i}) }`))],
  'collecting loops': [5_000, (n) => inFunction(lines(n, (i) => `const all${i} = []\nfor (const item of list) { const got = await read(item, ${i}); all${i}.push(got) }`))],
  'loops in methods': [5_000, (n) => `class Service {\n${lines(n, (i) => `async work${i}(items) { for (const item of items) { this.count++; await this.send${i}(item) } }\nsend${i}(item) { return this.client.put(item, ${i}) }`)}\n}`],
  'fillers': [5_000, (n) => lines(n, (i) => `function list${i}(n) { const all = []; for (let i = 0; i < n; i++) all.push(make(i)); return all }\nfor (const one of list${i}(${i})) show(one)`)],
  // Calls of calls.
  'functions in a row': [5_000, (n) => withCaller(n, (i) => `note${i}(item); return step${i + 1}(item)`)],
  'functions in a net': [5_000, (n) => withCaller(n, (i) => `note${i}(item); step${Math.min(i * 2 + 1, n)}(item); step${Math.min(i * 2 + 2, n)}(item); return step${Math.min(i + 1, n)}(item)`)],
  'functions in a ring': [5_000, (n) => withCaller(n, (i) => `state.field${i} = item; note${i}(item); step${(i * 7 + 1) % n}(item); return step${(i + 1) % n}(item)`)],
  'functions in twos': [5_000, (n) => withCaller(n, (i) => `state.field${i} = item; step${i ^ 1}(item); return note${i}(item)`)],
  'callers of one function': [5_000, (n) => `async function send(item) { await fetch(item.url); log.push(item) }\n${lines(n, (i) => `async function work${i}(items) { for (const item of items) await send(item) }`)}`],
  // Long and deep.
  'stages of a chain': [2_000, (n) => inFunction(`const found = items${lines(n, (i) => `  .filter((one) => one.id !== ${i})`)}\n  [0]`)],
  'then chain': [2_000, (n) => inFunction(`await start(id)${lines(n, (i) => `  .then((one) => next(one, ${i}))`)}`)],
  'nested blocks': [200, (n) => inLoop(`${lines(n, (i) => `if (item.part${i}) {`)}\nawait send(item)\n${'}'.repeat(n)}`)],
  'nested loops': [200, (n) => inFunction(`${lines(n, (i) => `for (const item${i + 1} of item${i}.parts) {`)}\nawait send(item${n})\n${'}'.repeat(n)}`)],
  'nested functions': [200, (n) => inFunction(`${lines(n, (i) => `items.forEach(async (item${i}) => {`)}\nawait send(item0)\n${'})'.repeat(n)}`)],
  'elements of a literal': [20_000, (n) => `const table = [\n${lines(n, (i) => `  { id: ${i}, name: 'n${i}' },`)}\n]\n${inLoop('await send(table[item])')}`],
  'uses of one name': [20_000, (n) => `let current = 0\n${lines(n, (i) => `function use${i}() { return current + ${i} }`)}\n${inLoop('await send(item, current)')}`],
}

const { values, positionals } = parseArgs({ options: { most: { type: 'string' } }, allowPositionals: true })
const most = Number(values.most ?? Infinity)
const folder = mkdtempSync(join(tmpdir(), 'growth-'))
const options = { ...DEFAULT_OPTIONS, confidence: 'possible', crossFile: true, limiter: 'p-map' }
console.log('processor seconds; the size is that of the last column\n')
console.log('| form | size | 1/8 | 1/4 | 1/2 | 1 | power |\n|---|---|---|---|---|---|---|')
try {
  for (const [name, [largest, write]] of Object.entries(FORMS)) {
    if (positionals.length > 0 && !positionals.some((one) => name.includes(one))) continue
    const size = Math.min(largest, most)
    // The first is for the compiler of Node.
    secondsFor(write(Math.ceil(size / 16)))
    const seconds = [8, 4, 2, 1].map((part) => secondsFor(write(Math.ceil(size / part))))
    const power = Math.log2(seconds[3] / seconds[1]) / 2
    console.log(`| ${name} | ${size} | ${seconds.map((one) => one.toFixed(2)).join(' | ')} | ${power.toFixed(2)} |`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

function secondsFor(text) {
  let least = Infinity
  for (let run = 0; run < 3; run++) {
    // A new file each time: nothing that was found before is there.
    const absolute = join(folder, `${String(performance.now()).replace('.', '-')}.mjs`)
    writeFileSync(absolute, text)
    const before = process.cpuUsage()
    const { problem } = runJob({ kind: 'find', absolute, options, rules: null, all: true })
    const { user, system } = process.cpuUsage(before)
    if (problem) console.log(`  ${problem.reason}`)
    least = Math.min(least, (user + system) / 1e6)
    if (least > 5) break
  }
  return least
}

function lines(n, line) {
  return Array.from({ length: n }, (_, i) => line(i)).join('\n')
}

function inFunction(body) {
  return `export async function work(id, items, table) {\nlet total = 0\n${body}\n}\n`
}

function inLoop(body) {
  return inFunction(`for (const item of items) {\n${body}\n}`)
}

function withCaller(n, body) {
  const functions = lines(n, (i) => `async function step${i}(item) { ${body(i)} }`)
  return `const state = {}\n${functions}\nasync function step${n}(item) { return fetch(item.url) }\n${inLoop('await step0(item)')}`
}
