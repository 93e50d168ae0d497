import * as babelParser from '@babel/eslint-parser'
import * as typescriptParser from '@typescript-eslint/parser'
import type { Linter } from 'eslint'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import { ABSENT_FIELDS } from '../../src/parse/absent-fields.ts'
import plugin from '../../src/index.ts'
import { walk } from '../../src/parse/walk.ts'
import { makeProject } from '../types/scratch-project.ts'
import { ESLINTS } from './eslint-versions.ts'
import { EXAMPLES } from './examples.ts'

type Around = readonly [before: string, after: string]

const VUE: Around = ['<template>\n  <p>text</p>\n</template>\n\n<script>\n', '</script>\n']

interface Way {
  readonly name: string
  readonly parser?: unknown
  readonly parserOptions?: object
  /** What stands around an example in a file. */
  readonly around?: Around
}

const OF_TYPESCRIPT = { parser: typescriptParser }
const PARSERS: readonly Way[] = [
  { name: 'espree' },
  { name: '@typescript-eslint/parser', parser: typescriptParser },
  { name: '@babel/eslint-parser', parser: babelParser, parserOptions: { requireConfigFile: false } },
  { name: 'a parser with null for what is absent, as that of oxlint', parser: { parseForESLint: parseWithNulls } },
  { name: 'vue-eslint-parser', parser: vueParser, around: VUE },
  { name: 'vue-eslint-parser with TypeScript', parser: vueParser, parserOptions: OF_TYPESCRIPT, around: VUE },
]

/** Babel 7 lacks what ESLint 10 calls; Babel 8 has it and needs Node 22 (`npm run test:long -- --only nodes`). */
const isTooOldFor = (version: string, name: string) => name.startsWith('@babel') && version.startsWith('10.')

const ROWS = ESLINTS.flatMap(({ version, linter }) =>
  PARSERS.filter(({ name }) => !isTooOldFor(version, name)).map((parser) => ({ version, linter, ...parser })),
)
const NEWEST = ESLINTS.at(-1)!.linter
const EXPECTED = EXAMPLES.map((code) => findingsIn(NEWEST, code, configOf({}), 'a.js'))
const TITLE = 'ESLint $version with $name finds and offers what ESLint alone does'

test.each(ROWS)(TITLE, ({ linter, parser, parserOptions, around }) => {
  const config = configOf({ ...(parser !== undefined && { parser }), ...(parserOptions && { parserOptions }) })
  const filename = around === undefined ? 'a.js' : 'a.vue'
  expect(EXAMPLES.map((code) => findingsIn(linter, code, config, filename, around))).toEqual(EXPECTED)
})

test('the examples have findings of each rule, with suggestions', () => {
  const offered = EXPECTED.flat().filter(({ suggestions }) => suggestions.length > 0)
  expect([...new Set(offered.map(({ ruleId }) => ruleId))].sort()).toEqual(Object.keys(plugin.configs.all.rules).sort())
})

describe('with types', () => {
  const project = makeProject(Object.fromEntries(EXAMPLES.map((code, at) => [`src/${at}.js`, code])))
  afterAll(project.remove)
  const names = EXAMPLES.map((_, at) => join(project.root, `src/${at}.js`))
  const programs = [
    ts.createProgram(names, { allowJs: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: ['node'], skipLibCheck: true }),
  ]
  const config = configOf({ parser: typescriptParser, parserOptions: { programs } })
  test.each(ESLINTS)('ESLint $version finds what it finds without', ({ linterFor }) => {
    const found = EXAMPLES.map((code, at) => findingsIn(linterFor(project.root), code, config, names[at]!))
    expect(found).toEqual(EXPECTED)
  })
})

function configOf(languageOptions: Record<string, unknown>): Linter.Config {
  return {
    ...plugin.configs.all,
    files: ['**/*.{js,vue}'],
    settings: { interleave: { limiter: 'p-map' } },
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', ...languageOptions },
  } as Linter.Config
}

/** Messages with their places in the example, and the text after each suggestion. */
function findingsIn(linter: Linter, code: string, config: Linter.Config, filename: string, [before, after]: Around = ['', '']) {
  const lines = before.split('\n').length - 1
  return linter.verify(before + code + after, [config], filename).map((found) => ({
    ruleId: found.ruleId,
    message: found.message,
    line: found.line - lines,
    column: found.column,
    suggestions: (found.suggestions ?? []).map(({ desc, fix: { range, text } }) => {
      return [desc, (before + code).slice(before.length, range[0]) + text + code.slice(range[1] - before.length)]
    }),
  }))
}

function parseWithNulls(code: string, options: typescriptParser.ParserOptions) {
  const result = typescriptParser.parseForESLint(code, { ...options, range: true, loc: true })
  walk(result.ast, result, (node) => {
    for (const field of ABSENT_FIELDS[node.type] ?? []) Reflect.set(node, field, Reflect.get(node, field) ?? null)
  })
  return result
}
