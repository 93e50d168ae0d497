import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { settleTarget } from '../../src/rewrite/settle-target.ts'

const root = mkdtempSync(join(tmpdir(), 'target-'))
afterAll(() => rmSync(root, { recursive: true }))

let count = 0

type Files = Readonly<Record<string, object>>

/** What `auto` means for a file of a package with these JSON files. */
function targetOf(files: Files, filename: string): string {
  const folder = join(root, String((count += 1)))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
  }
  return settleTarget('auto', join(folder, 'src', filename))
}

const runsOn = (node: string) => ({ 'package.json': { engines: { node } } })
const compiles = (compilerOptions: object) => ({ 'tsconfig.json': { compilerOptions } })

const CASES: readonly (readonly [title: string, files: Files, filename: string, target: string])[] = [
  ['nothing is known', { 'package.json': {} }, 'a.js', 'es2018'],
  ['JavaScript on Node 22', runsOn('>=22'), 'a.js', 'es2025'],
  ['JavaScript on Node 20 too', runsOn('^20.19.0 || >=22.12.0'), 'a.js', 'es2018'],
  ['a range that is none', runsOn('lts'), 'a.js', 'es2018'],
  ['TypeScript without a configuration', runsOn('>=22'), 'a.ts', 'es2018'],
  ['a compiler of ESNext', { ...runsOn('>=22'), ...compiles({ target: 'ESNext' }) }, 'a.ts', 'es2025'],
  ['a compiler of ES2023', { ...runsOn('>=22'), ...compiles({ target: 'ES2023' }) }, 'a.ts', 'es2018'],
  ['the helpers as a library', { ...runsOn('24'), ...compiles({ target: 'es2022', lib: ['es2022', 'esnext.iterator'] }) }, 'a.mts', 'es2025'],
  ['a library that is older than the target', { ...runsOn('24'), ...compiles({ target: 'esnext', lib: ['es2022'] }) }, 'a.ts', 'es2018'],
  ['JavaScript beside an old configuration', { ...runsOn('24'), ...compiles({ target: 'es2020' }) }, 'a.js', 'es2018'],
  ['a compiler alone', compiles({ target: 'esnext' }), 'a.ts', 'es2018'],
  [
    'a configuration that extends another',
    { ...runsOn('>=22.3'), 'base.json': { compilerOptions: { lib: ['ES2025'] } }, 'tsconfig.json': { extends: './base.json' } },
    'a.tsx',
    'es2025',
  ],
  ['a base that is missing', { ...runsOn('>=22'), 'tsconfig.json': { extends: './gone.json' } }, 'a.js', 'es2018'],
  [
    'an old compiler, for which ESNext has no helpers',
    { ...runsOn('>=22'), ...compiles({ target: 'esnext' }), 'node_modules/typescript/package.json': { version: '5.5.4' } },
    'a.ts',
    'es2018',
  ],
]

describe('the target of a file', () => {
  test.each(CASES)('%s', (_, files, filename, target) => expect(targetOf(files, filename)).toBe(target))

  test('the option settles it', () => expect(settleTarget('es2025', join(root, 'none', 'a.ts'))).toBe('es2025'))
})
