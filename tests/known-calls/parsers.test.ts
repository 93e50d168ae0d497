import type { Rule } from 'eslint'
import { Linter } from 'eslint'
import type { TSESTree } from '@typescript-eslint/utils'
import { expect, test } from 'vitest'
import { fromSourceCode } from '../../src/eslint/from-source-code.ts'
import type { KnownCall } from '../../src/facts/known-calls/find-call.ts'
import { lookUpCall } from '../../src/facts/known-calls/look-up-call.ts'
import { nameOf } from './find-in-text.ts'

/** What is known of the last call of the text, as a rule run by ESLint with its own parser sees it. */
function lastCallInESLint(text: string, languageOptions: Linter.LanguageOptions): string | null {
  let last: KnownCall | null = null
  const rule: Rule.RuleModule = {
    create: (context) => ({
      CallExpression(node) {
        const parsed = fromSourceCode(context.sourceCode, '/repo/src/job.js')
        last = lookUpCall(node as unknown as TSESTree.CallExpression, parsed, [])
      },
    }),
  }
  const messages = new Linter().verify(text, {
    plugins: { own: { rules: { rule } } },
    rules: { 'own/rule': 'error' },
    languageOptions,
  })
  expect(messages).toEqual([])
  return nameOf(last)
}

const SCRIPT = { sourceType: 'script' } as const
const COMMONJS = { sourceType: 'commonjs' } as const
const GLOBALS = { sourceType: 'commonjs', globals: { require: 'readonly', fetch: 'readonly' } } as const

test.each<[string, string, Linter.LanguageOptions, string | null]>([
  ['a module', "import { readFile } from 'fs/promises'; readFile(p)", {}, 'fs/promises:readFile'],
  ['an awaited import', "const { readFile } = await import('fs/promises'); readFile(p)", {}, 'fs/promises:readFile'],
  ['CommonJS', "const { readFile } = require('fs').promises; readFile(p)", COMMONJS, 'fs/promises:readFile'],
  ['CommonJS with globals', "const fs = require('fs'); fs.promises.readFile(p)", GLOBALS, 'fs/promises:readFile'],
  ['a script', "const fs = require('fs'); fs.promises.readFile(p)", SCRIPT, 'fs/promises:readFile'],
  ['a script with var', "var fs = require('fs'); fs.promises.readFile(p)", SCRIPT, 'fs/promises:readFile'],
  ['a script that writes again', "var fs = require('fs'); fs = mock; fs.promises.readFile(p)", SCRIPT, null],
  ['a script that shadows a global', 'function fetch() {} fetch(url)', SCRIPT, null],
  ['a declared global', 'fetch(url)', GLOBALS, 'global:fetch'],
  ['a declared global that is shadowed', 'const f = (fetch) => fetch(url)', GLOBALS, null],
  ['an undeclared global', 'fetch(url)', SCRIPT, 'global:fetch'],
  ['an optional chain', "const names = ['a']; names?.push?.('b')", {}, 'global:Array#push Array#unshift'],
])('%s', (_what, text, languageOptions, name) => {
  expect(lastCallInESLint(text, languageOptions)).toBe(name)
})
