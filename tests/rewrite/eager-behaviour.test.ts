import { beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { RULES } from '../../src/report/rules.ts'
import { answersOf } from '../report/answer-source.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { CHAIN_PROGRAMS } from './eager-chain-programs.ts'
import { COPY_PROGRAMS } from './eager-programs.ts'
import { printedByNewerNode } from './newer-node.ts'
import { typeErrorsOf } from './type-errors.ts'

interface Variant {
  readonly name: string
  readonly form: string
  readonly before: string
  readonly after: string
}

/** Time for the first run, which installs that Node. Milliseconds. */
const INSTALLING = 300_000

const PROGRAMS = [
  ...COPY_PROGRAMS.map((program) => [...program, 'no-eager-copy'] as const),
  ...CHAIN_PROGRAMS.map((program) => [...program, 'no-eager-chain'] as const),
]

/** Every rewrite of every finding in a program, each by itself. */
const VARIANTS: readonly Variant[] = PROGRAMS.flatMap(([name, body, rule]) => {
  const before = `function main(xs: number[], limit: number, log: (x: unknown) => void) { ${body} }\n`
  return answersOf(rule, before, { target: 'es2025' }).flatMap(({ offers }) =>
    offers.rewrites.map(({ form, edits }) => ({ name, form, before, after: applyEdits(before, edits) })),
  )
})

const HEAD = `
let seed = 7
const random = (below: number) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed % below }
const seenOf = (main: (...given: unknown[]) => unknown, xs: number[], limit: number) => {
  const log: unknown[] = []
  try { return JSON.stringify([main([...xs], limit, (x) => log.push(x)), log]) } catch (error) { return JSON.stringify([String(error), log]) }
}
const differing = (before, after) => {
  for (let round = 0; round < 300; round++) {
    const xs = Array.from({ length: random(12) }, () => random(10))
    const limit = random(14)
    const [one, other] = [seenOf(before, xs, limit), seenOf(after, xs, limit)]
    if (one !== other) return { xs, limit, one, other }
  }
  return null
}
`

describe('a program without its copies and chains', () => {
  let results: unknown[] = []
  beforeAll(async () => {
    const runs = VARIANTS.map(({ before, after }) => {
      const [one, other] = [before, after].map((text) => `(() => { ${text}; return main })()`)
      return `print(differing(${one}, ${other}))`
    })
    const other = 'print(differing((xs) => xs.length, (xs, limit) => Math.min(xs.length, limit)))'
    results = await printedByNewerNode(HEAD + [...runs, other].join('\n'))
  }, INSTALLING)

  test('would be seen if it differed', () => expect(results.at(-1)).toMatchObject({ xs: expect.any(Array) }))

  test.each(PROGRAMS)('is offered: %s', (name) => {
    expect(VARIANTS.some((variant) => variant.name === name)).toBe(true)
  })

  test.each(VARIANTS.map((variant, index) => [variant.name, variant.form, index] as const))(
    'gives the same on random data: %s, as %s',
    (_name, _form, index) => expect(results[index]).toBeNull(),
  )
})

test('programs without their copies have types as before', () => {
  const programs = VARIANTS.flatMap(({ before, after }) => [before, after])
  const inBlocks = programs.map((program, index) => `export namespace N${index} { export ${program} }`)
  expect(typeErrorsOf(inBlocks.join('\n'))).toEqual([])
})

test.each(COPY_PROGRAMS)('a second run changes nothing: %s', (_, body) => {
  const rule = RULES.find(({ name }) => name === 'no-eager-copy')!
  const options = { ...DEFAULT_OPTIONS, target: 'es2025' as const }
  const run = (text: string): string => rewriteText(text, 'a.ts', options, 'possible', [rule]).at(-1)!.text
  const once = run(`function main(xs: number[], limit: number, log: (x: unknown) => void) { ${body} }\n`)
  expect(run(once)).toBe(once)
})
