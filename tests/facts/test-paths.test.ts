import { expect, test } from 'vitest'
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
  ['src/my_inspect.ts', false],
])('%s is test code: %s', (path, isTest) => {
  expect(isTestFile(path)).toBe(isTest)
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
