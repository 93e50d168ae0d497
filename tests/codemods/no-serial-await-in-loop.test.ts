import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const JSCODESHIFT = join(ROOT, 'node_modules/jscodeshift/bin/jscodeshift.js')
const TRANSFORM = join(ROOT, 'dist/codemods/no-serial-await-in-loop.js')

const LOAD = `export async function load(table) {
  const texts = []
  for (const path of Object.keys(table)) {
    texts.push(await readFile(path, 'utf8'))
  }
  return texts
}
`
const ESM = `import { readFile } from 'node:fs/promises'\n\n${LOAD}`
const CJS = `const { readFile } = require('node:fs/promises')\n\n${LOAD.replace('export ', '')}\nmodule.exports = { load }\n`
const TS = ESM.replace('(table)', '<Table extends object>(table: Table): Promise<string[]>')
  .replace('= []', '= <string[]>[]')
const TSX = ESM.replace('(table)', '(table: object)').replace('return texts', 'return <pre>{texts}</pre>')

const FILES: Readonly<Record<string, string>> = {
  'a.js': ESM,
  'b.mjs': `\uFEFF#!/usr/bin/env node\r\n${ESM.replaceAll('\n', '\r\n')}`,
  'c.cjs': CJS,
  'd.ts': TS,
  'e.tsx': TSX,
}
const LIKELY = ESM.replaceAll('readFile', 'fetchUser').replace('node:fs/promises', 'some-api')

function scratch(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), content)
  }
  return directory
}

/** Runs the real command on a directory; gives its counts and what the files hold then. */
function jscodeshift(directory: string, ...args: readonly string[]) {
  const all = [JSCODESHIFT, '-t', TRANSFORM, '--extensions=js,mjs,cjs,ts,tsx', '--limiter=p-map', ...args, '.']
  const { stdout, status } = spawnSync(process.execPath, all, { cwd: directory, encoding: 'utf8' })
  const counts = ['errors', 'unmodified', 'skipped', 'ok'].map((name) => Number(new RegExp(`(\\d+) ${name}`).exec(stdout)?.[1]))
  return { status, stdout, counts: Object.fromEntries(['errors', 'unmodified', 'skipped', 'ok'].map((name, index) => [name, counts[index]])) }
}

function textsOf(directory: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(FILES).map((name) => [name, readFileSync(join(directory, name), 'utf8')]))
}

/** What the command writes for the same files. */
function written(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const directory = scratch(files)
  const main = join(ROOT, 'dist/src/cli/main.js')
  spawnSync(process.execPath, [main, 'fix', '--write', '--limiter', 'p-map'], { cwd: directory })
  return textsOf(directory)
}

describe('under the real jscodeshift', () => {
  test.each([
    ['without a parser', []],
    ['with --parser=tsx', ['--parser=tsx']],
    ['with --parser=flow', ['--parser=flow']],
  ])('%s rewrites each kind of file as the command does, once', (_, args) => {
    const directory = scratch(FILES)
    expect(jscodeshift(directory, '--no-babel', ...args).counts).toEqual({ errors: 0, unmodified: 0, skipped: 0, ok: 5 })
    const once = textsOf(directory)
    for (const [name, text] of Object.entries(once)) expect(text, name).toMatch(/p-map/)
    expect(once).toEqual(written(FILES))
    expect(jscodeshift(directory, '--no-babel', ...args).counts).toEqual({ errors: 0, unmodified: 0, skipped: 5, ok: 0 })
    expect(textsOf(directory)).toEqual(once)
  })

  test('runs when jscodeshift compiles the transform with Babel, as it does by default', { timeout: 180_000 }, () => {
    const directory = scratch(FILES)
    expect(jscodeshift(directory, '--parser=tsx').counts).toMatchObject({ errors: 0, ok: 5 })
  })

  test('rewrites certain loops only, and likely ones with --confidence=likely', () => {
    const directory = scratch({ 'a.js': LIKELY })
    expect(jscodeshift(directory, '--no-babel').counts).toMatchObject({ skipped: 1, ok: 0 })
    expect(jscodeshift(directory, '--no-babel', '--confidence=likely').counts).toMatchObject({ skipped: 0, ok: 1 })
  })

  test('takes the other options of the command', () => {
    const rows = JSON.stringify([{ module: 'some-api', name: 'fetchUser', effects: [], async: true }])
    const directory = scratch({ 'a.js': LIKELY, 'rows.json': rows })
    jscodeshift(directory, '--no-babel', '--known-calls=rows.json', '--concurrency=3')
    expect(readFileSync(join(directory, 'a.js'), 'utf8')).toMatch(/concurrency: 3\b/)
  })

  test.each([
    ['a file that does not parse', `${ESM}const = 1\n`, [], /does not parse|expected/],
    ['a file that is not UTF-8', Buffer.from(`// caf\xE9\n${ESM}`, 'latin1'), [], /the file is not UTF-8/],
    ['a wrong option', ESM, ['--confidence=sure'], /--confidence takes certain, likely, possible, not "sure"/],
  ])('counts %s as an error and leaves the file alone', (_, content, args, message) => {
    const directory = scratch({ 'a.js': content })
    const { counts, stdout } = jscodeshift(directory, '--no-babel', ...args)
    expect(counts).toEqual({ errors: 1, unmodified: 0, skipped: 0, ok: 0 })
    expect(stdout).toMatch(message)
    expect(readFileSync(join(directory, 'a.js'))).toEqual(Buffer.from(content))
  })
})
