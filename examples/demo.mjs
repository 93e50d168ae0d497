// Scans and previews on the small programs of this folder and on a published package, and measures rewritten programs.

import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { interleave, withTemporaryFolder } from './command.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PUBLISHED = { name: '@11ty/eleventy', folder: 'src' }
const DIFF_LINES_SHOWN = 60

await withTemporaryFolder(async (folder) => {
  cpSync(join(HERE, 'small'), join(folder, 'small'), { recursive: true })
  title('Small programs: interleave scan examples/small')
  console.log(interleave(folder, 'scan', 'small'))
  title('The same, rewritten: interleave fix examples/small')
  console.log(interleave(folder, 'fix', 'small'))

  const version = copyPublished(folder)
  title(`A published package, ${PUBLISHED.name} ${version}: interleave scan --all`)
  summarize(JSON.parse(interleave(folder, 'scan', '--all', '--format', 'json', PUBLISHED.name)))
  title(`The same: interleave fix, its first ${DIFF_LINES_SHOWN} lines`)
  console.log(firstLines(interleave(folder, 'fix', PUBLISHED.name), DIFF_LINES_SHOWN))
})

title('One program before and after, its seconds shortened to 100 ms: node examples/fetch-and-process/run.mjs')
const { status } = spawnSync(process.execPath, [join(HERE, 'fetch-and-process', 'run.mjs')], {
  env: { SECOND_MS: '100', ...process.env },
  stdio: 'inherit',
})

title('Arrays that need not be built, a million squares: node examples/squares/run.mjs')
const squares = spawnSync(process.execPath, [join(HERE, 'squares', 'run.mjs')], {
  env: { COUNT: '1000000', ...process.env },
  stdio: 'inherit',
})
process.exitCode = status || squares.status

function title(words) {
  console.log(`\n${'='.repeat(words.length)}\n${words}\n${'='.repeat(words.length)}\n`)
}

/** Copied, because the command leaves out whatever is below a `node_modules`. */
function copyPublished(folder) {
  const source = join(HERE, '..', 'node_modules', PUBLISHED.name)
  for (const name of ['package.json', PUBLISHED.folder]) {
    cpSync(join(source, name), join(folder, PUBLISHED.name, name), { recursive: true })
  }
  return JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version
}

function summarize({ files }) {
  const loops = files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, ...finding })))
  const reported = loops.filter(({ preset }) => preset === 'recommended')
  const silent = loops.filter(({ confidence }) => confidence === null)
  console.log(`${loops.length} loops wait in their turns.`)
  console.log(`${reported.length} of them could overlap, certainly or likely:\n`)
  for (const { path, line, confidence, message, rewrites } of reported) {
    console.log(`  ${path}:${line}  ${confidence}${rewrites.length > 0 ? ', can be rewritten' : ''}`)
    console.log(`    ${message}`)
  }
  console.log(`\n${silent.length} are left alone, for these reasons:\n`)
  for (const [code, count] of countBy(silent, ({ reasons }) => reasons[0]?.code)) {
    console.log(`  ${String(count).padStart(3)}  ${code}`)
  }
  const rest = loops.length - reported.length - silent.length
  console.log(`\n${rest} may overlap, but it is not known what they call does; the preset strict reports these.`)
}

/** Pairs of key and count, the most frequent first. */
function countBy(items, keyOf) {
  const counts = new Map()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

function firstLines(text, count) {
  const lines = text.split('\n')
  return lines.length <= count ? text : `${lines.slice(0, count).join('\n')}\n... and ${lines.length - count} more lines`
}
