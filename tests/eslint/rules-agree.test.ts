import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../src/index.ts'
import { DEFAULT_OPTIONS } from '../../src/options.ts'
import { rewriteText } from '../../src/report/rewrite-text.ts'
import { RULES } from '../../src/report/rules.ts'
import { applyEdits } from '../../src/rewrite/apply-edits.ts'
import { fencesOf } from '../house/doc-fences.ts'
import { readSourceFiles } from '../house/source-files.ts'

const PAGES = readSourceFiles(['docs/rules/*.md']).map((page) => ({
  rule: page.path.replace(/.*\/|\.md$/g, ''),
  examples: fencesOf(page)
    .filter(({ words }) => words[0] === 'wrong' || words[0] === 'reported')
    .map(({ code }) => code),
}))

test('every rule of the plugin is one that the other doors have', () => {
  expect(RULES.map(({ name }) => name).sort()).toEqual(Object.keys(plugin.rules).sort())
})

test('each preset has the rules that say so', () => {
  const names = (preset: keyof typeof plugin.configs) =>
    Object.keys(plugin.configs[preset].rules).map((name) => name.replace('interleave/', ''))
  const recommended = RULES.filter(({ preset }) => preset === 'recommended').map(({ name }) => name)
  expect(names('recommended').sort()).toEqual(recommended.sort())
  expect(names('strict').sort()).toEqual(RULES.map(({ name }) => name).sort())
})

describe.each(PAGES)('$rule', ({ rule, examples }) => {
  test('has examples', () => expect(examples.length).toBeGreaterThan(0))

  test.each(examples)('the first suggestion is what the transform and the command make: %s', (code) => {
    expect(written(rule, code)).toBe(suggested(rule, code))
  })
})

const READ = "import { readFile } from 'node:fs/promises'\nexport async function load(paths) {\n  const all = []\n  "
const GLOBALS = [
  ['what a function gives at times is undefined', `${READ}for (const path of paths) { const left = rest(path); left.push(await readFile(path)); all.push(left) }
  return all
}
function rest(path) { if (path.startsWith('.')) return undefined; return [] }`],
  ['what a turn fills is a property of a global', `${READ}for (const path of paths) Promise.seen.push(await readFile(path))\n}`],
  ['what a turn fills is `arguments`', `${READ}for (const path of paths) arguments[1].push(await readFile(path))\n}`],
] as const

// ESLint makes the globals of the language known as variables, which no other door does.
test.each(GLOBALS)('ESLint says the same as the others where %s', (_, code) => {
  expect(suggested('no-serial-await-in-loop', code)).not.toBe(code)
  expect(written('no-serial-await-in-loop', code)).toBe(suggested('no-serial-await-in-loop', code))
})

function suggested(rule: string, code: string): string {
  const [message] = new Linter().verify(code, [
    {
      plugins: { interleave: plugin as never },
      rules: { [`interleave/${rule}`]: ['error', { limiter: 'p-map', confidence: 'possible' }] },
    },
  ])
  return applyEdits(code, message!.suggestions?.slice(0, 1).map(({ fix }) => fix) ?? [])
}

function written(rule: string, code: string): string {
  const rules = RULES.filter(({ name }) => name === rule)
  return rewriteText(code, 'a.js', { ...DEFAULT_OPTIONS, limiter: 'p-map' }, 'possible', rules).at(-1)!.text
}
