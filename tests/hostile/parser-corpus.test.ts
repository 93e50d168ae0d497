import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../house/source-files.ts'
import { checkFile } from './check-file.ts'

const CORPUS = join(ROOT, 'node_modules/test262-parser-tests')

/** What parsers of the language are tested with. */
describe.each(['pass', 'pass-explicit', 'early', 'fail'])('the corpus of test262: %s', (folder) => {
  const paths = globSync(`${folder}/*.js`, { cwd: CORPUS }).sort()
  const checked = paths.map((path) => {
    const name = path.replace(/\.module\.js$/, '.mjs').replace(/\.script\.js$/, '.cjs')
    return { path, ...checkFile(readFileSync(join(CORPUS, path), 'utf8'), name) }
  })

  test('is answered and rewritten, or refused in one sentence', () => {
    expect(checked.flatMap(({ path, problems }) => problems.map((problem) => `${path}: ${problem}`))).toEqual([])
  })

  test('is taken where it is a program', () => {
    const refused = checked.filter((one) => one.refused !== null).map(({ path }) => path)
    // Comments as in HTML, `<!-- a`, are of scripts alone, which neither parser takes.
    const asInHtml = paths.filter((path) => /<!--|-->/.test(readFileSync(join(CORPUS, path), 'utf8')))
    if (folder.startsWith('pass')) expect(refused.filter((path) => !asInHtml.includes(path))).toEqual([])
    if (folder === 'fail') expect(refused.length).toBeGreaterThan(paths.length / 2)
    expect(paths.length).toBeGreaterThan(100)
  })
})
