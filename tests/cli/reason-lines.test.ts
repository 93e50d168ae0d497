import { createColors } from 'picocolors'
import { expect, test } from 'vitest'
import { reasonLines } from '../../src/cli/printing/reason-lines.ts'

const reasons = (codes: string) =>
  codes.split(' ').map((code, index) => ({ code, line: index + 1, message: `${code} ${index + 1}.` }))

test.each([
  ['all, where few are alike', 'a b b b', ['line 1: a 1.', 'line 2: b 2.', 'line 3: b 3.', 'line 4: b 4.']],
  [
    'two of many that are alike, and how many more there are',
    'a b b c b b a',
    ['line 1: a 1.', 'line 2: b 2.', 'line 3: b 3.', 'line 4: c 4.', 'and 2 more like these: interleave explain lists them', 'line 7: a 7.'],
  ],
])('shows %s', (_, codes, lines) => {
  expect(reasonLines({ reasons: reasons(codes) as never }, createColors(false))).toEqual(lines.map((line) => `    ${line}`))
})
