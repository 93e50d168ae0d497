import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isTestFile, isTestHelper } from '../../src/facts/signs/path-signs.ts'

test.each([
  ['src/load.test.ts', true],
  ['src/load-spec.js', true],
  ['src/cache_spec.ts', true],
  ['server_test.ts', true],
  ['src/__tests__/load.ts', true],
  ['packages/integration-tests/suites/login/test.ts', true],
  ['packages/integration-tests/clean-up.ts', false],
  ['packages/latest/login.ts', false],
  ['src/commands/test.ts', false],
  ['src/latest.ts', false],
  ['src/test_server.ts', false],
  ['playwright/src/login.ts', true],
  ['packages/playwright/src/reporters/html.ts', false],
  ['src/my_inspect.ts', false],
])('%s is test code: %s', (path, isTest) => {
  expect(isTestFile(path)).toBe(isTest)
})

test.each([
  ['a repository', '.git', 'test/app/src/main.ts', false],
  ['a repository', '.git', 'test/app/test/main.ts', true],
  ['a package', 'package.json', 'test/app/src/main.ts', false],
  ['a package', 'package.json', 'test/app/e2e/main.ts', true],
])('what stands above %s (%s) says nothing: %s', (_what, mark, path, isTest) => {
  const above = mkdtempSync(join(tmpdir(), 'interleave-paths-'))
  onTestFinished(() => rmSync(above, { recursive: true }))
  mkdirSync(join(above, 'test/app'), { recursive: true })
  writeFileSync(join(above, 'test/app', mark), '{}')
  expect(isTestFile(join(above, path))).toBe(isTest)
})

test('a package in a folder of tests is test code, as the outermost package counts', () => {
  const above = mkdtempSync(join(tmpdir(), 'interleave-paths-'))
  onTestFinished(() => rmSync(above, { recursive: true }))
  mkdirSync(join(above, 'test/fixture'), { recursive: true })
  for (const folder of ['.', 'test/fixture']) writeFileSync(join(above, folder, 'package.json'), '{}')
  expect(isTestFile(join(above, 'test/fixture/main.ts'))).toBe(true)
})

test.each([
  ['src/_internal/test-helpers.ts', true],
  ['src/testUtils.js', true],
  ['src/testing-utils/files.ts', true],
  ['src/helpers.ts', false],
  ['src/latest-utils.ts', false],
])('%s helps tests: %s', (path, helps) => {
  expect(isTestHelper(path)).toBe(helps)
})
