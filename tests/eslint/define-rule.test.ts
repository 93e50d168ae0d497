import * as typescriptParser from '@typescript-eslint/parser'
import type { Linter, Rule } from 'eslint'
import { describe, expect, test, vi } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import { defineRule } from '../../src/eslint/define-rule.ts'
import type { Options } from '../../src/options.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { ESLINTS } from './eslint-versions.ts'
import { answersOf } from './fake-answers.ts'

const CODE = 'for (const url of urls) {\n  console.log(url)\n  got.push(await get(url), await more(url))\n}\n'
const PREFIXED = `const urls = []\n${CODE}`

function ruleOf(answers: (parsed: Parsed, options: Options) => ReturnType<ReturnType<typeof answersOf>>) {
  return defineRule({
    name: 'fake',
    preset: 'recommended',
    tellsOfTests: false,
    description: 'Disallow nothing',
    mayApply: (text) => text.includes('await'),
    answers,
  })
}

interface Setup {
  answers?: Parameters<typeof ruleOf>[0]
  option?: Record<string, unknown>
  settings?: Record<string, unknown>
  parser?: unknown
}

function configOf({ answers = answersOf('likely'), option, settings = {}, parser }: Setup): Linter.Config[] {
  return [
    {
      files: ['**/*.{js,ts,vue}'],
      plugins: { interleave: { rules: { fake: ruleOf(answers) } } },
      rules: { 'interleave/fake': option === undefined ? 'error' : ['error', option] },
      settings: { interleave: settings },
      languageOptions: { ecmaVersion: 2022, sourceType: 'module', ...(parser ? { parser } : {}) } as Linter.Config['languageOptions'],
    },
  ]
}

function lint(setup: Setup, code = PREFIXED, filename = 'a.js', linter = ESLINTS.at(-1)!.linter) {
  return linter.verify(code, configOf(setup), filename)
}

describe.each(ESLINTS)('ESLint $version', ({ linter }) => {
  test('reports a loop once, on its first await, in the words of the answer', () => {
    const messages = lint({}, PREFIXED, 'a.js', linter)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      line: 4,
      column: 12,
      endLine: 4,
      endColumn: 26,
      messageId: 'concurrent',
      message: 'A for-of loop of {{ braces }}.',
    })
  })

  test('offers the rewrites as suggestions, the safest first, and fixes nothing', () => {
    const [message] = lint({}, PREFIXED, 'a.js', linter)
    expect(message?.fix).toBeUndefined()
    expect(message?.suggestions?.map(({ desc }) => desc)).toEqual(['Take the safest one', 'Take the second one'])
    const [{ fix }] = message!.suggestions! as unknown as [{ fix: Rule.Fix }]
    expect(PREFIXED.slice(0, fix.range[0]) + fix.text + PREFIXED.slice(fix.range[1])).toBe(
      "import safest from 'safest'\nconst urls = []\nsafest()\n",
    )
  })

  test('fixes what is certain when asked to', () => {
    const config = configOf({ answers: answersOf('certain'), option: { fix: 'certain' } })
    const { output, fixed } = linter.verifyAndFix(PREFIXED, config, 'a.js')
    expect(fixed).toBe(true)
    expect(output).toBe("import safest from 'safest'\nconst urls = []\nsafest()\n")
    const [message] = linter.verify(PREFIXED, config, 'a.js')
    expect(message?.suggestions?.map(({ desc }) => desc)).toEqual(['Take the second one'])
  })

  test('leaves what is only likely to the user, even when asked to fix', () => {
    const config = configOf({ option: { fix: 'certain' } })
    expect(linter.verifyAndFix(PREFIXED, config, 'a.js')).toMatchObject({ fixed: false, output: PREFIXED })
  })

  test('fixes every loop of a file whose fixes all add an import', () => {
    const config = configOf({ answers: answersOf('certain'), option: { fix: 'certain' } })
    const { output } = linter.verifyAndFix(CODE + CODE + CODE, config, 'a.js')
    expect(output.match(/safest\(\)/g)).toHaveLength(3)
  })
})

test('a report without a rewrite says why, and what to do', () => {
  const [message] = lint({ answers: answersOf('certain', 'needs-limiter'), option: { fix: 'certain' } })
  expect(message?.message).toMatch(/^A for-of loop of \{\{ braces \}\}\. .*p-map.*install/)
  expect(message).not.toHaveProperty('fix')
  expect(message).not.toHaveProperty('suggestions')
})

describe('confidence', () => {
  test.each([
    ['certain', 'certain', 1],
    ['certain', 'likely', 0],
    ['likely', 'certain', 1],
    ['likely', 'likely', 1],
    ['likely', 'possible', 0],
    ['possible', 'possible', 1],
  ] as const)('when %s is asked for, an answer that is %s gives %i reports', (asked, given, count) => {
    expect(lint({ answers: answersOf(given), option: { confidence: asked } })).toHaveLength(count)
  })

  test.each([
    ['likely', 0],
    ['possible', 1],
  ] as const)('when %s is asked of a rule of recommended, what only strict reports gives %i reports', (asked, count) => {
    expect(lint({ answers: answersOf('certain', null, 'strict'), option: { confidence: asked } })).toHaveLength(count)
  })

  test('a loop that must stay serial is not reported', () => {
    expect(lint({ answers: answersOf(null), option: { confidence: 'possible' } })).toEqual([])
  })
})

