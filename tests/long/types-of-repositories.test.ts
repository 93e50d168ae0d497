import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { ROOT as SELF } from '../house/source-files.ts'
import { countErrors, newErrors } from '../types/count-errors.ts'

const ROOT = process.env.INTERLEAVE_ROOT ?? ''

/** Sources that are checked without what they depend on: what the compiler cannot find counts before and after. */
const PACKAGES = [
  'mikro-orm+mikro-orm/packages/core/src',
  'payloadcms+payload/packages/payload/src',
  'medusajs+medusa/packages/core/utils/src',
  'typeorm+typeorm/src',
  'outline+outline/server',
]
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts', 'lib.es2025.iterator.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  types: [],
  // What rewrites bring in.
  paths: { 'p-map': [join(SELF, 'node_modules/p-map')] },
}

test('the compiler finds no more errors in real packages when everything is rewritten', () => {
  const figures: Record<string, unknown> = {}
  const more: string[] = []
  for (const name of PACKAGES.filter((name) => existsSync(join(ROOT, name)))) {
    const paths = globSync(['**/*.{ts,tsx}', '!**/*.d.ts'], { cwd: join(ROOT, name), absolute: true })
    const errors = countErrors(paths, OPTIONS)
    figures[name] = { ...errors, before: errors.before.length, after: errors.after.length }
    more.push(...newErrors(errors))
  }
  console.log(`figures: ${JSON.stringify(figures)}`)
  expect(more).toEqual([])
  expect(Object.keys(figures).length).toBeGreaterThan(0)
})
