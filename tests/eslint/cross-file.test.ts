import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Linter } from 'eslint'
import { afterAll, beforeAll, expect, test } from 'vitest'
import transform from '../../codemods/no-serial-await-in-loop.ts'
import rule from '../../rules/no-serial-await-in-loop.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'

/** The callee's body, which is in another file, decides; alone, the loop is likely only. */
const MAIN = `import { load } from './load.js'

export async function main(table) {
  const out = []
  for (const x of Object.keys(table)) {
    out.push(await load(x))
  }
  return out
}
`
const LOAD = `import { readFile } from 'node:fs/promises'
export async function load(x) {
  return await readFile(x, 'utf8')
}
`

let directory = ''

beforeAll(() => {
  directory = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  writeFileSync(join(directory, 'main.js'), MAIN)
  writeFileSync(join(directory, 'load.js'), LOAD)
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

function fixed(options: object): string {
  const config = {
    plugins: { interleave: { rules: { rule } } },
    rules: { 'interleave/rule': ['error', { limiter: 'p-map', fix: 'certain', ...options }] },
  } satisfies Linter.Config
  return new Linter({ cwd: directory }).verifyAndFix(MAIN, config, { filename: join(directory, 'main.js') }).output
}

test('ESLint reads callees in other files only where it is told to', () => {
  expect(fixed({})).toBe(MAIN)
  expect(fixed({ crossFile: true })).toContain('await pMap(')
})

test('all doors rewrite alike what a callee in another file decides', async () => {
  const path = join(directory, 'main.js')
  const options = { ...DEFAULT_OPTIONS, limiter: 'p-map', crossFile: true } as const
  const command = rewriteText(MAIN, path, options, 'certain').at(-1)!.text
  expect(await transform({ path, source: MAIN }, {}, { limiter: 'p-map' })).toBe(command)
  expect(fixed({ crossFile: true })).toBe(command)
  expect(spawnSync(process.execPath, ['--check', '--input-type=module'], { input: command }).status).toBe(0)
})
