import { expect, test } from 'vitest'
import { isTestFile } from '../../src/facts/signs/path-signs.ts'

test.each([
  ['src/load.test.ts', true],
  ['src/load-spec.js', true],
  ['src/cache_spec.ts', true],
  ['server_test.ts', true],
  ['src/__tests__/load.ts', true],
  ['src/latest.ts', false],
  ['src/test_server.ts', false],
  ['src/my_inspect.ts', false],
])('%s is test code: %s', (path, isTest) => {
  expect(isTestFile(path)).toBe(isTest)
})
