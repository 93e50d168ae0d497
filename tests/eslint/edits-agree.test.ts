import { Linter } from 'eslint'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineRule } from '../../src/eslint/define-rule.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import type { Edit } from '../../src/rewrite/rewrite.ts'
import { answersOf } from './fake-answers.ts'

const CODE = '// first\nfor (const url of urls) {\n  got.push(await get(url), await more(url))\n}\n// last\n'

/** Edits in source order that do not overlap and begin at different places: every other offset ends one. */
const edits = fc
  .uniqueArray(fc.nat(CODE.length), { minLength: 2, maxLength: 12 })
  .chain((offsets) => {
    const ends = [...offsets].sort((a, b) => a - b)
    const ranges = Array.from({ length: Math.floor(ends.length / 2) }, (_, at) => ends.slice(at * 2, at * 2 + 2))
    return fc.tuple(
      ...ranges.map(([start, end]) =>
        fc.record({
          range: fc.boolean().map((inserts) => [start!, inserts ? start! : end!] as const),
          // Text in which nothing is left to report, so that one pass is all.
          text: fc.stringMatching(/^[a-z \n]{0,6}$/),
        }),
      ),
    )
  })

function fixedByEslint(given: readonly Edit[]): string {
  let isFirstPass = true
  const rule = defineRule({
    name: 'fake',
    preset: 'recommended',
    description: 'Disallow nothing',
    tellsOfTests: false,
    mayApply: () => isFirstPass,
    answers: (parsed) => {
      isFirstPass = false
      const [answer] = answersOf('certain')(parsed)
      const rewrites = [{ form: 'map-all', title: 'Take it', edits: given }] as const
      return [{ ...answer!, offers: { rewrites, refused: null } }]
    },
  })
  const config = {
    plugins: { interleave: { rules: { fake: rule } } },
    rules: { 'interleave/fake': ['error', { fix: 'certain' }] },
  } satisfies Linter.Config
  return new Linter().verifyAndFix(CODE, [config], 'a.js').output
}

test('ESLint makes of the edits of a rewrite what the other doors make of them', () => {
  fc.assert(
    fc.property(edits, (given) => {
      expect(fixedByEslint(given)).toBe(applyEdits(CODE, given))
      expect(fixedByEslint([...given].reverse())).toBe(applyEdits(CODE, given))
    }),
    { numRuns: 200 },
  )
})
