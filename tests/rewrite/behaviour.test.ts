import { describe, expect, test } from 'vitest'
import type { RewriteForm } from '../../src/rewrite/rewrite.ts'
import { OPTIONS, dedent, rewritesOf } from './rewrites-of.ts'
import { PROGRAMS } from './programs.ts'
import type { Outcome } from './run-program.ts'
import { runProgram } from './run-program.ts'

describe('a rewritten program', () => {
  describe.each(PROGRAMS)('with turns $name', ({ source, failing }) => {
    const { after, forms, parsed } = rewritesOf(dedent(source))
    test('is offered', () => expect(forms.length).toBeGreaterThan(0))

    test.each(forms)('as %s: overlaps, and gives the same', async (form) => {
      const before = await runProgram(parsed.text)
      expect(before.inFlight).toBe(1)
      for (let round = 0; round < 3; round++) {
        const now = await runProgram(after[form]!, [], round)
        expect(whatIsSeen(now)).toEqual(whatIsSeen(before))
        expect(now.inFlight).toBeGreaterThan(1)
        if (form !== 'map-all') expect(now.inFlight).toBeLessThanOrEqual(OPTIONS.concurrency)
      }
    })

    test.each(forms.flatMap((form) => (failing ?? []).map((key) => [form, key] as const)))(
      'as %s: fails as before at %s',
      async (form: RewriteForm, key) => {
        const before = await runProgram(parsed.text, [key])
        for (let round = 0; round < 3; round++) {
          expect(whatIsSeen(await runProgram(after[form]!, [key], round))).toEqual(whatIsSeen(before))
        }
      },
    )

    test('as an ordered pipeline: fails at the first of two failures', async () => {
      const text = after['ordered-pipeline']
      if (!text || !failing) return
      for (let round = 0; round < 3; round++) {
        const before = await runProgram(parsed.text, failing)
        expect(whatIsSeen(await runProgram(text, failing, round))).toEqual(whatIsSeen(before))
      }
    })
  })
})

function whatIsSeen({ value, error, log, unhandled }: Outcome): Partial<Outcome> {
  return { value, error, log, unhandled }
}
