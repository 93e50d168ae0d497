import { describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { answerAwaitLoops } from '../../src/report/answer-await-loops.ts'
import { PROGRAMS } from './programs.ts'
import { dedent, rewritesOf } from './rewrites-of.ts'

describe('a rewritten text', () => {
  test.each(PROGRAMS)('has nothing left to rewrite with turns $name', ({ source }) => {
    const { after } = rewritesOf(dedent(source))
    for (const text of Object.values(after)) {
      const answers = answerAwaitLoops(parseText(text, 'a.ts'), { ...DEFAULT_OPTIONS, limiter: 'p-map' })
      expect(answers.filter(({ offers }) => offers.rewrites.length > 0).map(({ finding }) => finding.message)).toEqual(
        [],
      )
    }
  })
})
