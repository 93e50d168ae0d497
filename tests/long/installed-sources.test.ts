import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { checkFile } from '../hostile/check-file.ts'
import { lintFile } from '../hostile/lint-file.ts'
import { ROOT } from '../house/source-files.ts'

/** `2/8`: the second of eight shares. */
const [SHARE = 1, SHARES = 1] = (process.env.INTERLEAVE_SHARE ?? '1/1').split('/').map(Number)
/** Is told the name of each file before it is looked at, so that one that never ends is known. */
const NOW = process.env.INTERLEAVE_NOW
/** Milliseconds of processor time that a file may take, and those for each million characters more. */
const [ALLOWED, PER_MILLION] = [10_000, 20_000]
/** Characters of the largest file that ESLint is given, which keeps a list of tokens beside the tree. */
const LINTED = 1_000_000

test('every source file that is installed is answered and rewritten, or refused in one sentence', () => {
  const paths = globSync('node_modules/**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}', { cwd: ROOT, dot: true }).sort()
  const figures = { files: 0, characters: 0, refused: 0, answers: 0, offers: 0, changed: 0, slowest: 0, slowestFile: '' }
  const problems: string[] = []
  for (const path of paths.filter((_, index) => index % SHARES === SHARE - 1)) {
    if (NOW) writeFileSync(NOW, path)
    const text = readFileSync(join(ROOT, path), 'utf8')
    const before = process.cpuUsage()
    const checked = checkFile(text, join(ROOT, path))
    const { user, system } = process.cpuUsage(before)
    const milliseconds = (user + system) / 1000
    const thrown = checked.refused === null && text.length < LINTED ? lintFile(text, join(ROOT, path)) : null
    problems.push(...[...checked.problems, ...(thrown === null ? [] : [thrown])].map((problem) => `${path}: ${problem}`))
    if (milliseconds > ALLOWED + (PER_MILLION * text.length) / 1e6) problems.push(`${path}: took ${Math.round(milliseconds)} ms`)
    figures.files += 1
    figures.characters += text.length
    figures.refused += checked.refused === null ? 0 : 1
    figures.answers += checked.answers
    figures.offers += checked.offers
    figures.changed += checked.after === text ? 0 : 1
    if (milliseconds > figures.slowest) Object.assign(figures, { slowest: Math.round(milliseconds), slowestFile: path })
  }
  console.log(`figures: ${JSON.stringify(figures)}`)
  expect(problems.join('\n')).toBe('')
  expect(figures.files).toBeGreaterThan(0)
})
