// How often the answers are right, on the labelled loops of `bench/labels`:
//
//   npm run score -- ROOT [--limiter auto]
//
// ROOT holds the repositories that the labels name, at the commits that they name, as ROOT/<owner>+<name>/. Only those
// that are there are scored. A report on a `fission` loop is right only where it says `fission` or `collect`.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { limiter: { type: 'string', default: 'p-map' } },
})
const [root] = positionals
if (!root || !existsSync(root)) {
  console.error('usage: npm run score -- ROOT [--limiter auto]')
  process.exit(2)
}

const TIERS = ['certain', 'likely', 'possible']
for (const set of ['development', 'held-out', 'further', 'fresh', 'latest', 'newest', 'seventh', 'eighth']) score(set)

function score(set) {
  const labels = JSON.parse(readFileSync(join(import.meta.dirname, `labels/${set}-loops.json`), 'utf8'))
  const here = labels.filter((label) => !label.isTestFile && existsSync(join(root, pathOf(label))))
  console.log(`\n${set}: ${here.length} of ${labels.filter(({ isTestFile }) => !isTestFile).length} labels outside tests`)
  if (here.length === 0) return
  const answers = scan([...new Set(here.map(pathOf))])
  const rows = here.map((label) => ({ label, found: findingFor(label, answers) }))
  const may = rows.filter(({ label }) => label.verdict !== 'serial').length
  for (const tier of TIERS) {
    const tiers = TIERS.slice(0, TIERS.indexOf(tier) + 1)
    const shown = rows.filter(({ found }) => tiers.includes(found?.confidence))
    const right = shown.filter(isRight)
    const rewritten = right.filter(({ found }) => found.rewrites.length > 0).length
    console.log(
      `  down to ${tier.padEnd(8)}  precision ${rate(right.length, shown.length)}, recall ${rate(right.length, may)}, with a rewrite ${rewritten} of ${right.length}`,
    )
  }
  for (const { label, found } of rows) {
    const isReported = found?.confidence === 'certain' || found?.confidence === 'likely'
    if (isReported && !isRight({ label, found }))
      console.log(`  wrong: ${pathOf(label)}:${label.loopLine} is ${label.verdict}, said ${found.verdict} ${found.confidence}`)
  }
}

function scan(paths) {
  const main = join(import.meta.dirname, '../dist/src/cli/main.js')
  const args = [main, 'scan', '--all', '--format', 'json', '--limiter', values.limiter, ...paths]
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 }
  const { stdout, stderr, status } = spawnSync(process.execPath, args, options)
  if (status === 2 || stdout === '') throw new Error(stderr)
  return new Map(JSON.parse(stdout).files.map((file) => [file.path, file.findings]))
}

function findingFor(label, answers) {
  const { loopLine, loopEndLine } = label
  return answers.get(pathOf(label))?.find(({ line, endLine }) => line === loopLine && endLine === loopEndLine)
}

function isRight({ label, found }) {
  return label.verdict !== 'serial' && !(label.verdict === 'fission' && found.verdict === 'concurrent')
}

function pathOf({ repo, path }) {
  return `${repo.replace('/', '+')}/${path}`
}

/** Share with its 95 % interval (Wilson). */
function rate(count, all) {
  if (all === 0) return '-'
  const z = 1.96
  const share = count / all
  const centre = share + (z * z) / (2 * all)
  const margin = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  const [low, high] = [-1, 1].map((side) => (centre + side * margin) / (1 + (z * z) / all))
  return `${percent(share)} % (${count} of ${all}; ${percent(low)} to ${percent(high)})`
}

function percent(share) {
  return Math.round(100 * share)
}
