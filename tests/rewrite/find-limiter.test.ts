import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseText } from '../../src/parse/parse-text.ts'
import { settleLimiter } from '../../src/rewrite/find-limiter.ts'

const root = mkdtempSync(join(tmpdir(), 'limiter-'))
afterAll(() => rmSync(root, { recursive: true }))

let count = 0

/** A package with a p-map of the given version; returns the names that a file in it may use. */
function namesIn(
  manifest: object,
  version: string | null,
  filename: string,
  text: string,
  compilerOptions: object | null = null,
): string[] {
  const folder = join(root, String((count += 1)))
  const write = (path: string, content: object): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(content))
  }
  write('package.json', manifest)
  if (compilerOptions) write('tsconfig.json', { compilerOptions })
  if (version) write('node_modules/p-map/package.json', { name: 'p-map', version })
  const { limiterNames } = settleLimiter('auto', parseText(text, join(folder, 'src', filename)))
  return [...limiterNames].sort()
}

const ALL = ['pMap', 'pMapIterable', 'pMapSettled', 'pMapSkip']
const ESM = 'export const a = 1'
const CJS = "const a = require('a')"

describe('finding p-map', () => {
  test.each([
    ['none is installed', {}, null, 'a.js', ESM, []],
    ['7 exports all names', {}, '7.1.0', 'a.js', ESM, ALL],
    ['7.0 has no form for settled results', {}, '7.0.4', 'a.js', ESM, ['pMap', 'pMapIterable', 'pMapSkip']],
    ['6 has no iterable', {}, '6.0.0', 'a.ts', ESM, ['pMap', 'pMapSkip']],
    ['4 is a function alone', {}, '4.0.0', 'a.ts', ESM, ['pMap']],
    ['CommonJS that may run on an old Node cannot require it', { engines: { node: '>=18' } }, '7.1.0', 'a.js', CJS, []],
    ['CommonJS that names no Node cannot either', {}, '7.1.0', 'a.cjs', CJS, []],
    ['CommonJS on new Nodes can', { engines: { node: '^20.19.0 || >=22.12' } }, '7.1.0', 'a.js', CJS, ALL],
    ['CommonJS on one new Node can', { engines: { node: '24.x' } }, '7.1.0', 'a.cjs', CJS, ALL],
    [
      'CommonJS from 20.19 on runs on 22.0 too, which cannot',
      { engines: { node: '>=20.19' } },
      '7.1.0',
      'a.js',
      CJS,
      [],
    ],
    ['CommonJS from 22 on runs on 22.0 too', { engines: { node: '>=22' } }, '7.1.0', 'a.js', CJS, []],
  ] as const)('%s', (_, manifest, version, filename, text, names) => {
    expect(namesIn(manifest, version, filename, text)).toEqual(names)
  })

  const OLD = { engines: { node: '>=18' } }
  const MODULE = { ...OLD, type: 'module' }
  test.each([
    ['that compiles to CommonJS cannot require it', OLD, { module: 'commonjs' }, 'a.ts', []],
    ['that compiles to CommonJS by its package cannot either', OLD, { module: 'NodeNext' }, 'a.ts', []],
    ['that compiles to CommonJS by its name cannot either', MODULE, { module: 'nodenext' }, 'a.cts', []],
    ['for which nothing is said cannot either', OLD, {}, 'a.ts', []],
    ['that compiles to ES modules by its package can import it', MODULE, { module: 'nodenext' }, 'a.ts', ALL],
    ['that compiles to ES modules by its name can', OLD, { module: 'nodenext' }, 'a.mts', ALL],
    ['that compiles to ES modules by `module` can', OLD, { module: 'esnext' }, 'a.ts', ALL],
    ['that compiles to ES modules by `target` can', OLD, { target: 'es2022' }, 'a.tsx', ALL],
    ['that something else compiles can', OLD, null, 'a.ts', ALL],
    ['that compiles to CommonJS for new Nodes can', { engines: { node: '24.x' } }, { module: 'commonjs' }, 'a.ts', ALL],
  ] as const)('TypeScript %s', (_, manifest, compilerOptions, filename, names) => {
    expect(namesIn(manifest, '7.1.0', filename, ESM, compilerOptions)).toEqual(names)
  })

  test('JavaScript beside it runs as it is written', () => {
    expect(namesIn(OLD, '7.1.0', 'a.js', ESM, { module: 'commonjs' })).toEqual(ALL)
  })

  test('one above the outermost manifest is no part of the project', () => {
    const outer = join(root, 'outer')
    const write = (path: string, content: object): void => {
      mkdirSync(dirname(join(outer, path)), { recursive: true })
      writeFileSync(join(outer, path), JSON.stringify(content))
    }
    write('node_modules/p-map/package.json', { name: 'p-map', version: '7.1.0' })
    write('workspace/package.json', {})
    write('workspace/packages/one/package.json', {})
    write('hoisted/package.json', {})
    write('hoisted/packages/one/package.json', {})
    write('hoisted/node_modules/p-map/package.json', { name: 'p-map', version: '7.1.0' })
    const namesAt = (path: string): number => settleLimiter('auto', parseText(ESM, join(outer, path))).limiterNames.size
    expect(namesAt('workspace/packages/one/a.js')).toBe(0)
    expect(namesAt('hoisted/packages/one/a.js')).toBe(4)
    expect(namesAt('loose/a.js')).toBe(4)
  })

  test('the option settles it', () => {
    const parsed = parseText(ESM, join(root, 'none', 'a.js'))
    expect(settleLimiter('none', parsed)).toEqual({ limiter: 'none', limiterNames: new Set() })
    expect([...settleLimiter('p-map', parsed).limiterNames].sort()).toEqual(ALL)
  })
})
