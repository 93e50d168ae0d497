import { describe, expect, test } from 'vitest'
import { rewritesOf } from '../report/answer-source.ts'
import { typeErrorsOf } from './type-errors.ts'

const RULE = 'no-serial-awaits'

const IMPORTS = "import { readFile, stat } from 'node:fs/promises'\nvoid [readFile, stat]\n"

const KEPT: readonly [name: string, source: string][] = [
  ['a list that is a tuple', "export const f = async () => [await readFile('a'), await stat('b')] as const"],
  [
    'a list that is said to be a tuple before it',
    "export const f = async () => { const [a, b] = <const>[await readFile('a'), await stat('b')]\nreturn a.length + b.size }",
  ],
]

describe('what is awaited together keeps its types', () => {
  test.each(KEPT)('%s', (_, source) => {
    const before = IMPORTS + source
    expect(typeErrorsOf(before)).toEqual([])
    const after = rewritesOf(RULE, before)['grouped-awaits']
    expect(after).toContain('Promise.all(')
    expect(typeErrorsOf(after!)).toEqual([])
  })
})
