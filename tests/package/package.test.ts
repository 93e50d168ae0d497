import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ESLint } from 'eslint'
import { ESLint as ESLint8 } from 'eslint8'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../house/source-files.ts'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
  exports: Record<string, string | { types: string; default: string }>
  bin: Record<string, string>
}

const CODE = "import { readFile } from 'node:fs/promises'\n" +
  'export async function read(paths) {\n' +
  '  const texts = []\n' +
  '  for (const path of paths) texts.push(await readFile(path))\n' +
  '  return texts\n' +
  '}\n'

/** A project in which the package is installed. */
let project: string

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'consumer-'))
  mkdirSync(join(project, 'node_modules'))
  symlinkSync(ROOT, join(project, 'node_modules', 'eslint-plugin-interleave'), 'junction')
  for (const name of ['eslint', 'typescript', '@types']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name), 'junction')
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }\n')
})

afterAll(() => rmSync(project, { recursive: true }))

describe('what is published', () => {
  const npm = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8', shell: true })
  const [{ files }] = JSON.parse(npm.stdout) as [{ files: { path: string }[] }]
  const paths = files.map(({ path }) => path)

  test('has all that package.json names', () => {
    const named = Object.values(manifest.exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    const files = [...named, ...Object.values(manifest.bin)].map((path) => path.slice(2).replace('*', 'no-serial-await-in-loop'))
    expect(files.filter((path) => !paths.includes(path))).toEqual([])
  })

  test('has the pages that the rules point to, and the licence', () => {
    expect(paths).toEqual(expect.arrayContaining(['docs/rules/no-serial-await-in-loop.md', 'LICENSE', 'README.md']))
  })

  test('has nothing that only this repository needs', () => {
    expect(paths.filter((path) => !/^(?:dist\/(?:src|rules|codemods)\/|docs\/|[^/]+$)/.test(path))).toEqual([])
  })
})

describe('who finds the plugin', () => {
  const lint = async (code: string, config: unknown) => {
    const eslint = new ESLint({ cwd: project, overrideConfigFile: true, overrideConfig: config as ESLint.Options['overrideConfig'] })
    return (await eslint.lintText(code, { filePath: join(project, 'a.js') }))[0]!.messages
  }

  test('import, with name, version and namespace', async () => {
    const { default: plugin } = await import('eslint-plugin-interleave')
    expect(plugin.meta).toEqual({ name: 'eslint-plugin-interleave', version: manifest.version, namespace: 'interleave' })
    expect(await lint(CODE, [plugin.configs.recommended])).toMatchObject([
      { ruleId: 'interleave/no-serial-await-in-loop', line: 4, severity: 1 },
    ])
  })

  test('require, which gets the plugin itself', () => {
    const plugin = createRequire(import.meta.url)('eslint-plugin-interleave') as Record<string, unknown>
    expect(Object.keys(plugin)).toEqual(['meta', 'rules', 'configs'])
  })

  test('the eslintrc of ESLint 8', async () => {
    const eslint = new ESLint8({
      cwd: project,
      useEslintrc: false,
      overrideConfig: {
        root: true,
        plugins: ['interleave'],
        extends: ['plugin:interleave/legacy-recommended'],
        parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
      },
    } as never)
    const [result] = await eslint.lintText(CODE, { filePath: join(project, 'a.js') })
    expect(result?.messages).toMatchObject([{ ruleId: 'interleave/no-serial-await-in-loop', line: 4 }])
  })

  test('`extends` of a flat configuration, by name', async () => {
    const { defineConfig } = await import('eslint/config')
    const { default: plugin } = await import('eslint-plugin-interleave')
    const config = defineConfig({ plugins: { interleave: plugin }, extends: ['interleave/strict'] })
    expect(await lint(CODE, config)).toHaveLength(1)
  })

  test('TypeScript, with types that fit those of ESLint', () => {
    const file = join(project, 'eslint.config.ts')
    writeFileSync(
      file,
      "import { defineConfig } from 'eslint/config'\n" +
        "import interleave from 'eslint-plugin-interleave'\n" +
        "import transform from 'eslint-plugin-interleave/codemods/no-serial-await-in-loop'\n" +
        'export const version: string = interleave.meta.version\n' +
        'export const run: Function = transform\n' +
        "export default defineConfig([interleave.configs.recommended, { plugins: { interleave }, extends: ['interleave/all'] }])\n" +
        '// @ts-expect-error there is no such preset\n' +
        'interleave.configs.none\n',
    )
    const program = ts.createProgram([file], {
      noEmit: true,
      strict: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: ['node'],
      skipLibCheck: true,
    })
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    expect(problems).toEqual([])
  })
})

test('the command starts', () => {
  const main = join(ROOT, manifest.bin['interleave']!)
  expect(existsSync(main)).toBe(true)
  expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  const { stdout, status } = spawnSync(process.execPath, [main, '--version'], { encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: `${manifest.version}\n`, status: 0 })
})
