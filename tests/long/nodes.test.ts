import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeOf } from '../rewrite/newer-node.ts'
import { commit, install, makeConsumer, pack, SOURCE } from './consumers.ts'
import { lints, rewritesByCodemod, rewritesByCommand, scans } from './consumers.ts'

/** The oldest that `engines` allows of each line, and of the last line a newest one, as the registry has them. */
const VERSIONS = (process.env.INTERLEAVE_NODES ?? '20.19.0,22.13.0,24.0.0,26.12.1').split(',')
/** Babel 8 needs 24.11. */
const BABEL = VERSIONS.filter((version) => Number.parseInt(version) > 24)

let project: string

beforeAll(() => {
  project = makeConsumer({
    'package.json': '{ "type": "module", "private": true }\n',
    'eslint.config.js': "import interleave from 'eslint-plugin-interleave'\nexport default [interleave.configs.recommended]\n",
    'parsed-by-babel.config.mjs': `import parser from '@babel/eslint-parser'
import interleave from 'eslint-plugin-interleave'
const languageOptions = { parser, parserOptions: { requireConfigFile: false } }
export default [interleave.configs.recommended, { languageOptions }]
`,
    'src/sizes.js': SOURCE,
  })
  const babel = BABEL.length > 0 ? ['@babel/core@8', '@babel/eslint-parser@8'] : []
  install(project, 'eslint@10', 'typescript@6.0', 'p-map@7', 'jscodeshift@17', ...babel, pack())
  commit(project)
})

afterAll(() => rmSync(project, { recursive: true }))

describe.each(VERSIONS)('Node %s', (version) => {
  const node = nodeOf(version)

  test('is that version', () => {
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toBe(`v${version}\n`)
  })

  test('runs the rules in ESLint', () => lints(node, project))
  test('runs the command', () => {
    scans(node, project)
    rewritesByCommand(node, project)
  })
  test('runs the transform in jscodeshift', () => rewritesByCodemod(node, project))
})

test.each(BABEL)('Node %s lints what Babel 8 parses', (version) => {
  lints(nodeOf(version), project, '--config', 'parsed-by-babel.config.mjs')
})