describe('options', () => {
  const row = (name: string) => ({ module: 'ours', name, effects: [] })

  function optionsSeen(setup: Setup) {
    const answers = vi.fn<Parameters<typeof ruleOf>[0]>(() => [])
    lint({ ...setup, answers })
    return answers.mock.calls[0]?.[1]
  }

  test('are the documented defaults where nothing is set', () => {
    expect(optionsSeen({})).toMatchObject({ confidence: 'likely', concurrency: 8, limiter: 'auto', target: 'auto' })
  })

  test('come from settings, and the rule overrides them one by one', () => {
    const settings = { confidence: 'possible', concurrency: 3 }
    expect(optionsSeen({ settings, option: { concurrency: 5 } })).toMatchObject({ confidence: 'possible', concurrency: 5 })
  })

  test('add up rows of known calls, the rule\'s own first', () => {
    const seen = optionsSeen({ settings: { knownCalls: [row('a')] }, option: { knownCalls: [row('b')] } })
    expect(seen?.knownCalls.map(({ name }) => name)).toEqual(['b', 'a'])
  })

  test.each([
    ['a misspelt name', { confidense: 'likely' }],
    ['an unknown word', { confidence: 'sure' }],
    ['no concurrency at all', { concurrency: 0 }],
    ['a row without effects', { knownCalls: [{ module: 'ours', name: 'a' }] }],
    ['a row with a misspelt effect', { knownCalls: [{ ...row('a'), effects: [{ does: 'reads', on: 'network' }] }] }],
  ])('with %s are refused', (_, option) => {
    expect(() => lint({ option })).toThrow(/interleave\/fake/)
  })

  test('with rows in every documented shape are accepted', () => {
    const knownCalls = [
      { module: ['a', 'b'], name: 'f', effects: [{ does: 'read', on: 'network', at: 0 }], async: true },
      { module: 'global', name: 'Pool#query', effects: [{ does: 'write', on: { argument: 1 } }], oneAtATime: 'receiver' },
      { module: 'a', name: '*', effects: [], when: [{ argument: 1, option: 'method', in: ['GET'], absent: true }] },
    ]
    expect(lint({ option: { knownCalls } })).toHaveLength(1)
  })
})

describe('files', () => {
  test('whose text rules answers out are not looked at', () => {
    const answers = vi.fn<Parameters<typeof ruleOf>[0]>(() => [])
    lint({ answers }, 'for (const url of urls) go(url)\n')
    expect(answers).not.toHaveBeenCalled()
  })

  test('are handed over once for all rules', () => {
    const seen: Parsed[] = []
    const rule = ruleOf((parsed) => (seen.push(parsed), []))
    const config = [{ plugins: { a: { rules: { one: rule, two: rule } } }, rules: { 'a/one': 1, 'a/two': 1 } }]
    ESLINTS.at(-1)!.linter.verify(PREFIXED, config as Linter.Config[], 'a.js')
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBe(seen[1])
  })

  test('keep their byte-order mark, and offsets count after it', () => {
    const config = configOf({ answers: answersOf('certain'), option: { fix: 'certain' } })
    const { output } = ESLINTS.at(-1)!.linter.verifyAndFix(`\uFEFF${PREFIXED}`, config, 'a.js')
    expect(output).toBe("\uFEFFimport safest from 'safest'\nconst urls = []\nsafest()\n")
  })
})

describe('code that nests more deeply than a stack holds', () => {
  const runOver = (): never => runOver()

  test('has no findings, and ends neither the run nor gives half an answer to the next rule', () => {
    const rules = { first: ruleOf(runOver), second: ruleOf(answersOf('likely')) }
    const [config] = configOf({})
    const both = { ...config, plugins: { interleave: { rules } }, rules: { 'interleave/first': 'error', 'interleave/second': 'error' } }
    expect(ESLINTS.at(-1)!.linter.verify(PREFIXED, [both as Linter.Config], 'a.js')).toEqual([])
  })

  test('is no excuse for other errors', () => {
    expect(() => lint({ answers: () => [undefined as never].map(({ form }) => form) })).toThrow('undefined')
  })
})

describe('parsers', () => {
  test('of TypeScript', () => {
    const code = 'const urls: string[] = []\n' + CODE
    expect(lint({ parser: typescriptParser }, code, 'a.ts')).toMatchObject([{ line: 4, column: 12 }])
  })

  test('of Vue: the place is that in the component', () => {
    const code = `<template><p /></template>\n<script setup>\n${CODE}</script>\n`
    expect(lint({ parser: vueParser }, code, 'a.vue')).toMatchObject([{ line: 5, column: 12 }])
  })
})
