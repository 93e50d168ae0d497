import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { boundAddresses, missingEntries, type LockFile } from './lock-file.ts'
import { ROOT } from './source-files.ts'

const LOCK = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as LockFile

describe('every dependency is locked, those of other platforms too', () => {
  test('in this project', () => {
    expect(missingEntries(LOCK)).toEqual([])
  })

  test('a missing one is found', () => {
    const lock = {
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { dependencies: { c: '1' }, optionalDependencies: { '@b/win32': '1' } },
        'node_modules/a/node_modules/c': {},
      },
    }
    expect(missingEntries(lock)).toEqual(['node_modules/a needs @b/win32'])
  })
})

describe('packages come from the registry that npm is set to', () => {
  test('in this project', () => {
    expect(boundAddresses(LOCK)).toEqual([])
  })

  test('an address is found', () => {
    expect(boundAddresses({ packages: { 'node_modules/a': { resolved: 'https://example.org/a.tgz' } } })).toHaveLength(1)
  })
})
