import { expect, test } from 'vitest'
import { checkArrayPrograms } from './check-array-programs.ts'
import { compareArrays } from './compare-arrays.ts'
import { FOUND_ARRAY_PROGRAMS } from './found-array-programs.ts'
import { randomArrayPrograms } from './write-array-program.ts'

test('a program without its arrays does what it did', { timeout: 300_000 }, () => {
  const { forms, problems } = checkArrayPrograms(randomArrayPrograms(300, 1))
  expect(problems.slice(0, 3).join('\n\n')).toBe('')
  expect(Object.keys(forms).length, JSON.stringify(forms)).toBeGreaterThan(10)
})

test('programs that were once rewritten wrongly are rewritten rightly, or left alone', () => {
  const { answers, problems } = checkArrayPrograms(FOUND_ARRAY_PROGRAMS.map(([, source]) => source))
  expect(problems.join('\n\n')).toBe('')
  expect(Object.keys(answers).length).toBeGreaterThan(0)
})

test('a difference would be seen', () => {
  const [, before] = FOUND_ARRAY_PROGRAMS[0]!
  const pair = { id: 0, before, after: before.replace('count += 1', 'count += 2'), isCertain: true, mayFailLater: true, mayHaveHoles: true }
  const [found] = compareArrays([pair])
  expect(found!.difference).toContain('before:')
})
