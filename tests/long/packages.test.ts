import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { commit, install, makeConsumer, pack, SOURCE } from './consumers.ts'
import { lints, rewritesByCodemod, rewritesByCommand, scans } from './consumers.ts'

const CONFIG = "import interleave from 'eslint-plugin-interleave'\nexport default [interleave.configs.recommended]\n"
const REQUIRED = "const interleave = require('eslint-plugin-interleave')\nmodule.exports = [interleave.configs.recommended]\n"
const TYPED = `import { defineConfig } from 'eslint/config'
import interleave from 'eslint-plugin-interleave'
export default defineConfig(interleave.configs.recommended)
`

interface Kind {
  readonly files: Readonly<Record<string, string>>
  readonly packages?: readonly string[]
}

const KINDS: Readonly<Record<string, Kind>> = {
  esm: {
    files: { 'package.json': '{ "type": "module", "private": true }\n', 'eslint.config.js': CONFIG, 'src/sizes.js': SOURCE },
  },
  commonjs: {
    files: { 'package.json': '{ "private": true }\n', 'eslint.config.js': REQUIRED, 'src/sizes.mjs': SOURCE },
  },
  typescript: {
    files: { 'package.json': '{ "type": "module", "private": true }\n', 'eslint.config.ts': TYPED, 'src/sizes.js': SOURCE },
    packages: ['jiti'],
  },
  workspace: {
    files: {
      'package.json': '{ "type": "module", "private": true, "workspaces": ["packages/*"] }\n',
      'eslint.config.js': CONFIG,
      'packages/api/package.json': '{ "name": "api", "type": "module", "dependencies": { "p-map": "^7.0.0" } }\n',
      'packages/api/src/sizes.js': SOURCE,
    },
  },
}

const wanted = process.env.INTERLEAVE_KINDS?.split(',') ?? Object.keys(KINDS)

describe.each(wanted)('in a project of the kind %s', (name) => {
  const { files, packages = [] } = KINDS[name]!
  let project: string

  beforeAll(() => {
    project = makeConsumer(files)
    install(project, 'eslint@10', 'typescript@6.0', 'p-map@7', 'jscodeshift@17', ...packages, pack())
    commit(project)
  })

  afterAll(() => rmSync(project, { recursive: true }))

  test('ESLint finds and loads the plugin', () => lints(process.execPath, project))
  test('the command finds and rewrites', () => {
    scans(process.execPath, project)
    rewritesByCommand(process.execPath, project)
  })
  test('jscodeshift runs the transform', () => rewritesByCodemod(process.execPath, project))
})
