import { describe, expect, test } from 'vitest'
import { interleave, MAIN, run, scratch } from './scratch.ts'

const PG = {
  'node_modules/pg/package.json': '{ "name": "pg", "version": "8.0.0", "types": "index.d.ts" }',
  'node_modules/pg/index.d.ts': `export class PoolClient { query(text: string): Promise<{ rows: string[] }> }
export class Pool { connect(): Promise<PoolClient> }
`,
}
const TSCONFIG = JSON.stringify({
  compilerOptions: { target: 'es2022', lib: ['es2022'], module: 'preserve', moduleResolution: 'bundler', strict: true, types: [] },
})

/** That the client serves one call at a time is told by its type alone. */
const QUERIES = `import { connect } from './db'

export async function queryAll(texts: string[]) {
  const { client } = await connect()
  const results = []
  for (const text of texts) {
    results.push(await client.query(text))
  }
  return results
}
`
const DB = `import { Pool } from 'pg'
const pool = new Pool()
export const connect = async () => ({ client: await pool.connect() })
`
const FILES = { ...PG, 'src/db.ts': DB, 'src/queries.ts': QUERIES }

interface Told {
  readonly verdict: string
  readonly reasons: readonly { readonly code: string }[]
}

/** What `scan` says of the loops, and what it notes beside that. */
function scanned(directory: string, ...args: readonly string[]) {
  const json = ['scan', '--all', '--format', 'json', '--rules', 'no-serial-await-in-loop']
  const { stdout, stderr } = interleave(directory, ...json, ...args)
  const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly findings: readonly Told[] }[] }
  const told = files.flatMap(({ findings }) => findings)
  return { told: told.map(({ verdict, reasons }) => `${verdict} ${reasons[0]!.code}`), notes: stderr }
}

describe('--project', () => {
  test('is not needed: without it the text alone is judged', () => {
    const { told, notes } = scanned(scratch({ ...FILES, 'tsconfig.json': TSCONFIG }))
    expect({ told, notes }).toEqual({ told: ['collect nothing-carried'], notes: '' })
  })

  test.each([
    ['the nearest tsconfig', 'tsconfig.json', ['--project']],
    ['the nearest tsconfig, with a path to scan', 'tsconfig.json', ['--project', 'src']],
    ['one that is named', 'config/types.json', ['--project', 'config/types.json', 'src']],
    ['a directory that has one', 'config/tsconfig.json', ['--project=config', 'src']],
    ['several threads', 'tsconfig.json', ['--project', '--workers', '2']],
  ])('asks %s', (_, name, args) => {
    const settings = name.startsWith('config') ? { ...JSON.parse(TSCONFIG) as object, include: ['../src'] } : JSON.parse(TSCONFIG) as object
    const directory = scratch({ ...FILES, [name]: JSON.stringify(settings) })
    expect(scanned(directory, ...args)).toEqual({ told: ['serial stateful-receiver'], notes: '' })
  })

  test('follows the references of a tsconfig without files', () => {
    const directory = scratch({
      ...FILES,
      'tsconfig.json': '{ "files": [], "references": [{ "path": "./src" }] }',
      'src/tsconfig.json': TSCONFIG,
    })
    expect(scanned(directory, '--project', 'tsconfig.json').told).toEqual(['serial stateful-receiver'])
  })

  test('takes the tsconfig of each package, and judges files of none by their text', () => {
    const directory = scratch({
      ...PG,
      'a/tsconfig.json': TSCONFIG,
      'a/db.ts': DB,
      'a/queries.ts': QUERIES,
      'b/db.ts': DB,
      'b/queries.ts': QUERIES,
    })
    const { told, notes } = scanned(directory, '--project')
    expect(told).toEqual(['serial stateful-receiver', 'collect nothing-carried'])
    expect(notes).toBe('interleave: 1 of 2 files is in no tsconfig, and is judged without types\n')
  })

  test('is for fix and explain as well', () => {
    const directory = scratch({ ...FILES, 'tsconfig.json': TSCONFIG })
    const likely = ['fix', '--confidence', 'likely', '--limiter', 'p-map']
    expect(interleave(directory, ...likely).status).toBe(1)
    expect(interleave(directory, ...likely, '--project')).toMatchObject({ status: 0, stderr: '' })
    expect(interleave(directory, 'explain', '--project', 'src/queries.ts:6').stdout).toMatch(/serves one call at a time/)
    const without = scratch(FILES)
    expect(interleave(without, ...likely, '--project').stderr).toMatch(/1 of 1 file is in no tsconfig/)
    expect(interleave(without, 'explain', '--project', 'src/queries.ts:6').stderr).toMatch(/1 of 1 file is in no tsconfig/)
  })

  test.each([
    [['--project', 'none.json'], /--project none\.json: there is no such file/],
    [['--project=src'], /--project src: there is no such file/],
    [['--project', 'broken.json'], /--project broken\.json: does not parse/],
    [['--project', 'empty.json'], /--project empty\.json: lists no files/],
    [['--project='], /--project: takes the path of a tsconfig, or none/],
  ])('%j gives one line and exit code 2', (args, message) => {
    const directory = scratch({ ...FILES, 'broken.json': '{ "files": [ ', 'empty.json': '{ "include": ["none"] }' })
    const { status, stdout, stderr } = interleave(directory, 'scan', ...args)
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^interleave: [^\n]+\n$/)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  test.each([
    ['is not installed', 'throw new Error("not found")'],
    ['is one that cannot be asked', 'module.exports = { version: "7.0.0" }'],
  ])('says what to install where typescript %s', (_, code) => {
    const directory = scratch({
      'a.ts': '',
      'other.cjs': code,
      'hook.cjs': `const Module = require('node:module')
const resolve = Module._resolveFilename
Module._resolveFilename = (name, ...rest) => name === 'typescript' ? require.resolve('./other.cjs') : resolve(name, ...rest)
`,
    })
    const { status, stderr } = run(directory, process.execPath, ['--require', './hook.cjs', MAIN, 'scan', '--project'])
    expect(stderr).toMatch(/^interleave: --project: types need .*npm install --save-dev "typescript@<6\.1".*\n$/)
    expect(status).toBe(2)
  })
})
