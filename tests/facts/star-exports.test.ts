import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findExport } from '../../src/facts/callees/find-export.ts'
import { FilesAround } from '../../src/parse/files/files-around.ts'
import { LoadedFiles } from '../../src/parse/files/loaded-files.ts'

/** `index.ts` exports all of `entry.ts`, which exports all of `values.ts` and of `others.ts`. */
const ENTRIES = {
  'index.ts': "export * from './entry'\n",
  'entry.ts': "export * from './others'\nexport * from './values'\n",
  'others.ts': 'export const unrelated = 1\n',
}

function lookAround(files: Readonly<Record<string, string>>) {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const loaded = new LoadedFiles()
  const write = (name: string, text: string): void => writeFileSync(join(directory, name), text)
  for (const [name, text] of Object.entries({ ...ENTRIES, ...files })) write(name, text)
  return {
    write,
    look: () => {
      const around = new FilesAround(loaded, null)
      return { around, find: (name: string, of: string) => findExport(around.at(join(directory, of))!, name) }
    },
  }
}

test.each([
  ['a function', 'export function load() {}'],
  ['a variable', 'export const first = 1, load = () => {}'],
  ['a class', 'export class load {}'],
  ['an enumeration', 'export enum load { A }'],
  ['an interface', 'export interface load {}'],
  ['an export list', 'const load = 1\nexport { load }'],
  ['another name', 'const read = 1\nexport { read as load }'],
  ['a name that is a text', "const read = 1\nexport { read as 'load' }"],
  ['another file', "export { unrelated as load } from './others'"],
  ['a property of `exports`', 'exports.load = () => {}'],
  ['a property of `module.exports`', 'module.exports.load = () => {}'],
  ['an object', 'module.exports = { load: () => {} } as const'],
])('what is exported as %s is found through entry files', (_, source) => {
  const { find } = lookAround({ 'values.ts': source }).look()
  const direct = find('load', 'values.ts')
  expect(direct).not.toBeNull()
  expect(find('load', 'index.ts')).toBe(direct)
})

test.each([
  ['it is a default export', { 'values.ts': 'export default function load() {}' }, 'default'],
  ['two files export the name', { 'values.ts': 'export const load = 1', 'others.ts': 'export const load = 2' }, 'load'],
  ['a file is not found that may export it', { 'entry.ts': "export * from 'x'\nexport * from './values'", 'values.ts': 'export const load = 1' }, 'load'],
  ['the files export all of each other', { 'values.ts': "export * from './entry'" }, 'load'],
])('nothing is found through them where %s', (_, files, name) => {
  const { find } = lookAround(files).look()
  expect(find(name, 'index.ts')).toBeNull()
})

test('files that do not export the name are not loaded again', () => {
  const { look, write } = lookAround({ 'values.ts': 'export const load = 1' })
  expect(look().find('load', 'index.ts')).not.toBeNull()
  const { around, find } = look()
  expect(find('load', 'index.ts')).not.toBeNull()
  expect(around.size).toBe(ENTRIES['index.ts'].length + 'export const load = 1'.length)
  write('others.ts', 'export const unrelated = 1, load = 2\n')
  expect(look().find('load', 'index.ts')).toBeNull()
})
