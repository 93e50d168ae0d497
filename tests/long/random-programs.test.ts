import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProgram } from '../property/check-program.ts'
import { programShapes } from '../property/program-shapes.ts'
import { writeProgram } from '../property/write-program.ts'

const PROGRAMS = Number(process.env.INTERLEAVE_PROGRAMS ?? 2000)
const SEED = Number(process.env.INTERLEAVE_SEED ?? 1)

test('random programs do what they did, whatever is rewritten', async () => {
  const counts: Record<string, number> = { programs: 0, certain: 0, likely: 0, overlapped: 0 }
  const failed: string[] = []
  const property = fc.asyncProperty(programShapes, async (shape) => {
    const text = writeProgram(shape)
    const { answers, certain, likely, overlapped, problems } = await checkProgram(text, [1, 2, 3])
    const has = { programs: true, certain: certain > 0, likely: likely > 0, overlapped }
    for (const [name, is] of Object.entries(has)) counts[name]! += is ? 1 : 0
    for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1
    if (problems.length > 0) failed.push(`${text}\n${problems.join('\n')}`)
  })
  // Every program is run, also after one that failed: the smallest is told.
  await fc.assert(property, { numRuns: PROGRAMS, seed: SEED, endOnFailure: true })
  console.log(`figures: ${JSON.stringify(counts)}`)
  expect(failed.sort((a, b) => a.length - b.length).slice(0, 3).join('\n\n'), `${failed.length} of them, seed ${SEED}`).toBe('')
})
