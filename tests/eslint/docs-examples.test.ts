import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import unicorn from 'eslint-plugin-unicorn'
import { describe, expect, test } from 'vitest'
import plugin from '../../src/index.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { RULES } from '../../src/report/rules.ts'
import type { Fence } from '../house/doc-fences.ts'
import { fencesIn, fencesOf } from '../house/doc-fences.ts'
import { readSourceFiles, ROOT } from '../house/source-files.ts'

describe.each(readSourceFiles(['docs/rules/*.md']))('$path', (page) => {
  const rule = page.path.replace(/.*\/|\.md$/g, '')
  const fences = fencesOf(page).filter(({ language }) => language === 'js')
  const examples = fences.filter(({ words }) => isOneOf(words, 'wrong', 'right', 'reported', 'silent'))
  const pairs = fences.flatMap((wrong, index) => (wrong.words[0] === 'wrong' ? [{ wrong, right: fences[index + 1]! }] : []))

  test('shows what is wrong, what is right instead, and what is left alone', () => {
    expect(examples.map(({ words }) => words[0])).toEqual(expect.arrayContaining(['wrong', 'right', 'silent']))
    expect(fences.filter(({ words }) => !isOneOf(words, 'wrong', 'right', 'reported', 'silent', 'run'))).toEqual([])
  })

  test.each(examples)('is right about what is $words.0: $code', ({ words, code }) => {
    const reported = isOneOf(words, 'wrong', 'reported') ? [`interleave/${rule}`] : []
    expect(lint(code, rule, words).map(({ ruleId }) => ruleId)).toEqual(reported)
  })

  test.each(pairs)('has as right what is offered for $wrong.code', ({ wrong, right }) => {
    expect(right.words).toEqual(['right'])
    const [answer] = answersTo(wrong, rule)
    expect(answer!.offers.rewrites.map(({ edits }) => applyEdits(wrong.code, edits))).toContain(right.code)
  })

  test.each(reasonsIn(fences))('names the reason $reason', ({ fence, reason }) => {
    const [answer] = answersTo(fence, rule)
    expect([answer?.finding.reasons[0]?.code, answer?.finding.refused]).toContain(reason)
  })
})

describe('the other pages', () => {
  const fences = fencesIn(['README.md', 'docs/*.md']).filter(({ words }) => RULES.some(({ name }) => name === words[1]))

  test.each(fences)('$path is right about what is $words.0 by $words.1: $code', ({ words: [kind, rule, ...words], code }) => {
    expect(lint(code, rule!, words).map(({ ruleId }) => ruleId)).toEqual(kind === 'reported' ? [`interleave/${rule}`] : [])
  })

  test.each(fences.filter(({ words }) => words.includes('core')))('$path is right that no-await-in-loop reports: $code', ({ code }) => {
    expect(new Linter().verify(code, [{ rules: { 'no-await-in-loop': 'error' } }])).not.toEqual([])
  })

  test.each(reasonsIn(fences))('names the reason $reason', ({ fence, reason }) => {
    const [answer] = answersTo({ ...fence, words: fence.words.slice(1) }, fence.words[1]!)
    expect([answer?.finding.reasons[0]?.code, answer?.finding.refused]).toContain(reason)
  })
})

test('every block of JavaScript in a page is one that some test reads', () => {
  const unread = fencesIn(['README.md', 'docs/**/*.md', 'CONTRIBUTING.md'])
    .filter(({ language }) => language === 'js')
    .filter(({ words }) => !isOneOf(words, 'wrong', 'right', 'reported', 'silent', 'run', 'file', 'config', 'entry'))
  expect(unread).toEqual([])
})

test.each(fencesIn(['README.md', 'docs/**/*.md']).filter(({ words }) => isOneOf(words, 'config', 'entry')))(
  'ESLint takes what $path shows of a configuration: $code',
  ({ code, words: [kind] }) => {
    const text = kind === 'entry' ? `return [{ plugins: { interleave }, ${code} }]` : code.replace('export default', 'return')
    const make = new Function('interleave', 'unicorn', text.replace(/^import .*$/gm, ''))
    expect(() => new Linter().verify('', make(plugin, unicorn) as Linter.Config[])).not.toThrow()
  },
)

test('the README has the rule names and the presets of the plugin', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const names = [...Object.keys(plugin.rules), ...Object.keys(plugin.configs)]
  expect(names.filter((name) => !readme.includes(name))).toEqual([])
})

test('the README shows what the rewrite really gives', () => {
  const [before, after] = fencesIn(['README.md']).filter(({ language }) => language === 'ts')
  const config = {
    files: ['**/*.ts'],
    plugins: { interleave: plugin as never },
    rules: { 'interleave/no-serial-await-in-loop': ['error', { fix: 'certain', limiter: 'p-map' }] },
    languageOptions: { parser: typescriptParser as never },
  } satisfies Linter.Config
  expect(new Linter().verifyAndFix(before!.code, [config], 'a.ts').output).toBe(after!.code)
})

function isOneOf(words: readonly string[], ...kinds: readonly string[]): boolean {
  return words.some((word) => kinds.includes(word))
}

function lint(code: string, rule: string, words: readonly string[]): Linter.LintMessage[] {
  const options = words.includes('strict') ? [{ confidence: 'possible' }] : []
  const config = {
    plugins: { interleave: plugin as never },
    rules: { [`interleave/${rule}`]: ['error', ...options] },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  }
  return new Linter().verify(code, [config as object])
}

function answersTo({ code, words }: Fence, rule: string) {
  const target = words.includes('es2025') ? 'es2025' : 'auto'
  const { answers } = RULES.find(({ name }) => name === rule)!
  return answers(parseText(code, 'a.js'), { ...DEFAULT_OPTIONS, limiter: 'p-map', target })
}

/** The code in backticks at the end of the sentence before: what protects the example, or why it has no rewrite. */
function reasonsIn(fences: readonly Fence[]): { readonly fence: Fence; readonly reason: string }[] {
  return fences.flatMap((fence) => {
    const reason = /\(`([a-z-]+)`\)[:.]$/.exec(fence.before)?.[1]
    return reason === undefined ? [] : [{ fence, reason }]
  })
}
