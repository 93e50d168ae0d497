import { expect, test } from 'vitest'
import type { Finding } from '../../src/report/answer.ts'
import { isAsked } from '../../src/report/confidence-order.ts'

test.each([
  ['certain', 'recommended', 'certain', 'of the preset', true],
  ['likely', 'recommended', 'certain', 'of the preset', false],
  ['certain', 'strict', 'certain', 'of the preset', false],
  ['certain', 'strict', 'likely', 'of the preset', false],
  ['certain', 'strict', 'possible', 'of the preset', true],
  ['certain', 'strict', 'certain', 'by name', true],
  ['likely', 'strict', 'certain', 'by name', false],
] as const)('a %s finding of %s, when %s is asked for and the rule is one %s: %s', (confidence, preset, least, by, is) => {
  expect(isAsked({ confidence, preset } as Finding, least, by === 'by name')).toBe(is)
})
