import * as typescriptParser from '@typescript-eslint/parser'
import type { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import * as vueParser from 'vue-eslint-parser'
import plugin from '../../src/index.ts'
import { ESLINTS } from './eslint-versions.ts'

const SCRIPT = `import { readFile, readdir } from 'node:fs/promises'

export async function readAll(directory) {
  const names = await readdir(directory)
  const texts = []
  for (const name of names) {
    texts.push(await readFile(name, 'utf8'))
  }
  return texts
}
`

const REWRITTEN = `import { readFile, readdir } from 'node:fs/promises'
import pMap from 'p-map'

export async function readAll(directory) {
  const names = await readdir(directory)
  const texts = await pMap(names, async (name) => readFile(name, 'utf8'), { concurrency: 8 })
  return texts
}
`

const component = (script: string) => `<template>\n  <p>text</p>\n</template>\n\n<script>\n${script}</script>\n`

const PARSERS = [
  { parser: undefined, filename: 'a.js', wrap: (code: string) => code },
  { parser: typescriptParser, filename: 'a.js', wrap: (code: string) => code },
  { parser: typescriptParser, filename: 'a.tsx', wrap: (code: string) => code },
  { parser: vueParser, filename: 'a.vue', wrap: component },
]

describe.each(ESLINTS)('ESLint $version', ({ linter }) => {
  test.each(PARSERS)('$filename with the parser $parser.meta.name', ({ parser, filename, wrap }) => {
    const config = [
      {
        files: ['**/*.{js,tsx,vue}'],
        plugins: { interleave: plugin },
        rules: { 'interleave/no-serial-await-in-loop': ['warn', { limiter: 'p-map', fix: 'certain' }] },
        languageOptions: { ecmaVersion: 2022, sourceType: 'module', ...(parser && { parser }) },
      },
    ] as Linter.Config[]
    const messages = linter.verify(wrap(SCRIPT), config, filename)
    expect(messages).toMatchObject([{ ruleId: 'interleave/no-serial-await-in-loop', messageId: 'collect' }])
    expect(linter.verifyAndFix(wrap(SCRIPT), config, filename)).toMatchObject({ messages: [], output: wrap(REWRITTEN) })
  })
})
