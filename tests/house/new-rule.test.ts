import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyOfProject, newRule } from './new-rule.ts'

const PARTS = ['src/report', 'src/index.ts', 'rules', 'docs/how-it-works.md', 'CHANGELOG.md']

test('a new rule is put into every list, once', () => {
  const copy = copyOfProject(PARTS)
  expect(newRule(copy, 'no-odd-thing')).toMatchObject({ status: 0, stderr: '' })
  const counts = ['src/report/rules.ts', 'src/report/text-tests.ts', 'src/index.ts', 'docs/how-it-works.md', 'CHANGELOG.md'].map(
    (path) => readFileSync(join(copy, path), 'utf8').match(/odd-?thing/gi)!.length,
  )
  expect(counts).toEqual([3, 3, 5, 10, 1])
  expect(newRule(copy, 'no-odd-thing').status).toBe(2)
})

test.each(['', 'such-thing', 'no-Such', '../no-such', 'no-async-for-each'])('`%s` is no name of a new rule', (name) => {
  const copy = copyOfProject(PARTS)
  expect(newRule(copy, name)).toMatchObject({ status: 2, stdout: '' })
  expect(existsSync(join(copy, 'tests'))).toBe(false)
})
// tests/long/new-rule.test.ts compiles what is written, and runs its tests.
