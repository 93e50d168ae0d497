import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { importsOf, readSourceFiles, ROOT } from '../house/source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'published-'))
afterAll(() => rmSync(folder, { recursive: true }))

const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', `"${folder}"`], {
  cwd: ROOT,
  encoding: 'utf8',
  shell: true,
})
const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }]
const tarball = join(folder, readdirSync(folder)[0]!)
const paths = files.map(({ path }) => path)
const declarations = paths.filter((path) => path.endsWith('.d.ts'))

test('the tarball has less than 400 kB', () => {
  expect(statSync(tarball).size).toBeLessThan(400_000)
})

test('what public types are made of is published, and no other types are', () => {
  const isPublic = (path: string) => path === 'dist/src/index.d.ts' || path.startsWith('dist/codemods/')
  const named = readSourceFiles(declarations).flatMap((file) => importsOf(file).filter((name) => name.startsWith('dist/')))
  const needed = [...named.map((path) => path.replace(/\.ts$/, '.d.ts')), ...declarations.filter(isPublic)]
  expect(declarations).toEqual([...new Set(needed)].sort())
})

test('what the code imports of this package is published', () => {
  const code = readSourceFiles(paths.filter((path) => path.endsWith('.js')).map(posix.normalize))
  const wanted = code.flatMap(importsOf).filter((name) => name.startsWith('dist/'))
  expect(wanted.filter((path) => !paths.includes(path))).toEqual([])
})

describe('is right by', () => {
  const codemods = declarations.filter((path) => path.startsWith('dist/codemods/')).map((path) => path.slice(5, -5))
  const CHECKS = [
    ['publint', ['publint/src/cli.js', tarball, '--strict']],
    // ESM only: `require` of it works where Node can do so, and finds the plugin under `module.exports`.
    [
      'attw',
      ['@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--include-entrypoints', ...codemods],
    ],
  ] as const

  test.each(CHECKS)('%s', (_, [script, ...args]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { encoding: 'utf8' })
    expect({ output: status === 0 ? '' : stdout + stderr, status }).toEqual({ output: '', status: 0 })
  })
})
