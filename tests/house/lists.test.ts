import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from 'semver'
import { describe, expect, test } from 'vitest'
import { OPTION_TABLE } from '../../src/cli/option-table.ts'
import { helpText } from '../../src/cli/printing/help-text.ts'
import { KNOWN_CALL_SCHEMA } from '../../src/facts/known-calls/row-schema.ts'
import plugin from '../../src/index.ts'
import { RULES as REPORT_RULES } from '../../src/report/rules.ts'
import { TEXT_TESTS, TEXT_TESTS_FOR_TESTS } from '../../src/report/text-tests.ts'
import { FORM_CODES, POSITIVE_CODES, REFUSAL_CODES, SERIAL_CODES, UNKNOWN_CODES } from '../../src/verdict/reason-codes.ts'
import { missingFrom, namesIn } from './lists.ts'
import { readSourceFiles, ROOT } from './source-files.ts'

const RULES = namesIn(readSourceFiles(['rules/*.ts']))
const page = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('a missing name is found, on either side', () => {
  expect(missingFrom({ folder: ['a', 'b'], list: ['a'] })).toEqual(['b: not in list'])
  expect(missingFrom({ folder: ['a'], list: ['a', 'c'] })).toEqual(['c: not in folder'])
})

describe('every rule', () => {
  test('is in the plugin, and has a codemod and a page', () => {
    expect(RULES.length).toBeGreaterThan(0)
    expect(
      missingFrom({
        'rules/': RULES,
        'codemods/': namesIn(readSourceFiles(['codemods/*.ts'])),
        'docs/rules/': namesIn(readSourceFiles(['docs/rules/*.md'])),
        'plugin.rules': Object.keys(plugin.rules),
        'configs.all': Object.keys(plugin.configs.all.rules).map((name) => name.replace('interleave/', '')),
      }),
    ).toEqual([])
  })

  test.each(RULES)('%s says what it does, and where its page is', (name) => {
    const meta = plugin.rules[name]?.meta
    expect(meta?.docs?.description).toMatch(/^(?:Enforce|Require|Disallow) .*[^.]$/)
    expect(meta?.docs?.url).toContain(`/docs/rules/${name}.md`)
    expect(page(`docs/rules/${name}.md`)).toContain(`# ${name}\n\n📝 ${meta?.docs?.description}.\n`)
  })

  test.each(RULES)('%s has every option explained, in its schema and on its page', (name) => {
    const [schema] = plugin.rules[name]?.meta?.schema as { properties: Record<string, { description?: string }> }[]
    for (const [option, { description }] of Object.entries(schema!.properties)) {
      expect(description).toMatch(/\. Default: `.+`\.$/)
      expect(page(`docs/rules/${name}.md`)).toContain(`| \`${option}\` |`)
    }
  })
})

test('the text tests that are asked before any rule is loaded are those of the rules', () => {
  expect(new Set(TEXT_TESTS)).toEqual(new Set(REPORT_RULES.map(({ mayApply }) => mayApply)))
  const inTests = REPORT_RULES.filter(({ tellsOfTests }) => tellsOfTests)
  expect(new Set(TEXT_TESTS_FOR_TESTS)).toEqual(new Set(inTests.map(({ mayApply }) => mayApply)))
})

describe('presets', () => {
  const presets = Object.entries(plugin.configs).filter(([name]) => !name.endsWith('no-overlap'))
  test.each(presets)('%s names only rules of the plugin', (_, { rules }) => {
    const names = Object.keys(rules).map((name) => name.replace('interleave/', ''))
    expect(names.filter((name) => !(name in plugin.rules))).toEqual([])
  })

  test('recommended is part of strict, strict is part of all', () => {
    const { recommended, strict, all } = plugin.configs
    expect(Object.keys(strict.rules)).toEqual(expect.arrayContaining(Object.keys(recommended.rules)))
    expect(Object.keys(all.rules)).toEqual(expect.arrayContaining(Object.keys(strict.rules)))
  })
})

test('every reason code has a line in the docs, and the docs name no other', () => {
  const lines = page('docs/how-it-works.md').split('## Reason codes')[1]!.matchAll(/^- `([a-z-]+)`: ./gm)
  const codes = [...SERIAL_CODES, ...FORM_CODES, ...UNKNOWN_CODES, ...POSITIVE_CODES, ...REFUSAL_CODES]
  expect(missingFrom({ docs: [...lines].map(([, code]) => code!), code: codes })).toEqual([])
})

test('how it works leads to each file that a rule goes through, and to each folder of facts', () => {
  const links = [...page('docs/how-it-works.md').matchAll(/\]\(\.\.\/(src\/[^)]+)\)/g)].map(([, path]) => path!)
  const files = readSourceFiles(['src/model/find-*.ts', 'src/verdict/judge-*.ts', 'src/rewrite/offer-*.ts', 'src/report/answer-*.ts'])
  const folders = readSourceFiles(['src/facts/*/*.ts']).map(({ path }) => path.replace(/\/[^/]+$/, ''))
  expect([...files.map(({ path }) => path), ...folders].filter((path) => !links.includes(path))).toEqual([])
})

test('every field of a row of known calls is explained', () => {
  const explained = [...page('docs/known-calls.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, field]) => field!)
  expect(missingFrom({ docs: explained, schema: Object.keys(KNOWN_CALL_SCHEMA['properties'] as object) })).toEqual([])
})

test('the options of the command are in the README, each with the commands that have it and the values it takes', () => {
  const ALL = ['scan', 'fix', 'explain']
  const rows = page('README.md').split('### Options')[1]!.split('\n## ')[0]!.matchAll(/^\| (`--.+?) \| ([a-z, ]+) \| ./gm)
  const told = [...rows].flatMap(([, options, commands]) =>
    [...options!.matchAll(/`--([^`]+)`/g)].map(([, option]) => `${option!.replaceAll('\\|', '|')} ${commands}`),
  )
  const table = OPTION_TABLE.map(({ name, value, commands }) =>
    [name, ...(value === undefined ? [] : [value]), ALL.every((each) => commands.some((own) => own === each)) ? 'all' : commands.join(', ')].join(' '),
  )
  expect(missingFrom({ README: told, 'option table': table })).toEqual([])
  expect(OPTION_TABLE.filter(({ name }) => !helpText().includes(`  --${name}`))).toEqual([])
})

test('every dependency has its sentence', () => {
  const manifest = JSON.parse(page('package.json')) as Record<string, Record<string, string>>
  const text = page('docs/dependencies.md')
  const names = ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((list) => Object.keys(manifest[list]!))
  const scopes = names.map((name) => (name.startsWith('@types/') ? '@types/*' : name))
  expect(scopes.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('the changelog has the version of the package on top, newer ones above older ones, and a list under each', () => {
  const { version } = JSON.parse(page('package.json')) as { version: string }
  const [title, ...versions] = page('CHANGELOG.md').split(/^## /m)
  const numbers = versions.map((text) => text.split('\n')[0]!)
  expect(title).toBe('# Changelog\n\n')
  expect(numbers[0]).toBe(version)
  expect(numbers).toEqual(numbers.toSorted(compare).reverse())
  for (const text of versions) {
    const [head, ...entries] = text.split(/^- /m)
    expect(head).toMatch(/^[\d.]+\n\n$/)
    expect(entries.filter((entry) => !/^[A-Z`].*(?:\n {2}\S.*)*\.\n+$/.test(entry))).toEqual([])
  }
})
