// What a scan of a repository costs against other tools over the same files:
//
//   npm run bench:scan -- ROOT [--rounds N]
//
// Whole processes that take turns. Wall times mean something only as ratios, and little on a machine that is shared.
import { readFileSync, readdirSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { inTurns, median, ratioOf, timed } from './timed.mjs'

const here = fileURLToPath(new URL('..', import.meta.url))
const self = fileURLToPath(import.meta.url)
const EXTENSIONS = ['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx']
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, child: { type: 'string' }, workers: { type: 'string' } },
  allowPositionals: true,
})
const root = resolve(positionals[0] ?? '.')
if (values.child === 'scan') await scanAlone()
else if (values.child === 'limit') await limit()
else compare()

function compare() {
  const scratch = mkdtempSync(join(tmpdir(), 'scan-'))
  try {
    const transform = join(scratch, 'parse-only.cjs')
    writeFileSync(transform, 'module.exports = (file, { j }) => { j(file.source) }\n')
    const loop = join(scratch, 'loop.mjs')
    writeFileSync(loop, 'export async function send(items) { for (const item of items) await fetch(item) }\n')
    print(whole(transform), 'scan, two workers')
    print(small(loop), 'node -e 0')
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function whole(transform) {
  const node = process.execPath
  const alone = (child, ...more) => [node, self, root, '--child', child, ...more]
  const shift = [node, join(here, 'node_modules/jscodeshift/bin/jscodeshift.js'), '--no-babel', '--parser=tsx', '--silent']
  const pattern = [join(here, 'node_modules/@ast-grep/cli/ast-grep'), 'run', '--pattern', 'await $X', '--json=stream', root]
  const cross = [node, join(here, 'dist/src/cli/main.js'), 'scan', '--format', 'json', '--workers', '2', root]
  const extensions = `--extensions=${EXTENSIONS.map((one) => one.slice(1)).join(',')}`
  return inTurns(Number(values.rounds), {
    'scan, two workers': () => timed(alone('scan', '--workers', '2')),
    'scan, one worker': () => timed(alone('scan', '--workers', '1')),
    'scan across files': () => timed(cross, { codes: [0, 1] }),
    'limit': () => timed(alone('limit')),
    'ast-grep': () => timed(pattern, { codes: [0, 1] }),
    'jscodeshift': () => timed([...shift, '--ignore-pattern=**/node_modules/**', extensions, '-t', transform, root]),
  })
}

function small(loop) {
  const node = process.execPath
  const main = join(here, 'dist/src/cli/main.js')
  return inTurns(Number(values.rounds), {
    'node -e 0': () => timed([node, '-e', '0']),
    '--help': () => timed([node, main, '--help']),
    'importing the parser': () => timed([node, '-e', 'import("@typescript-eslint/parser")'], { cwd: here }),
    'one small file': () => timed([node, main, 'scan', loop], { codes: [0, 1] }),
  })
}

function print(runs, floor) {
  console.log(`| run | CPU s | wall s | peak MiB | CPU to ${floor} | wall |\n|---|---|---|---|---|---|`)
  for (const [name, all] of Object.entries(runs)) {
    const middle = (what, digits) => median(all.map((run) => run[what])).toFixed(digits)
    const ratio = (what) => ratioOf(all, runs[floor], what).toFixed(2)
    console.log(`| ${name} | ${middle('cpu', 2)} | ${middle('wall', 2)} | ${middle('mib', 0)} | ${ratio('cpu')} | ${ratio('wall')} |`)
  }
  console.log()
}

/** The command has no option for a scan that reads no other file: it is asked as its own door asks it. */
async function scanAlone() {
  const module = (path) => import(pathToFileURL(join(here, 'build/src/cli', path)).href)
  const [{ readArguments }, { scan }, { NO_PROGRESS }, { default: picocolors }] = await Promise.all([
    module('arguments.js'),
    module('commands/scan.js'),
    module('printing/progress-line.js'),
    import('picocolors'),
  ])
  const invocation = await readArguments(['scan', '--format', 'json', '--workers', values.workers, root], false)
  const out = (text) => void process.stdout.write(text)
  const quiet = { out, problem() {}, note() {}, canAsk: false, progress: () => NO_PROGRESS }
  const terminal = { ...quiet, directory: root, colors: picocolors.createColors(false) }
  await scan({ ...invocation, options: { ...invocation.options, crossFile: false } }, terminal)
}

/** Reads all files, asks one text test, and walks the trees of what is left. */
async function limit() {
  const { parseSync } = await import('oxc-parser')
  let nodes = 0
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !EXTENSIONS.includes(extname(entry.name)) || entry.parentPath.includes('node_modules')) continue
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8')
    if (/\bawait\b|\.(map|filter|forEach)\b|\[\.\.\./.test(text)) nodes += walk(parseSync(entry.name, text).program)
  }
  console.log(nodes)
}

function walk(node) {
  let count = 1
  for (const key in node) {
    const child = node[key]
    if (child !== null && typeof child === 'object') count += walk(child)
  }
  return count
}
