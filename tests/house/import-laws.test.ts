import { describe, expect, test } from 'vitest'
import { findBarrels, findCycles, findDiskAccess, findLaterImports } from './import-laws.ts'
import { readSourceFiles } from './source-files.ts'

const FILES = readSourceFiles(['src/**/*.ts', 'rules/*.ts', 'codemods/*.ts'])
const file = (path: string, ...imports: string[]) => ({
  path,
  text: imports.map((name) => `import type { x } from '${name}'\n`).join('') + 'export const y = 1\n',
})

test('there are files to look at', () => {
  expect(FILES.length).toBeGreaterThan(20)
})

describe('a stage imports only stages before it', () => {
  test('in this project', () => {
    expect(findLaterImports(FILES)).toEqual([])
  })

  test.each([
    ['src/facts/calls/effect.ts', '../../verdict/judge.ts'],
    ['src/rewrite/edits.ts', '../report/words.ts'],
    ['src/parse/parse-text.ts', '../eslint/define-rule.ts'],
    ['src/cli/main.ts', '../eslint/define-rule.ts'],
    ['src/eslint/offers.ts', '../../rules/no-serial-await-in-loop.ts'],
    ['rules/no-serial-await-in-loop.ts', '../src/cli/main.ts'],
    ['codemods/no-serial-await-in-loop.ts', '../src/eslint/offers.ts'],
    ['src/index.ts', './report/words.ts'],
    ['src/known-calls-from-file.ts', './cli/main.ts'],
    ['src/model/turn.ts', '../../tests/house/source-files.ts'],
  ])('%s must not import %s', (path, name) => {
    expect(findLaterImports([file(path, name)])).toHaveLength(1)
  })

  test('every file has a place', () => {
    expect(findLaterImports([file('src/words.ts')])).toHaveLength(1)
  })

  test('earlier stages, the own folder and the options may be imported', () => {
    expect(findLaterImports([file('src/facts/a.ts', '../model/b.ts', './c.ts', '../options.ts', 'ignore')])).toEqual([])
  })
})

describe('no file imports itself by way of others', () => {
  test('in this project', () => {
    expect(findCycles(FILES)).toEqual([])
  })

  test('a cycle of three is found', () => {
    const files = [file('src/a.ts', './b.ts'), file('src/b.ts', './c.ts'), file('src/c.ts', './a.ts'), file('src/d.ts', './a.ts')]
    expect(findCycles(files)).toEqual(['src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts'])
  })
})

describe('only the command touches the disk', () => {
  test('in this project', () => {
    expect(findDiskAccess(FILES)).toEqual([])
  })

  test.each(['node:fs', 'fs/promises', 'node:child_process', 'write-file-atomic'])('a fact must not import %s', (name) => {
    expect(findDiskAccess([file('src/facts/a.ts', name)])).toHaveLength(1)
  })

  test('the command may', () => {
    expect(findDiskAccess([file('src/cli/a.ts', 'node:fs')])).toEqual([])
  })
})

describe('no file only passes on', () => {
  test('in this project', () => {
    expect(findBarrels(FILES)).toEqual([])
  })

  test.each(["export * from './a.ts'\n", "import { a } from './a.ts'\nexport { a }\n"])('%j is found', (text) => {
    expect(findBarrels([{ path: 'src/facts/all.ts', text }])).toHaveLength(1)
  })
})
