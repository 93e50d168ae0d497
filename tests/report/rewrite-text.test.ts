import { expect, test } from 'vitest'
import { DEFAULT_OPTIONS, type Options } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { answerAwaitLoops } from '../../src/report/answer-await-loops.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'

const OPTIONS: Options = { ...DEFAULT_OPTIONS, limiter: 'p-map' }
const IMPORTS = "import { readFile } from 'node:fs/promises'\nimport { fetchUser } from 'some-api'\n"

const CERTAIN = `async function load(table) {
  const texts = []
  for (const path of Object.keys(table)) texts.push(await readFile(path, 'utf8'))
  return texts
}
`
const LIKELY = `async function users(table) {
  const users = []
  for (const id of Object.keys(table)) users.push(await fetchUser(id))
  return users
}
`
const TWO_IN_ONE = `async function both(table) {
  const texts = []
  for (const path of Object.keys(table)) {
    const text = await readFile(path, 'utf8')
    texts.push(text.trim())
  }
  const sizes = []
  for (const path of Object.keys(table)) {
    const text = await readFile(path, 'utf8')
    sizes.push(text.length)
  }
  return { texts, sizes }
}
`
const NESTED = `async function all(groups) {
  const texts = []
  for (const group of Object.values(groups)) {
    const inner = []
    for (const path of Object.keys(group)) inner.push(await readFile(path, 'utf8'))
    texts.push(inner)
  }
  return texts
}
`

function lastOf(text: string, least: 'certain' | 'likely'): string {
  return rewriteText(text, '/x/a.js', OPTIONS, least).at(-1)!.text
}

test('goes from the certain rewrites on, each step on top of the one before', () => {
  const text = IMPORTS + CERTAIN + LIKELY
  const [certain, likely] = rewriteText(text, '/x/a.js', OPTIONS, 'likely')
  expect(certain).toMatchObject({ confidence: 'certain', rewritten: 1 })
  expect(certain!.text).toContain(LIKELY)
  expect(certain!.text).not.toContain(CERTAIN)
  expect(likely).toMatchObject({ confidence: 'likely', rewritten: 1 })
  expect(likely!.text).not.toContain(LIKELY)
  expect(likely!.text.match(/'p-map'/g)).toHaveLength(1)
})

test('stops at the confidence asked for', () => {
  expect(rewriteText(IMPORTS + LIKELY, '/x/a.js', OPTIONS, 'certain')).toEqual([
    { confidence: 'certain', text: IMPORTS + LIKELY, rewritten: 0 },
  ])
})

test('makes of one loop what the edits of its first rewrite make', () => {
  const text = IMPORTS + CERTAIN
  const [answer] = answerAwaitLoops(parseText(text, '/x/a.js'), OPTIONS)
  expect(lastOf(text, 'certain')).toBe(applyEdits(text, answer!.offers.rewrites[0]!.edits))
})

test.each([
  ['one loop', CERTAIN],
  ['two loops of one function', TWO_IN_ONE],
  ['a loop in a loop', NESTED],
  ['many functions', CERTAIN + CERTAIN.replace('load', 'again') + LIKELY],
])('leaves nothing to do for a second run: %s', (_, text) => {
  const once = lastOf(IMPORTS + text, 'likely')
  expect(once).not.toBe(IMPORTS + text)
  expect(lastOf(once, 'likely')).toBe(once)
  expect(() => parseText(once, '/x/a.js')).not.toThrow()
})

test('takes both loops of one function', () => {
  expect(rewriteText(IMPORTS + TWO_IN_ONE, '/x/a.js', OPTIONS, 'likely').reduce((sum, step) => sum + step.rewritten, 0)).toBe(2)
})
