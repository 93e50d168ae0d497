import { expect, test } from 'vitest'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import { lastCall } from './find-in-text.ts'

const SOURCE = 'https://example.org/api'
const rowOf = (module: string | string[], name: string | string[]): KnownCallRow => ({
  module,
  name,
  effects: [{ does: 'read', on: 'network' }],
  source: SOURCE,
})

test.each<[string, KnownCallRow, string]>([
  ['an export of a package', rowOf('@acme/api', 'load'), "import { load } from '@acme/api'; load(x)"],
  ['a default export', rowOf('@acme/api', 'default'), "import load from '@acme/api'; load(x)"],
  ['a member of a default export', rowOf('@acme/api', 'default.load'), "import api from '@acme/api'; api.load(x)"],
  ['that member as an export', rowOf('@acme/api', 'default.load'), "import { load } from '@acme/api'; load(x)"],
  ['every export', rowOf('@acme/api', '*'), "import { load } from '@acme/api'; load(x)"],
  ['every member of an export', rowOf('@acme/api', 'users.*'), "import { users } from '@acme/api'; users.load(x)"],
  [
    'a method of an instance',
    rowOf('@acme/api', 'Api#load'),
    "import { Api } from '@acme/api'; const a = new Api(); a.load(x)",
  ],
  ['every method of an instance', rowOf('@acme/api', 'Api#*'), "import { Api } from '@acme/api'; new Api().load(x)"],
  [
    'an instance by its type',
    rowOf('@acme/api', 'Api#load'),
    "import type { Api } from '@acme/api'; (a: Api) => a.load(x)",
  ],
  ['construction', rowOf('@acme/api', 'new Api'), "import { Api } from '@acme/api'; new Api()"],
  ['a file beside this one', rowOf('./api.js', 'load'), "import { load } from './api.js'; load(x)"],
  ['a file by the end of its path', rowOf('./src/api.ts', 'load'), "import { load } from './api'; load(x)"],
  ['a file in another directory', rowOf('./lib/api', 'load'), "import { load } from '../lib/api.js'; load(x)"],
  ['an index file', rowOf('./lib/api', 'load'), "import { load } from '../lib/api/index.js'; load(x)"],
  ['a file with a method', rowOf('./src/api', 'Api#load'), "import { Api } from './api'; new Api().load(x)"],
  ['an object that a file exports', rowOf('./src/db', 'db.load'), "import { db } from './db'; db.load(x)"],
  ['a function of this file', rowOf('.', 'load'), 'async function load(x) {} load(x)'],
  ['a constant of this file', rowOf('.', 'load'), 'const load = async (x) => x; load(x)'],
  ['a member of a constant of this file', rowOf('.', 'api.load'), 'const api = make(); api.load(x)'],
  ['a class of this file', rowOf('.', 'Api#load'), 'class Api {} new Api().load(x)'],
  ['this file by its path', rowOf('./src/job.ts', 'load'), 'async function load(x) {} load(x)'],
  ['a global', rowOf('global', 'load'), 'load(x)'],
  ['one of two modules', rowOf(['a', 'b'], ['load', 'save']), "import { save } from 'b'; save(x)"],
])('a row of the user names %s', (_what, row, text) => {
  expect(lastCall(text)).toBe(null)
  expect(lastCall(text, [row])?.row).toBe(row)
})

test.each<[string, KnownCallRow, string]>([
  ['another export', rowOf('@acme/api', 'load'), "import { save } from '@acme/api'; save(x)"],
  ['another package', rowOf('@acme/api', 'load'), "import { load } from '@acme/other'; load(x)"],
  ['a function of the same name', rowOf('@acme/api', 'load'), 'function load(x) {} load(x)'],
  ['a file whose path ends otherwise', rowOf('./lib/api', 'load'), "import { load } from './api'; load(x)"],
  ['a file whose name only ends so', rowOf('./api', 'load'), "import { load } from './my-api'; load(x)"],
  ['a package named like a file', rowOf('api', 'load'), "import { load } from './api'; load(x)"],
  ['a file named like a package', rowOf('./api', 'load'), "import { load } from 'api'; load(x)"],
  ['an inner function of this file', rowOf('.', 'load'), 'const f = () => { function load(x) {} load(x) }'],
  ['an import, when this file is meant', rowOf('.', 'load'), "import { load } from './api'; load(x)"],
  [
    'the instance, when the class is meant',
    rowOf('@acme/api', 'Api.load'),
    "import { Api } from '@acme/api'; new Api().load(x)",
  ],
])('a row of the user does not name %s', (_what, row, text) => {
  expect(lastCall(text, [row])).toBe(null)
})

test('rows of the user win over those of the product', () => {
  const row = rowOf('fs', 'readFileSync')
  expect(lastCall("import fs from 'fs'; fs.readFileSync(p)", [row])?.row).toBe(row)
})

test('a row of the user whose condition is not met leaves the call to the product', () => {
  const row: KnownCallRow = { ...rowOf('fs', 'readFileSync'), when: { argument: 0, in: ['a'] } }
  expect(lastCall("import fs from 'fs'; fs.readFileSync(p)", [row])?.row.source).not.toBe(SOURCE)
  expect(lastCall("import fs from 'fs'; fs.readFileSync('a')", [row])?.row).toBe(row)
})

test('what a row of the user returns has the methods of its kind', () => {
  const row: KnownCallRow = { ...rowOf('@acme/api', 'names'), async: true, returns: 'string[]' }
  const text = "import { names } from '@acme/api'; const all = await names(); all.map((name) => name.trim())"
  expect(lastCall(text, [row])?.row.name).toContain('Array#map')
  expect(lastCall(text)).toBe(null)
})

test('files on Windows', () => {
  expect(
    lastCall("import { load } from './api'; load(x)", [rowOf('./src/api', 'load')], 'C:\\repo\\src\\job.ts'),
  ).not.toBe(null)
})
