import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { globSync } from 'tinyglobby'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../house/source-files.ts'

describe('fetch-and-process', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'examples/fetch-and-process/run.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, SECOND_MS: '150', NO_COLOR: '1' },
  })
  const rows = [...stdout.matchAll(/^ +([\d.]+) s {2}(same results, same order|DIFFERENT RESULTS) {2}(.*)$/gm)]
  const seconds = rows.map(([, text]) => Number(text))

  test('runs', () => {
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  test('gives the same results in the same order, rewritten or not', () => {
    expect(rows.map(([, , outcome, name]) => `${name}: ${outcome}`)).toEqual(
      [1, 2].flatMap(() => [
        'as written: same results, same order',
        'rewritten: same results, same order',
        'rewritten, processData declared independent: same results, same order',
      ]),
    )
  })

  test.each([
    ['two', 0, { serial: 6, pipelined: 5, independent: 3 }],
    ['ten', 3, { serial: 30, pipelined: 21, independent: 6 }],
  ])('overlaps only the fetching, or all of it where that is allowed, for %s urls', (_, first, expected) => {
    const [serial, pipelined, independent] = seconds.slice(first)
    // Never faster than the order allows; slower by no more than a loaded machine makes it.
    expect(serial).toBeGreaterThanOrEqual(expected.serial * 0.98)
    expect(pipelined).toBeGreaterThanOrEqual(expected.pipelined * 0.98)
    expect(independent).toBeGreaterThanOrEqual(expected.independent * 0.98)
    expect(pipelined! / serial!).toBeLessThan(0.95)
    expect(independent! / serial!).toBeLessThan(0.75)
  })
})

describe('squares', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'examples/squares/run.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, COUNT: '2000000', NO_COLOR: '1' },
  })
  const line = /^ +first after +([\d.]+) ms +(\d+) (?:MB heap|requests) {2}(same result|DIFFERENT RESULT) {2}(.*)$/gm
  const rows = [...stdout.matchAll(line)]
  const figures = rows.map(([, first, amount]) => ({ first: Number(first), amount: Number(amount) }))
  const pairs = [0, 2, 4, 6].map((at) => [figures[at]!, figures[at + 1]!] as const)

  test('runs', () => {
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })

  test('gives the same, rewritten or not', () => {
    expect(rows.map(([, , , outcome, name]) => `${name}: ${outcome}`)).toEqual(
      Array.from({ length: 4 }, () => ['as written: same result', 'rewritten: same result']).flat(),
    )
  })

  test('gives the first result earlier, rewritten', () => {
    for (const [before, after] of pairs) expect(after.first).toBeLessThan(before.first / 2)
  })

  test('holds no array of squares, and fetches no page that is not needed', () => {
    const [sum, first, all, found] = pairs
    for (const [before, after] of [sum!, first!]) expect(before.amount - after.amount).toBeGreaterThan(12)
    expect([all!, found!].map(([before, after]) => [before.amount, after.amount])).toEqual([[10, 10], [10, 2]])
  })
})

/** A copy of programs, and the command run on it. */
function useCopy(programs: string) {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'examples-'))
    cpSync(join(ROOT, programs), folder, { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  const interleave = (...args: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'dist/src/cli/main.js'), ...args], { cwd: folder, encoding: 'utf8' })
  return { interleave, typeProblems: () => typeProblems(folder) }
}

describe('programs of squares and pages', () => {
  const { interleave, typeProblems } = useCopy('examples/squares')

  test('type-check when they are rewritten, and need no second pass', () => {
    expect(interleave('fix', '--rules', 'prefer-generator', '--write', '.').stdout).toContain('2 places rewritten')
    expect(typeProblems()).toEqual([])
    expect(interleave('fix', '--rules', 'prefer-generator', '.').status).toBe(0)
  })
})

describe('small programs', () => {
  const { interleave, typeProblems } = useCopy('examples/small')

  test('are all found but those that wait for good reason, and can be rewritten', () => {
    const { files } = JSON.parse(interleave('scan', '--format', 'json', '.').stdout) as {
      files: { path: string; findings: { rewrites: unknown[] }[] }[]
    }
    const found = files.filter(({ findings }) => findings.some(({ rewrites }) => rewrites.length > 0))
    expect(found.map(({ path }) => path)).toEqual(['check-links.ts', 'join-pages.ts', 'read-settings.ts'])
  })

  test('type-check before and after, and need no second pass', () => {
    expect(typeProblems()).toEqual([])
    expect(interleave('fix', '--write', '--confidence', 'likely', '.').status).toBe(0)
    expect(typeProblems()).toEqual([])
    expect(interleave('fix', '.').status).toBe(0)
  })
})

function typeProblems(folder: string): string[] {
  const program = ts.createProgram(globSync(['*.ts'], { cwd: folder, absolute: true }), {
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
  })
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}
