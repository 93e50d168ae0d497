import { expect, test } from 'vitest'
import { checkArrayPrograms } from '../property/arrays/check-array-programs.ts'
import { randomArrayPrograms } from '../property/arrays/write-array-program.ts'

const PROGRAMS = Number(process.env.INTERLEAVE_PROGRAMS ?? 2000)
const SEED = Number(process.env.INTERLEAVE_SEED ?? 1)

test('random programs over arrays do what they did, whatever is rewritten', () => {
  const { answers, forms, problems } = checkArrayPrograms(randomArrayPrograms(PROGRAMS, SEED))
  const run = Object.fromEntries(Object.entries(forms).map(([name, count]) => [`run: ${name}`, count]))
  console.log(`figures: ${JSON.stringify({ programs: PROGRAMS, ...run, ...answers })}`)
  expect(problems.slice(0, 3).join('\n\n'), `${problems.length} of them, seed ${SEED}`).toBe('')
})
