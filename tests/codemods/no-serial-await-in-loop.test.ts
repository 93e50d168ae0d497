import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { interleave, scratch } from '../cli/scratch.ts'
import { ESM, FILES, jscodeshift, textsOf } from './run-jscodeshift.ts'

const LIKELY = ESM.replaceAll('readFile', 'fetchUser').replace('node:fs/promises', 'some-api')

/** What the command writes for the same files. */
function written(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const directory = scratch(files)
  interleave(directory, 'fix', '--write', '--limiter', 'p-map')
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
