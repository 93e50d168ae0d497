import { expect, test } from 'vitest'
import { lastCall } from './find-in-text.ts'

const read = (on: string, at?: number) => (at === undefined ? { does: 'read', on } : { does: 'read', on, at })
const write = (on: string, at?: number) => (at === undefined ? { does: 'write', on } : { does: 'write', on, at })

const GLOBBY = "import { globby } from 'globby'; "
const QUEUE = "import PQueue from 'p-queue'; const queue = new PQueue({ concurrency: 2 }); "

test.each<[string, string, object]>([
  ['graceful-fs is fs', "import fs from 'graceful-fs'; fs.promises.readFile(p)", { effects: [read('file-system', 0)] }],
  ['a glob reads', `${GLOBBY}globby('src/*.ts')`, { effects: [read('file-system')], returns: 'Promise<string[]>' }],
  ['names of files are not below each other', `${GLOBBY}globby('*', { onlyFiles: true })`, { distinct: 'flat' }],
  ['fast-glob too', "import fg from 'fast-glob'; fg.sync('*')", { distinct: 'flat', returns: 'string[]' }],
  ['tinyglobby too', "import { glob } from 'tinyglobby'; glob(['*'])", { distinct: 'flat' }],
  ['glob lists directories with what is in them', "import { glob } from 'glob'; glob('**')", { distinct: 'always' }],
  ['an old glob calls back', "import glob from 'glob'; glob('*', done)", { callsLater: [1, 2] }],

  [
    'rimraf removes below a path',
    "import { rimraf } from 'rimraf'; rimraf(`dist/${name}`)",
    { effects: [{ ...write('file-system', 0), tree: true }] },
  ],
  ['rimraf of a list removes anywhere', "import { rimraf } from 'rimraf'; rimraf(paths)", { effects: [write('file-system')] }],
  ['rimraf at once', "import rimraf from 'rimraf'; rimraf.sync(all)", { effects: [write('file-system')] }],
  ['del removes what fits', "import { deleteAsync } from 'del'; deleteAsync(['*'])", { effects: [write('file-system')] }],
  [
    'mkdirp may be repeated',
    "import { mkdirp } from 'mkdirp'; mkdirp(dir)",
    { effects: [{ ...write('file-system', 0), idempotent: 'unused' }] },
  ],
  [
    'a file is written as a whole',
    "import write from 'write-file-atomic'; write(file, data)",
    { effects: [write('file-system', 0), { does: 'read', on: { argument: 1 } }] },
  ],
  ['an archive is unpacked', "import * as tar from 'tar'; tar.x({ file })", { effects: [write('file-system')] }],

  ['zx runs programs in order', "import { $ } from 'zx'; $`ls ${dir}`", { ordered: true }],
  ['zx asks', "import { question } from 'zx'; question('name?')", { interactive: true }],
  ['zx waits', "import { sleep } from 'zx'; sleep(10)", { pacing: true }],
  ['zx fetches as the platform does', "import { fetch } from 'zx'; fetch(url)", { effects: [read('network')] }],
  ['zx has fs-extra', "import { fs } from 'zx'; fs.readJson(file)", { effects: [read('file-system', 0)] }],

  ['a queue calls what it is given', `${QUEUE}queue.add(() => load(id))`, { calls: [0], async: true }],
  ['who waits for a queue holds back', `${QUEUE}queue.onSizeLessThan(100)`, { oneAtATime: 'lock' }],
  ['a retry calls what it is given', "import pRetry from 'p-retry'; pRetry(() => load(id))", { calls: [0] }],
  ['elements in turn', "import each from 'p-each-series'; each(xs, (x) => load(x))", { calls: [1], async: true }],
  ['a reduction', "import reduce from 'p-reduce'; reduce(xs, (sum, x) => load(x), 0)", { calls: [1] }],
])('%s', (_what, text, row) => {
  expect(lastCall(text)?.row).toMatchObject(row)
})

test.each<[string, string, string | undefined]>([
  ['directories among the files', `${GLOBBY}globby('**', { onlyFiles: false })`, undefined],
  ['names that may repeat', `${GLOBBY}globby('**', { unique: false })`, undefined],
  ['options that are not seen', `${GLOBBY}globby('**', options)`, undefined],
])('%s: a listing whose names may meet', (_what, text, distinct) => {
  expect(lastCall(text)?.row.distinct).toBe(distinct)
})

test('objects instead of names are not taken for names', () => {
  expect(lastCall(`${GLOBBY}globby('**', { objectMode: true })`)?.row.returns).toBe('Promise<Array>')
})

test.each<[string, string]>([
  ['a function named globby', "function globby() {} globby('*')"],
  ['a shadowed import', `${GLOBBY}const f = (globby) => globby('*')`],
  ['rimraf of a file beside this one', "import { rimraf } from './rimraf.js'; rimraf(p)"],
  ['a tag named $', "import { $ } from './shell.js'; $`ls`"],
  ['a queue of another package', "import PQueue from 'my-queue'; const queue = new PQueue(); queue.add(() => 1)"],
  ['functions in a list, which are not followed', `${QUEUE}queue.addAll([() => load(1)])`],
])('nothing is known of %s', (_what, text) => {
  expect(lastCall(text)).toBe(null)
})
