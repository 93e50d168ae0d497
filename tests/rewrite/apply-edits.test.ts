import { describe, expect, test } from 'vitest'
import { applyEdits, applyRewrites } from '../../src/rewrite/apply-edits.ts'
import type { Edit, Rewrite } from '../../src/rewrite/rewrite.ts'

const TEXT = 'one two three\n'

function rewrite(...edits: Edit[]): Rewrite {
  return { form: 'map-bounded', title: '', edits }
}

const IMPORT: Edit = { range: [0, 0], text: 'import\n' }

describe('applying edits', () => {
  test('inserts before what is replaced at the same place', () => {
    expect(
      applyEdits(TEXT, [
        { range: [4, 4], text: '<' },
        { range: [4, 7], text: '2' },
      ]),
    ).toBe('one <2 three\n')
  })

  test('makes an insertion that several rewrites want once', () => {
    const { text, applied, left } = applyRewrites(TEXT, [
      rewrite(IMPORT, { range: [0, 3], text: '1' }),
      rewrite(IMPORT, { range: [8, 13], text: '3' }),
    ])
    expect(text).toBe('import\n1 two 3\n')
    expect([applied.length, left.length]).toEqual([2, 0])
  })

  test('leaves a rewrite that inserts something else at the same place for the next pass', () => {
    const second = rewrite({ range: [0, 0], text: 'import other\n' }, { range: [8, 13], text: '3' })
    const { text, left } = applyRewrites(TEXT, [rewrite(IMPORT, { range: [0, 3], text: '1' }), second])
    expect(text).toBe('import\n1 two three\n')
    expect(left).toEqual([second])
  })

  test('leaves a rewrite inside another one for the next pass', () => {
    const inner = rewrite({ range: [4, 7], text: '2' })
    const { text, left } = applyRewrites(TEXT, [rewrite({ range: [0, 13], text: 'all' }), inner])
    expect(text).toBe('all\n')
    expect(left).toEqual([inner])
  })
})
