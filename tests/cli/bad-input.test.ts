import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { surveyFiles } from '../../src/cli/discovery/survey-files.ts'
import { systemProblem } from '../../src/cli/file-problem.ts'
import { CERTAIN, interleave, run, scratch } from './scratch.ts'

const BROKEN = `${CERTAIN}for (const x of xs) { await f(x)\n`

interface BadFile {
  what: string
  name: string
  line: RegExp
  content?: string | Uint8Array
  make?: (path: string) => void
}

/** Each is put beside a good file; `make` where it is no plain file. */
const BAD: readonly BadFile[] = [
  { what: 'a file that does not parse', name: 'bad.ts', line: /^bad\.ts:11:1: does not parse: .+$/, content: BROKEN },
  { what: 'Latin-1', name: 'bad.js', line: /^bad\.js: is not UTF-8$/, content: Buffer.from('// caf\xE9', 'latin1') },
  { what: 'UTF-16', name: 'bad.js', line: /^bad\.js: is not UTF-8: .*UTF-16$/, content: Buffer.from('\uFEFFlet a', 'utf16le') },
  { what: 'a binary', name: 'bad.js', line: /^bad\.js: is binary: .+$/, content: Buffer.from('\u007FELF\u0000\u0001') },
  { what: 'a link to nothing', name: 'bad.js', line: /^bad\.js: cannot be read: .+ leads nowhere$/, make: (path) => symlinkSync('no', path) },
  { what: 'links in a circle', name: 'bad.js', line: /^bad\.js: cannot be read: .+ circle$/, make: (path) => symlinkSync('bad.js', path) },
  { what: 'a name with a line break', name: 'b\nad.js', line: /^b\\nad\.js: is binary: .+$/, content: Buffer.from([0]) },
]

describe.each(['scan', 'fix'])('%s', (command) => {
  test.each(BAD)('tells of $what in one line, does the others and exits 1', ({ name, line, content, make }) => {
    const directory = scratch({ 'good.js': CERTAIN, ...(content !== undefined && { [name]: content }) })
    make?.(join(directory, name))
    const args = command === 'fix' ? ['--write', '--limiter', 'p-map'] : []
    const { status, stdout, stderr } = interleave(directory, command, ...args)
    expect(stderr.split('\n')).toEqual([expect.stringMatching(line), ''])
    expect(stdout).toContain('good.js')
    expect(stdout).toContain('1 file could not be worked on.')
    expect(status).toBe(1)
    if (command === 'fix') expect(readFileSync(join(directory, 'good.js'), 'utf8')).not.toBe(CERTAIN)
    if (content !== undefined) expect(readFileSync(join(directory, name))).toEqual(Buffer.from(content))
  })
})

test('the JSON has the same reasons', () => {
  const { stdout, status } = interleave(scratch({ 'bad.ts': BROKEN, 'b.js': CERTAIN }), 'scan', '--format', 'json')
  const json = JSON.parse(stdout)
  expect(json.files).toMatchObject([{ path: 'b.js', error: null }, { path: 'bad.ts', findings: [] }])
  expect(json.files[1].error).toMatch(/^11:1: does not parse: /)
  expect(json.summary).toEqual({ files: 2, findings: 1, errors: 1 })
  expect(status).toBe(1)
})

test('what is named but is no source, or no file, is told of', () => {
  const directory = scratch({ 'README.md': '# Read' })
  run(directory, 'mkfifo', ['pipe.js'])
  mkdirSync(join(directory, 'directory.js'))
  const { status, stderr } = interleave(directory, 'scan', 'README.md', 'pipe.js', 'directory.js')
  const [readme, pipe, ...rest] = stderr.split('\n')
  expect(readme).toMatch(/^README\.md: is not JavaScript or TypeScript by its extension .+$/)
  expect([pipe, ...rest]).toEqual([expect.stringMatching(/^pipe\.js: cannot be read: .+$/), ''])
  expect(status).toBe(1)
})

test('a file that does not parse is told of when it is named, though it holds no loop', () => {
  const { status, stderr } = interleave(scratch({ 'bad.js': 'const = 1' }), 'scan', 'bad.js')
  expect(stderr).toMatch(/^bad\.js:1:7: does not parse: /)
  expect(status).toBe(1)
})

