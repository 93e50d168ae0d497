import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { ESLint } from 'eslint'
import plugin from 'eslint-plugin-interleave'
import { afterAll, describe, expect, test } from 'vitest'
import { EXAMPLES } from '../eslint/examples.ts'
import { ROOT } from '../house/source-files.ts'

interface Diagnostic {
  readonly message: string
  readonly code: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[]
}

const settings = { interleave: { confidence: 'possible', limiter: 'p-map' } }
const ruleNames = Object.keys(plugin.configs.all.rules)

const folder = mkdtempSync(join(tmpdir(), 'oxlint-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'examples'))
EXAMPLES.forEach((code, at) => writeFileSync(join(folder, 'examples', `${at}.js`), code))
// oxlint looks at nothing in a node_modules.
cpSync(join(ROOT, 'node_modules/@11ty/eleventy/src'), join(folder, 'package'), { recursive: true })
const config = join(folder, 'oxlintrc.json')
writeFileSync(
  config,
  JSON.stringify({
    jsPlugins: [join(ROOT, 'dist/src/index.js')],
    categories: { correctness: 'off' },
    settings,
    rules: Object.fromEntries(ruleNames.map((name) => [name, 'warn'])),
  }),
)

/** `path:line:column rule message`, sorted; a rule that threw would stand among them. */
function byOxlint(cwd: string): string[] {
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '-c', config, '--no-ignore', '--format', 'json', '.'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] }
  return diagnostics
    .map(({ message, code, filename, labels: [label] }) => {
      const rule = code?.replace(/^(.*)\((.*)\)$/, '$1/$2')
      return `${filename}:${label?.span.line}:${label?.span.column} ${rule} ${message}`
    })
    .sort()
}

async function byEslint(cwd: string): Promise<string[]> {
  const eslint = new ESLint({
    cwd,
    ignore: false,
    overrideConfigFile: true,
    overrideConfig: [
      { linterOptions: { reportUnusedDisableDirectives: 'off' } },
      { files: ['**/*.{js,mjs,cjs}'], plugins: { interleave: plugin }, rules: plugin.configs.all.rules, settings },
      { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
    ] as ESLint.Options['overrideConfig'],
  })
  const results = await eslint.lintFiles('.')
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) => {
        return `${relative(cwd, filePath).replaceAll(sep, '/')}:${line}:${column} ${ruleId} ${message}`
      }),
    )
    .sort()
}

describe.each([
  ['the examples of all rules', join(folder, 'examples'), ruleNames.length * 2],
  ['a published package', join(folder, 'package'), 10],
])('of %s', (_, cwd, least) => {
  test('oxlint reports what ESLint reports', async () => {
    const found = await byEslint(cwd)
    expect(byOxlint(cwd)).toEqual(found)
    expect(found.length).toBeGreaterThan(least)
  })
})
