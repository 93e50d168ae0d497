import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../house/source-files.ts'

const CODE = `export async function report(urls) {
  for (const url of urls) {
    const response = await fetch(url)
    console.log(url, response.status)
  }
}
`

const FLAT = `import interleave from 'eslint-plugin-interleave'
export default [interleave.configs.recommended]
`

const ESLINTRC = JSON.stringify({
  root: true,
  extends: ['plugin:interleave/legacy-recommended'],
  parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
})

/** ESLint 10 knows flat configurations only. */
const RUNS = [
  ['eslint8', 'flat'],
  ['eslint8', 'eslintrc'],
  ['eslint9', 'flat'],
  ['eslint9', 'eslintrc'],
  ['eslint', 'flat'],
] as const

describe('a project that lints', () => {
  let project: string

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'lints-'))
    mkdirSync(join(project, 'node_modules'))
    symlinkSync(ROOT, join(project, 'node_modules', 'eslint-plugin-interleave'), 'junction')
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n')
    writeFileSync(join(project, 'report.js'), CODE)
    writeFileSync(join(project, 'eslint.config.js'), FLAT)
    writeFileSync(join(project, '.eslintrc.json'), ESLINTRC)
  })

  afterAll(() => rmSync(project, { recursive: true }))

  test.each(RUNS)('by %s with a %s configuration has the finding', (name, kind) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules', name, 'bin/eslint.js'), '--format', 'json', 'report.js'],
      { cwd: project, encoding: 'utf8', env: { ...process.env, ESLINT_USE_FLAT_CONFIG: String(kind === 'flat') } },
    )
    expect(stderr.replace(/^\(node:.*\n.*\n/, '')).toBe('')
    const [result] = JSON.parse(stdout) as [{ messages: unknown[] }]
    expect(result.messages).toMatchObject([{ ruleId: 'interleave/no-serial-await-in-loop', line: 3, messageId: 'fission' }])
  })
})
