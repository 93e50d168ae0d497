import { describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { answerAwaitLoops } from '../../src/report/answer-await-loops.ts'
import { noSerialAwaits } from '../../src/report/answer-serial-awaits.ts'
import { describeReason } from '../../src/report/reason-words.ts'
import { FORM_CODES, POSITIVE_CODES, REFUSAL_CODES, SERIAL_CODES, UNKNOWN_CODES } from '../../src/verdict/reason-codes.ts'
import { problemOf } from './message-format.ts'

const DATA = { name: 'api.load', callee: 'load', where: 'api.ts:3', comment: 'the server counts' }

describe('a message is refused that', () => {
  test.each([
    ['names something that is not there', 'The body reads `undefined`.'],
    ['does not start like a sentence', 'the body reads `x`.'],
    ['has no stop', 'The body reads `x`'],
    ['has stray white space', 'The body  reads `x`.'],
    ['leaves code open', 'The body reads `x.'],
    ['has a sentence of 21 words', `A${' b'.repeat(20)}.`],
  ])('%s', (problem, message) => {
    expect(problemOf(message)).toBe(problem)
  })

  test('not one of two short sentences', () => {
    expect(problemOf('The body reads `x`. `f` writes it.')).toBeNull()
  })
})

test.each([...SERIAL_CODES, ...FORM_CODES, ...UNKNOWN_CODES, ...POSITIVE_CODES])('%s reads well', (code) => {
  expect(problemOf(describeReason({ code, data: DATA }))).toBeNull()
})

test.each(REFUSAL_CODES)('%s reads well alone, as a finding has no data for it', (code) => {
  expect(problemOf(describeReason({ code, data: {} }))).toBeNull()
})

test.each([
  ['of two', "const a = await fetch('/a')\nconst b = await fetch('/b')\nexport const all = [a, b]"],
  ['of five', "export const all = [await fetch('/a'), await fetch('/b'), await fetch('/c'), await fetch('/d'), await fetch('/e')]"],
  ['that must follow one another', "const a = await fetch('/a')\nconst b = await fetch(a.url)\nexport const all = [a, b]"],
])('the message on awaits in a line %s reads well', (_, code) => {
  const [answer] = noSerialAwaits.answers(parseText(code, 'a.js'), DEFAULT_OPTIONS)
  expect(problemOf(answer!.finding.message)).toBeNull()
})

test.each([
  ['concurrent', 'for (const x of xs) { await send(x) }'],
  ['collect', 'for (const x of xs) { out.push(await load(x)) }'],
  ['fission', 'for (const x of xs) { const y = await load(x); console.log(y) }'],
  ['serial', 'for (const x of xs) { if (await load(x)) return x }'],
])('the message of %s reads well', (verdict, loop) => {
  const code = `export async function f(xs, load, send) {\n  const out = []\n  ${loop}\n  return out\n}\n`
  const [answer] = answerAwaitLoops(parseText(code, 'a.js'), DEFAULT_OPTIONS)
  expect(answer?.finding.verdict).toBe(verdict)
  expect(problemOf(answer!.finding.message)).toBeNull()
})
