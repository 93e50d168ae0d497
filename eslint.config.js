import stylistic from '@stylistic/eslint-plugin'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import regexp from 'eslint-plugin-regexp'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import interleave from './dist/src/index.js'

export default defineConfig(
  globalIgnores(['build/', 'dist/', 'coverage/', 'tests/fixtures/', 'examples/**/*.ts', 'examples/monorepo/']),
  tseslint.configs.recommended,
  interleave.configs.strict,
  // Cheap stages may stay a chain where that reads well: the trees that the stages walk are small.
  { rules: { 'interleave/no-eager-chain': ['warn', { confidence: 'likely' }] } },
  { files: ['bench/pipelines/*.mjs'], rules: { 'interleave/no-eager-chain': 'off', 'interleave/no-eager-copy': 'off' } },
  {
    plugins: { '@stylistic': stylistic },
    rules: {
      '@stylistic/eol-last': 'error',
      '@stylistic/indent': ['error', 2, { ignoredNodes: ['TSUnionType', 'ConditionalExpression'] }],
      '@stylistic/max-len': ['error', { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreUrls: true }],
      '@stylistic/no-trailing-spaces': 'error',
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'always' }],
      '@stylistic/semi': ['error', 'never'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.ts', 'rules/*.ts', 'codemods/*.ts'],
    plugins: { regexp },
    rules: {
      // What is scanned may be written against the scanner.
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'max-depth': ['error', 5],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration, TSModuleDeclaration', message: 'Use erasable syntax only.' }],
    },
  },
  // Rows of a table that are made in one call.
  { files: ['src/facts/known-calls/*.ts'], rules: { 'max-lines-per-function': ['error', { max: 80 }] } },
  { files: ['rules/*.ts', 'src/eslint/*.ts', 'tests/eslint/*.ts'], extends: [eslintPlugin.configs.recommended] },
)
