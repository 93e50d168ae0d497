import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeSource } from '../../src/cli/writing/write-source.ts'
import { scratch } from './scratch.ts'

test('leaves a file alone that changed after it was read', () => {
  const directory = scratch({ 'a.js': 'let a' })
  const path = join(directory, 'a.js')
  writeFileSync(path, 'let b')
  expect(() => writeSource(path, 'let a', 'let c', directory)).toThrow('changed in the meantime')
  expect(readFileSync(path, 'utf8')).toBe('let b')
})

test('tells of a file that vanished after it was read', () => {
  const directory = scratch({})
  expect(() => writeSource(join(directory, 'a.js'), 'a', 'b', directory)).toThrow('cannot be written: there is no such file')
  expect(readdirSync(directory)).toEqual([])
})

test('writes a file whose name leaves no room for a longer one', () => {
  const name = `${'n'.repeat(252)}.js`
  const directory = scratch({ [name]: 'let a' })
  writeSource(join(directory, name), 'let a', 'let b', directory)
  expect(readFileSync(join(directory, name), 'utf8')).toBe('let b')
})
