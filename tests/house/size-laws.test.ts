import { describe, expect, test } from 'vitest'
import { findLongFiles, findPoorNames } from './size-laws.ts'
import { readSourceFiles } from './source-files.ts'

const FILES = readSourceFiles(['src/**/*.ts', 'rules/*.ts', 'codemods/*.ts'])
const functions = (count: number) => 'export function f() {\n  return 1\n}\n'.repeat(count)
const rows = (count: number) => `export const ROWS = [\n${"  { name: 'a' },\n".repeat(count)}]\n`

describe('files stay small', () => {
  test('in this project', () => {
    expect(findLongFiles(FILES)).toEqual([])
  })

  test.each([
    ['src/facts/a.ts', 67],
    ['rules/a.ts', 41],
    ['codemods/a.ts', 21],
  ])('%s with %i functions of three lines is too long', (path, count) => {
    expect(findLongFiles([{ path, text: functions(count) }])).toHaveLength(1)
  })

  test('rows of a table do not count, the code beside them does', () => {
    expect(findLongFiles([{ path: 'src/facts/a.ts', text: rows(500) + functions(10) }])).toEqual([])
    expect(findLongFiles([{ path: 'src/facts/a.ts', text: rows(500) + functions(67) }])).toHaveLength(1)
  })
})

describe('names say what is inside', () => {
  test('in this project', () => {
    expect(findPoorNames(readSourceFiles(['{src,rules,codemods,tests,bench}/**/*.ts', '!tests/fixtures/**']))).toEqual([])
  })

  test.each(['src/facts/utils.ts', 'src/cli/diff-helpers.ts', 'src/cli/readFile.ts', 'src/shared/words.ts'])(
    '%s is refused',
    (path) => {
      expect(findPoorNames([{ path, text: '' }])).toEqual([path])
    },
  )
})
