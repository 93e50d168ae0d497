import { Linter } from 'eslint'
import { Linter as Linter8 } from 'eslint8'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import unicorn from 'eslint-plugin-unicorn'
import { describe, expect, test } from 'vitest'
import plugin from '../../src/index.ts'

/** A form of ours, in code that the other rule reports for the same reason. */
const FORMS: readonly (readonly [other: string, own: string, code: string])[] = [
  ['no-await-in-loop', 'no-serial-await-in-loop', 'for (const url of urls) { const page = await fetch(url); console.log(page) }'],
  ['no-await-in-loop', 'no-staggered-await', 'const tasks = [load(1), load(2)]\nfor (const task of tasks) { const data = await task; await keep(data) }'],
  ['unicorn/prefer-array-some', 'no-eager-chain', 'users.push(1); export const has = users.filter((user) => check(user)).length > 0'],
  ['unicorn/prefer-array-find', 'no-eager-chain', 'users.push(1); export const first = users.filter((user) => check(user))[0]'],
  ['unicorn/prefer-array-find', 'no-eager-chain', 'users.push(1); export const [first] = users.filter((user) => check(user))'],
  ['unicorn/prefer-object-from-entries', 'no-eager-chain', 'export const o = Object.keys(us).reduce((all, k) => ({ ...all, [k]: f(k) }), {})'],
  ['unicorn/prefer-set-size', 'no-eager-copy', 'export const count = [...new Set(names)].length'],
  ['unicorn/no-useless-spread', 'no-eager-copy', 'for (const name of [...new Set(names)]) greet(name)'],
  ['unicorn/no-useless-iterator-to-array', 'no-eager-copy', 'for (const name of new Set(names).values().toArray()) greet(name)'],
]

const OTHERS = [...Object.keys(unicorn.rules!).map((name) => `unicorn/${name}`), 'no-await-in-loop']

describe.each(FORMS)('a form of %s', (other, own, code) => {
  test(`is reported twice, by ${own} too`, () => {
    const rules = rulesOn(code, [])
    expect(rules).toEqual(expect.arrayContaining([other, `interleave/${own}`]))
  })

  test('is reported once with no-overlap', () => {
    const silenced = rulesOn(code, [plugin.configs['no-overlap']])
    expect(silenced).toContain(`interleave/${own}`)
    expect(silenced.filter((rule) => rule! in plugin.configs['no-overlap'].rules)).toEqual([])
  })
})

test('every rule that is switched off is one of ESLint or of unicorn, and overlaps in a form above', () => {
  const names = Object.keys(plugin.configs['no-overlap'].rules)
  expect(names.filter((name) => !builtinRules.has(name) && !(name.replace('unicorn/', '') in unicorn.rules!))).toEqual([])
  expect(new Set(FORMS.map(([other]) => other))).toEqual(new Set(names))
})

test('neither config needs the plugin of unicorn', () => {
  expect(new Linter().verify('a()', [plugin.configs['no-overlap']])).toEqual([])
  expect(new Linter8().verify('a()', { rules: plugin.configs['legacy-no-overlap'].rules })).toEqual([])
})

/** The rules that report something, with all of unicorn and of this plugin on. */
function rulesOn(code: string, more: readonly Linter.Config[]): (string | null)[] {
  const own = Object.keys(plugin.rules).map((name) => [`interleave/${name}`, ['error', { confidence: 'possible' }]])
  const rules = Object.fromEntries([...OTHERS.map((name) => [name, 'error']), ...own]) as Linter.RulesRecord
  const messages = new Linter().verify(code, [{ plugins: { interleave: plugin as never, unicorn }, rules }, ...more])
  return messages.map(({ ruleId }) => ruleId)
}
