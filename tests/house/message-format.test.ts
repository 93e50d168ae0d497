import { describe, expect, test } from 'vitest'
import { DEFAULT_OPTIONS, type Options } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { answerAwaitLoops } from '../../src/report/answer-await-loops.ts'
import { noSerialAwaits } from '../../src/report/answer-serial-awaits.ts'
import { describeReason } from '../../src/report/reason-words.ts'
import { FORM_CODES, POSITIVE_CODES, REFUSAL_CODES, SERIAL_CODES, UNKNOWN_CODES } from '../../src/verdict/reason-codes.ts'
import { FORM_NAMES } from '../../src/report/form-names.ts'
import { RULES, answersOf } from '../../src/report/rules.ts'
import type { RewriteForm } from '../../src/rewrite/rewrite.ts'
import { fencesIn } from './doc-fences.ts'
import { problemOf, problemOfTitle } from './message-format.ts'

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

describe('a title is refused that', () => {
  test.each([
    ['is no sentence with brackets at its end', 'Use `find`'],
    ['does not begin with a verb', '`find` is used (it stops).'],
    ['does not say what it is about', 'Await them together (all start at once).'],
    ['has more than one sentence', 'Use `find` (it stops. It does).'],
    ['leaves code open', 'Use `find (it stops).'],
    ['has 101 characters before what changes', `Use ${'a'.repeat(97)} (it stops).`],
    ['has 168 characters', `Use \`find\` (${'a'.repeat(154)}).`],
  ])('%s', (problem, title) => {
    expect(problemOfTitle(title)).toBe(problem)
  })
})

const OPTIONS: Options = { ...DEFAULT_OPTIONS, confidence: 'possible', limiter: 'p-map' }

/** Code for which each form of rewrite is offered. */
const OFFERED: Readonly<Record<RewriteForm, string>> = {
  'map-bounded': 'const out = []\nfor (const x of new Set(xs)) { out.push(await fetch(x)) }',
  'map-all': 'const out = []\nfor (const x of new Set(xs)) { out.push(await fetch(x)) }',
  'ordered-pipeline': 'for (const x of new Set(xs)) { const y = await fetch(x); console.log(y) }',
  'mark-handled': 'const ps = [load(1), load(2)]\nfor (const p of ps) { keep(await p) }',
  'await-together': 'const ps = [load(1), load(2)]\nfor (const p of ps) { keep(await p) }',
  'awaiting-loop': 'export async function f(xs) { Object.keys(xs).forEach(async (x) => { await save(x) }) }',
  'drop-copy': 'for (const x of [...new Set(xs)]) use(x)',
  'collection-method': 'const count = [...new Set(xs)].length',
  'plain-loop': 'const total = [...new Set(xs)].reduce((sum, x) => sum + x, 0)',
  'iterator-pipeline': 'const some = [...new Set(xs)].some((x) => x > 1)',
  'merged-predicate': 'const some = Object.keys(xs).filter((x) => f(x)).some((x) => x > 1)',
  'count-matches': 'const count = Object.keys(xs).filter((x) => f(x)).length',
  'slice-first': 'const some = Object.keys(xs).map((x) => f(x)).slice(0, 3)',
  'fused-loop': 'const some = Object.keys(xs).filter((x) => f(x)).map((x) => x + 1).slice(0, 3)',
  generator:
    'function g(n) { const a = []; for (let i = 0; i < n; i++) a.push(i); return a }\n' + 'for (const x of g(9)) { if (x > 3) break }',
  'grow-in-place': 'let all = []\nfor (const x of xs) all = [...all, x]',
  'map-instead': 'const all = Object.keys(xs).reduce((all, x) => [...all, x], [])',
  'counting-loop': 'for (const i of Array.from({ length: n }, (_, i) => i)) use(i)',
  'grouped-awaits': "const a = await fetch('/a')\nconst b = await fetch('/b')\nuse(a, b)",
}

describe.each(FORM_NAMES)('%s', (form) => {
  const answers = answersOf(parseText(OFFERED[form], 'a.js'), { ...OPTIONS, target: 'es2025' })
  const rewrites = answers.flatMap(({ offers }) => offers.rewrites)

  test('has a title that reads well alone', () => {
    expect(rewrites.map((rewrite) => rewrite.form)).toContain(form)
    expect(rewrites.map(({ title }) => problemOfTitle(title)).filter((problem) => problem !== null)).toEqual([])
  })

  test('is offered with a message that reads well', () => {
    expect(answers.map(({ finding }) => problemOf(finding.message)).filter((problem) => problem !== null)).toEqual([])
  })
})

const EXAMPLES = fencesIn(['docs/**/*.md'])
  .filter(({ language }) => language === 'js')
  .filter(({ words }) => words[0] !== 'config' && words[0] !== 'entry')

test.each(EXAMPLES)('messages and titles about $path read well: $code', ({ code }) => {
  const findings = answersOf(parseText(code, 'a.js'), OPTIONS).map(({ finding }) => finding)
  const titles = findings.flatMap(({ rewrites }) => rewrites.map(({ title }) => title))
  const problems = [...findings.map(({ message }) => problemOf(message)), ...titles.map(problemOfTitle)]
  expect(problems.filter((problem) => problem !== null)).toEqual([])
})

/** Codes that only a loop can have; the words of all others fit every form. */
const OF_LOOPS: ReadonlySet<string> = new Set([
  'carried-value', 'carried-collection', 'early-exit', 'retry', 'poll', 'rollback', 'shared-argument', 'worker-loop',
  'same-call', 'already-started', 'queue-grows', 'source-changes', 'unknown-alias', 'nothing-carried',
  'callee-writes-own-place', 'element-written', 'element-told', 'object-unknown', 'changes-between', 'maybe-alias',
  'place-shared', 'time-measured', 'element-after-loop', 'declares-var', 'reassigns-head', 'cut-inside-try',
  'appends-before', 'needs-target',
])

const CODES = [...SERIAL_CODES, ...FORM_CODES, ...UNKNOWN_CODES, ...POSITIVE_CODES, ...REFUSAL_CODES]

test.each(CODES.filter((code) => !OF_LOOPS.has(code)))(
  '%s speaks of no loop, as other forms have it too',
  (code) => {
    expect(describeReason({ code, data: DATA })).not.toMatch(/\b(?:loops?|turns?)\b/i)
  },
)

test('codes of loops are given to loops alone', () => {
  const given = RULES.filter(({ name }) => name !== 'no-serial-await-in-loop').flatMap(({ answers }) =>
    EXAMPLES.flatMap(({ code }) => answers(parseText(code, 'a.js'), DEFAULT_OPTIONS)),
  )
  const codes = given.flatMap(({ finding }) => [...finding.reasons.map(({ code }) => code), finding.refused ?? ''])
  expect(codes.filter((code) => OF_LOOPS.has(code) && code !== 'needs-target')).toEqual([])
})
