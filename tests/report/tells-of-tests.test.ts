import { expect, test } from 'vitest'
import { mayTell } from '../../src/report/may-tell.ts'
import { RULES } from '../../src/report/rules.ts'
import { EXAMPLES } from '../eslint/examples.ts'
import { answersOf } from './answer-source.ts'

const told = (rule: string, filename: string): number =>
  EXAMPLES.flatMap((code) => answersOf(rule, code, { filename }))
    .filter(({ finding }) => finding.confidence !== null).length

test.each(RULES.map((rule) => [rule.name, rule] as const))('%s says rightly whether it reports in tests', (name, rule) => {
  expect(told(name, 'src/example.js')).toBeGreaterThan(0)
  for (const filename of ['test/example.js', 'src/example.test.js', 'ui-tests/login/test.js']) {
    expect(told(name, filename) > 0).toBe(rule.tellsOfTests)
    expect(EXAMPLES.some((code) => mayTell(rule, code, filename))).toBe(rule.tellsOfTests)
  }
})
