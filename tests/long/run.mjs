// Runs what takes too long for `npm test`, part by part, each in a process of its own that is ended when it hangs:
//
//   npm run test:long -- [--sample] [--only PART,...] [--programs 200000] [--seed 1] [--root DIR]
//
// The parts are programs, arrays, sources, mutants, types, scaffold, babel, nodes and packages; the last two ask npm
// for what is not in its cache.
//
// `--sample` runs a little of each part. `--root` holds repositories as DIR/<owner>+<name>, for the part `types`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const ROOT = join(import.meta.dirname, '../..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')
const MINUTE = 60_000
/** Programs in one process, so that what is told of them comes now and then. */
const AT_ONCE = 5000
/** Megabytes for young objects: most die young, and a quarter of the time goes into moving them about with less. */
const YOUNG = 64

const { values } = parseArgs({
  options: {
    sample: { type: 'boolean', default: false },
    only: { type: 'string', default: 'programs,arrays,sources,mutants,types,scaffold,babel,nodes,packages' },
    programs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    root: { type: 'string' },
  },
})
const scratch = mkdtempSync(join(tmpdir(), 'interleave-long-'))
const failures = []
const PARTS = { programs, arrays, sources, mutants, types, scaffold, babel, nodes, packages }
for (const part of values.only.split(',')) PARTS[part]()
rmSync(scratch, { recursive: true })
console.log(failures.length === 0 ? 'All parts hold.' : `${failures.length} failed:\n${failures.join('\n')}`)
process.exitCode = failures.length === 0 ? 0 : 1

function programs() {
  runPrograms('programs', 'random-programs')
}

function arrays() {
  runPrograms('arrays', 'array-programs')
}

function runPrograms(part, name) {
  const wanted = Number(values.programs ?? (values.sample ? 200 : 200_000))
  const totals = {}
  for (let done = 0, seed = Number(values.seed); done < wanted; done += AT_ONCE, seed += 1) {
    const count = Math.min(AT_ONCE, wanted - done)
    const figures = vitest(name, 60 * MINUTE, { INTERLEAVE_PROGRAMS: count, INTERLEAVE_SEED: seed })
    for (const [what, number] of Object.entries(figures ?? {})) totals[what] = (totals[what] ?? 0) + number
    console.log(`${part}, up to seed ${seed}:`, JSON.stringify(totals))
  }
}

function sources() {
  const shares = values.sample ? 100 : 8
  for (let share = 1; share <= (values.sample ? 1 : shares); share += 1) {
    const now = join(scratch, 'now')
    const environment = { INTERLEAVE_SHARE: `${share}/${shares}`, INTERLEAVE_NOW: now }
    console.log('sources', share, vitest('installed-sources', 60 * MINUTE, environment) ?? `stopped at ${readFileSync(now, 'utf8')}`)
  }
}

function mutants() {
  console.log('mutants', vitest('mutants', 60 * MINUTE, { INTERLEAVE_EVERY: values.sample ? 40 : 1 }))
}

function types() {
  if (values.root) console.log('types', vitest('types-of-repositories', 60 * MINUTE, { INTERLEAVE_ROOT: values.root }))
}

function scaffold() {
  console.log('scaffold', vitest('new-rule', 10 * MINUTE, {}))
}

/** Half a minute, as Babel compiles the compiler of TypeScript as well. */
function babel() {
  build()
  console.log('babel', vitest('babel', 10 * MINUTE, {}))
}

/** What is built and packed, with each Node that it is for; npm brings Node and the packages. */
function nodes() {
  build()
  vitest('nodes', 20 * MINUTE, values.sample ? { INTERLEAVE_NODES: '26.12.1' } : {})
}

/** What is built and packed, installed in a project of each kind. */
function packages() {
  build()
  vitest('packages', 20 * MINUTE, values.sample ? { INTERLEAVE_KINDS: 'commonjs' } : {})
}

function build() {
  const { status, stdout, stderr } = spawnSync('npm run build', { cwd: ROOT, encoding: 'utf8', shell: true })
  if (status !== 0) failures.push(`build ${stdout}${stderr}`)
}

/** The figures that a test prints; null where it printed none. */
function vitest(name, timeout, environment) {
  const { status, signal, stdout, stderr } = run([`tests/long/${name}`], timeout, environment)
  if (status !== 0) {
    failures.push(`${name} ${JSON.stringify(environment)}`)
    console.log(signal ? `${name} was ended by ${signal}` : `${stdout}\n${stderr}`)
  }
  const [, figures] = /^figures: (.*)$/m.exec(stdout) ?? []
  return figures ? JSON.parse(figures) : null
}

function run(filters, timeout, environment) {
  const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=${YOUNG}` }
  for (const [name, value] of Object.entries(environment)) env[name] = String(value)
  const args = [VITEST, 'run', '--config', 'vitest.long.config.ts', ...filters]
  return spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8', timeout, killSignal: 'SIGKILL', maxBuffer: 2 ** 28 })
}
