import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'
import plugin from '../../src/index.ts'

const OPTIONS = { confidence: 'possible', limiter: 'p-map' }
const RULES = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`interleave/${name}`, ['warn', OPTIONS]]))
const CONFIG = {
  files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
  plugins: { interleave: plugin as never },
  rules: RULES,
  linterOptions: { noInlineConfig: true },
  languageOptions: { parser, globals: { process: 'readonly', console: 'readonly', module: 'writable', window: 'readonly' } },
}

/** What a rule throws in ESLint, which would end the whole run: ESLint makes globals known, as no other door does. */
export function lintFile(text: string, filename: string): string | null {
  try {
    const messages = new Linter({ cwd: '/' }).verify(text, [{ ignores: ['!**/node_modules/'] }, CONFIG as never], { filename })
    return messages.find(({ message }) => /ignored|No matching/.test(message))?.message ?? null
  } catch (error) {
    return (error as Error).stack!
  }
}
