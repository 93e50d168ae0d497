// Times one form in a process of its own, so that what was compiled for one does not count for another, and prints the
// figures as JSON: processor time of a run in microseconds (median of seven), KiB that a run allocates, MiB by which
// the process grew at most.

import { isDeepStrictEqual } from 'node:util'
import { GCProfiler } from 'node:v8'
import { CHAINS, COPIES, WASTES } from './forms.mjs'

const ROUNDS = 7
/** Microseconds that a round lasts at least. */
const SHORTEST_ROUND = 4000

const [group, consumer, form, size, cost] = process.argv.slice(2)
const n = Number(size)
const GROUPS = { CHAINS, COPIES, WASTES }
const { [form]: run, eager } = GROUPS[group][consumer]

const CHEAP = { p: (x) => x % 2 === 1, g: (x) => x * 2 }
const COSTLY = { p: (x) => /^-?\d*[13579]$/.test(String(x)), g: (x) => Number(`${x}0`.replace(/0$/, '')) * 2 }
const stages = { ...(cost === 'costly' ? COSTLY : CHEAP), n }

const numbers = Array.from({ length: n }, (_, index) => index)
const source = group === 'COPIES' ? new Set(numbers) : numbers
// First, as the process must not have grown by anything else.
const grown = growth()
const expected = eager(source, stages)
const check = () => {
  if (!isDeepStrictEqual(run(source, stages), expected)) throw new Error(`${consumer}: ${form} gives another result`)
}

check()
const { times, runs } = timesOf()
const allocated = allocatedBy(runs)
check()
console.log(JSON.stringify({ time: times.sort((a, b) => a - b)[ROUNDS >> 1], allocated, grown }))

function growth() {
  globalThis.gc()
  const before = process.resourceUsage().maxRSS
  run(source, stages)
  return (process.resourceUsage().maxRSS - before) / 1024
}

function timesOf() {
  let runs = 1
  while (cpuOf(runs) < SHORTEST_ROUND) runs *= 2
  cpuOf(runs)
  return { times: Array.from({ length: ROUNDS }, () => cpuOf(runs) / runs), runs }
}

function cpuOf(runs) {
  const start = process.cpuUsage()
  for (let run_ = 0; run_ < runs; run_++) run(source, stages)
  const { user, system } = process.cpuUsage(start)
  return user + system
}

/** What was in use before each collection less what the one before it had left, summed up. */
function allocatedBy(runs) {
  globalThis.gc()
  const profiler = new GCProfiler()
  let last = process.memoryUsage().heapUsed
  profiler.start()
  for (let run_ = 0; run_ < runs; run_++) run(source, stages)
  const end = process.memoryUsage().heapUsed
  let bytes = 0
  for (const { beforeGC, afterGC } of profiler.stop().statistics) {
    bytes += beforeGC.heapStatistics.usedHeapSize - last
    last = afterGC.heapStatistics.usedHeapSize
  }
  return Math.max(0, bytes + end - last) / runs / 1024
}
