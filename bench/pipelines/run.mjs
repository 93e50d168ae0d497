// node bench/pipelines/run.mjs [NODE ...]
//
// Prints, as the tables of docs/performance-of-pipelines.md, what each form takes relative to the eager one, under
// each of the Node binaries (this one, where none is given). Forms with iterator helpers need Node 22.

import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { CHAINS, COPIES, WASTES } from './forms.mjs'

const SIZES = [10, 1e3, 1e5, 1e6]
const GROUPS = { CHAINS, COPIES, WASTES }
const binaries = process.argv.length > 2 ? process.argv.slice(2) : [process.execPath]
const measureFile = fileURLToPath(new URL('measure.mjs', import.meta.url))

for (const binary of binaries) {
  const version = execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim()
  console.log(`## Node ${version.slice(1)}\n`)
  const hasHelpers = Number(version.slice(1).split('.')[0]) >= 22
  printGroup(binary, 'CHAINS', 'cheap', hasHelpers, 'Chains, stages that cost next to nothing')
  printGroup(binary, 'CHAINS', 'costly', hasHelpers, 'Chains, stages that match a regular expression')
  printGroup(binary, 'COPIES', 'cheap', hasHelpers, 'Copies of a Set')
  printGroup(binary, 'WASTES', 'cheap', hasHelpers, 'Arrays that are pure waste')
}

function printGroup(binary, group, cost, hasHelpers, title) {
  console.log(`### ${title}\n`)
  console.log('| consumer | form | n = 10 | 1e3 | 1e5 | 1e6 | KiB allocated, 1e3 | MiB grown, 1e6 |')
  console.log('|---|---|---|---|---|---|---|---|')
  for (const [consumer, { mostElements = Infinity, ...forms }] of Object.entries(GROUPS[group])) {
    const eager = SIZES.map((n) => (n <= mostElements ? measure(binary, group, consumer, 'eager', n, cost) : null))
    for (const form of Object.keys(forms)) {
      if (form === 'iterator helpers' && !hasHelpers) continue
      const found = SIZES.map((n, index) =>
        eager[index] && (form === 'eager' ? eager[index] : measure(binary, group, consumer, form, n, cost)))
      const cells = found.map((figures, index) => (figures ? cellOf(figures, eager[index], form) : '-'))
      const memory = [found[1] && short(found[1].allocated), found[3] && short(found[3].grown)].map((one) => one ?? '-')
      console.log(`| ${form === 'eager' ? consumer : ''} | ${form} | ${[...cells, ...memory].join(' | ')} |`)
    }
  }
  console.log()
}

function measure(binary, group, consumer, form, n, cost) {
  const args = ['--expose-gc', measureFile, group, consumer, form, String(n), cost]
  return JSON.parse(execFileSync(binary, args, { encoding: 'utf8' }))
}

/** Microseconds of the eager form, ratios of the others. */
function cellOf({ time }, eager, form) {
  return form === 'eager' ? `${short(time)} µs` : short(time / eager.time)
}

function short(value) {
  return value < 0.01 ? '< 0.01' : value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(2)))
}
