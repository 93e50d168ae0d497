import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../src/index.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { RULES } from '../../src/report/rules.ts'
import { readSourceFiles, ROOT } from '../house/source-files.ts'

interface Example {
  readonly expected: string
  readonly code: string
  /** Code in backticks in the sentence before: the reason code that protects the example. */
  readonly reason: string | null
}

function examplesOf(page: string): Example[] {
  const fences = page.matchAll(/([^\n]*)\n\n```js (reported|silent)\n([^]*?)```/g)
  return [...fences].map(([, before, expected, code]) => ({
    expected: expected!,
    code: code!,
    reason: /\(`([a-z-]+)`\):$/.exec(before!)?.[1] ?? null,
  }))
}

describe.each(readSourceFiles(['docs/rules/*.md']))('$path', ({ path, text }) => {
  const rule = path.replace(/.*\/|\.md$/g, '')

  test('shows what is reported and what is not', () => {
    const shown = examplesOf(text).map(({ expected }) => expected)
    expect(new Set(shown)).toEqual(new Set(['reported', 'silent']))
  })

  test.each(examplesOf(text))('is right that this is $expected: $code', ({ expected, code }) => {
    const messages = new Linter().verify(code, [
      { plugins: { interleave: plugin as never }, rules: { [`interleave/${rule}`]: 'error' } },
    ])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(expected === 'reported' ? [`interleave/${rule}`] : [])
  })

  test.each(examplesOf(text).filter(({ reason }) => reason !== null))('names the reason $reason', ({ reason, code }) => {
    const [answer] = RULES.find(({ name }) => name === rule)!.answers(parseText(code, 'a.js'), DEFAULT_OPTIONS)
    expect(answer?.finding.reasons[0]?.code).toBe(reason)
  })
})

test('the README has the rule names and the presets of the plugin', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const names = [...Object.keys(plugin.rules), ...Object.keys(plugin.configs)]
  expect(names.filter((name) => !readme.includes(name))).toEqual([])
})

test('the README shows what the rewrite really gives', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const [before, after] = [...readme.matchAll(/```ts\n([^]*?)```/g)].map(([, code]) => code!)
  const config = {
    files: ['**/*.ts'],
    plugins: { interleave: plugin as never },
    rules: { 'interleave/no-serial-await-in-loop': ['error', { fix: 'certain', limiter: 'p-map' }] },
    languageOptions: { parser: typescriptParser as never },
  } satisfies Linter.Config
  expect(new Linter().verifyAndFix(before!, [config], 'a.ts').output).toBe(after)
})
