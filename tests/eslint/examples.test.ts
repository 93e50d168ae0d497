import { parser } from 'typescript-eslint'
import { Linter } from 'eslint'
import { expect, test } from 'vitest'
import plugin from '../../src/index.ts'
import { readSourceFiles } from '../house/source-files.ts'

// The rules' own code is looked at by `npm run check`: eslint.config.js has `strict`.
test('the rules find in the examples what these are there to show', () => {
  expect(reportsIn(['examples/*/*.ts', 'examples/monorepo/packages/*/src/*.js'], plugin.configs.strict)).toEqual([
    'examples/fetch-and-process/program.ts:24 no-serial-await-in-loop',
    'examples/monorepo/packages/prices/src/index.js:13 no-serial-await-in-loop',
    'examples/monorepo/packages/shop/src/index.js:7 no-serial-await-in-loop',
    'examples/small/check-links.ts:8 no-serial-await-in-loop',
    'examples/small/join-pages.ts:6 no-serial-await-in-loop',
    'examples/small/read-settings.ts:8 no-serial-await-in-loop',
    'examples/squares/pages.ts:9 prefer-generator',
    'examples/squares/squares.ts:4 prefer-generator',
  ])
})

/** `path:line rule` for each report. */
function reportsIn(patterns: readonly string[], preset: object): string[] {
  const linter = new Linter()
  const config = [{ files: ['**/*.ts', '**/*.js', '**/*.mjs'], languageOptions: { parser } }, preset] as Linter.Config[]
  return readSourceFiles(patterns).flatMap(({ path, text }) =>
    linter.verify(text, config, path).map(({ line, ruleId }) => `${path}:${line} ${ruleId?.replace('interleave/', '')}`),
  )
}
