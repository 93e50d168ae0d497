import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyOfProject, newRule } from '../house/new-rule.ts'
import { ROOT } from '../house/source-files.ts'

const PARTS = [
  'src', 'rules', 'codemods', 'docs', 'tests', 'bench', 'examples', 'scripts', 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'package.json',
  'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'rolldown.config.js', 'eslint.config.js', 'vitest.config.ts', 'vitest.long.config.ts', '.eslint-doc-generatorrc.js',
]
const WRITTEN = ['src/index.ts', 'src/report', 'src/model', 'src/verdict', 'src/parse/may-such-thing.ts', 'rules', 'codemods', 'tests/shapes']
const TESTS_OF_PAGES = ['tests/eslint/docs-examples.test.ts', 'tests/cli/docs-commands.test.ts']

test('what new-rule writes compiles, keeps the laws of the house, and passes its own tests', () => {
  const copy = copyOfProject(PARTS)
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  expect(newRule(copy, 'no-such-thing').stderr).toBe('')
  const steps = [
    ['npm', 'run', 'docs'],
    ['npx', 'tsc', '--noEmit'],
    ['npx', 'eslint', '--max-warnings', '0', ...WRITTEN],
    ['npx', 'vitest', 'run', 'tests/house', 'tests/shapes/such-thing.test.ts'],
    ['npx', 'vitest', 'run', '-t', 'no-such-thing', ...TESTS_OF_PAGES],
  ] as const
  for (const [command, ...args] of steps) {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' })
    expect({ args, status, said: status === 0 ? '' : stdout + stderr }).toEqual({ args, status: 0, said: '' })
  }
})
