import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const JSCODESHIFT = join(ROOT, 'node_modules/jscodeshift/bin/jscodeshift.js')
const TRANSFORM = join(ROOT, 'dist/codemods/no-serial-await-in-loop.js')

/** Runs the real command on a directory; gives its counts and what the files hold then. */
export function jscodeshift(directory: string, ...args: readonly string[]) {
  const all = [JSCODESHIFT, '-t', TRANSFORM, '--extensions=js,mjs,cjs,ts,tsx', '--limiter=p-map', ...args, '.']
  const { stdout, status } = spawnSync(process.execPath, all, { cwd: directory, encoding: 'utf8' })
  const counts = ['errors', 'unmodified', 'skipped', 'ok'].map((name) => Number(new RegExp(`(\\d+) ${name}`).exec(stdout)?.[1]))
  return { status, stdout, counts: Object.fromEntries(['errors', 'unmodified', 'skipped', 'ok'].map((name, index) => [name, counts[index]])) }
}

/** What these files hold now. */
export function textsOf(directory: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(FILES).map((name) => [name, readFileSync(join(directory, name), 'utf8')]))
}

const LOAD = `export async function load(table) {
  const texts = []
  for (const path of Object.keys(table)) {
    texts.push(await readFile(path, 'utf8'))
  }
  return texts
}
`
export const ESM = `import { readFile } from 'node:fs/promises'\n\n${LOAD}`
const CJS = `const { readFile } = require('node:fs/promises')\n\n${LOAD.replace('export ', '')}\nmodule.exports = { load }\n`
const TS = ESM.replace('(table)', '<Table extends object>(table: Table): Promise<string[]>')
  .replace('= []', '= <string[]>[]')
const TSX = ESM.replace('(table)', '(table: object)').replace('return texts', 'return <pre>{texts}</pre>')

/** One loop in each kind of file. */
export const FILES: Readonly<Record<string, string>> = {
  'a.js': ESM,
  'b.mjs': `\uFEFF#!/usr/bin/env node\r\n${ESM.replaceAll('\n', '\r\n')}`,
  'c.cjs': CJS,
  'd.ts': TS,
  'e.tsx': TSX,
}