test('a file that vanishes between listing and reading is told of, and the others are done', () => {
  const found = ['a.js', 'gone.js'].map((path) => ({ absolute: `/x/${path}`, path, isNamed: false, problem: null }))
  const survey = surveyFiles(found, false, (path) => {
    if (path === '/x/gone.js') throw systemProblem('read', Object.assign(new Error('no'), { code: 'ENOENT' }))
    return { text: CERTAIN, hasMark: false }
  })
  expect(survey.candidates.map(({ path }) => path)).toEqual(['a.js'])
  expect(survey.problems).toMatchObject([
    { path: 'gone.js', problem: { reason: 'cannot be read: there is no such file any more' } },
  ])
})

test('files and directories that may not be read are told of', () => {
  const directory = scratch({ 'good.js': CERTAIN, 'secret.js': CERTAIN, 'locked/a.js': CERTAIN })
  chmodSync(join(directory, 'secret.js'), 0)
  chmodSync(join(directory, 'locked'), 0)
  const { status, stderr, stdout } = asNobody(directory, 'scan')
  chmodSync(join(directory, 'locked'), 0o755)
  expect(stderr).toBe(
    'locked: cannot be read: permission is denied\nsecret.js: cannot be read: permission is denied\n',
  )
  expect(stdout).toContain('good.js')
  expect(status).toBe(1)
})

test('a file that may not be written stays whole, and nothing is left beside it', () => {
  const directory = scratch({ 'good.js': CERTAIN, 'locked/a.js': CERTAIN, 'only.js': CERTAIN })
  chmodSync(join(directory, 'only.js'), 0o444)
  chmodSync(join(directory, 'locked'), 0o555)
  const { status, stderr } = asNobody(directory, 'fix', '--write', '--limiter', 'p-map')
  chmodSync(join(directory, 'locked'), 0o755)
  expect(stderr).toBe(
    'locked/a.js: cannot be written: permission is denied\nonly.js: cannot be written: it is read-only\n',
  )
  expect(status).toBe(1)
  expect(readFileSync(join(directory, 'only.js'), 'utf8')).toBe(CERTAIN)
  expect(readFileSync(join(directory, 'locked/a.js'), 'utf8')).toBe(CERTAIN)
  expect(readFileSync(join(directory, 'good.js'), 'utf8')).not.toBe(CERTAIN)
  expect(readdirSync(join(directory, 'locked'))).toEqual(['a.js'])
})

/** Runs a script under which no file may grow beyond one block: a write is cut short first, and fails then. */
function withoutRoom(directory: string, script: string) {
  return run(directory, 'bash', ['-c', `ulimit -f 1; exec '${process.execPath}' ${script}`])
}

const LONG = CERTAIN + '// padding\n'.repeat(400)

test('where the journal has no room nothing is written, and nothing is left', () => {
  const directory = scratch({ 'a.js': LONG })
  const main = join(import.meta.dirname, '../../dist/src/cli/main.js')
  const { status, stderr } = withoutRoom(directory, `'${main}' fix --write --limiter p-map`)
  expect(stderr).toMatch(/^interleave: nothing is written, as its journal .+ cannot be written: .+ too large\n$/)
  expect(status).toBe(1)
  expect(readFileSync(join(directory, 'a.js'), 'utf8')).toBe(LONG)
  expect(readdirSync(directory)).toEqual(['a.js'])
})

test('a file that the device cuts short stays whole, and nothing is left beside it', () => {
  const writer = join(import.meta.dirname, '../../build/src/cli/writing/write-source.js')
  const script = `import { readFileSync } from 'node:fs'
    const { writeSource } = await import(${JSON.stringify(writer)})
    const text = readFileSync('a.js', 'utf8')
    try { writeSource('a.js', text, text + '// more', '.') } catch (error) { process.stderr.write(error.message) }`
  const directory = scratch({ 'a.js': LONG })
  const { stderr } = withoutRoom(directory, `--input-type=module --eval '${script.replaceAll("'", `'\\''`)}'`)
  expect(stderr).toBe('cannot be written: the file would be too large')
  expect(readFileSync(join(directory, 'a.js'), 'utf8')).toBe(LONG)
  expect(readdirSync(directory)).toEqual(['a.js'])
})

/** Root may read and write everything: the command runs as somebody else then. */
function asNobody(directory: string, ...args: readonly string[]) {
  if (process.getuid?.() !== 0) return interleave(directory, ...args)
  const nobody = 65534
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) chownSync(join(directory, path), nobody, nobody)
  chownSync(directory, nobody, nobody)
  const main = join(import.meta.dirname, '../../dist/src/cli/main.js')
  return run(directory, 'setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, main, ...args])
}
