import { describe, expect, test } from 'vitest'
import { AHEAD, CERTAIN, interleave, LIKELY, run, scratch, SERIAL, shell } from './scratch.ts'

/** The program that gives a command a terminal. */
const hasScript = run('.', 'script', ['--version']).status === 0

interface Json {
  version: number
  files: { path: string; findings: Record<string, unknown>[]; error: string | null }[]
  summary: Record<string, number>
}

function scanJson(directory: string, ...args: readonly string[]): { status: number | null; json: Json } {
  const { status, stdout } = interleave(directory, 'scan', '--format', 'json', ...args)
  return { status, json: JSON.parse(stdout) as Json }
}

describe('scan --format json', () => {
  test('has the documented shape, and nothing of the machine or the time in it', () => {
    const directory = scratch({ 'src/b.js': LIKELY, 'src/a.ts': CERTAIN, 'src/c.js': SERIAL })
    const { status, json } = scanJson(directory)
    expect(status).toBe(1)
    expect(Object.keys(json)).toEqual(['version', 'files', 'summary'])
    expect(json.version).toBe(1)
    expect(json.files.map(({ path }) => path)).toEqual(['src/a.ts', 'src/b.js'])
    expect(json.summary).toEqual({ files: 3, findings: 2, errors: 0 })
    const [finding] = json.files[0]!.findings
    expect(Object.keys(finding!)).toEqual([
      'rule',
      'line',
      'column',
      'endLine',
      'endColumn',
      'verdict',
      'confidence',
      'preset',
      'reasons',
      'message',
      'rewrites',
      'refused',
    ])
    expect(finding).toMatchObject({
      rule: 'no-serial-await-in-loop',
      line: 5,
      column: 3,
      endLine: 7,
      endColumn: 4,
      verdict: 'collect',
      confidence: 'certain',
      preset: 'recommended',
    })
    expect(json.files[0]!.error).toBeNull()
    expect(JSON.stringify(json)).not.toContain(directory)
  })

  test('gives the same bytes in one process and in several threads', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`src/m${index}.js`, [CERTAIN, LIKELY, SERIAL][index % 3]!]),
    )
    const directory = scratch(files)
    const [one, two, auto] = [['--workers', '1'], ['--workers', '3'], []].map(
      (args) => interleave(directory, 'scan', '--format', 'json', ...args).stdout,
    )
    expect(one).toContain('src/m39.js')
    expect(two).toBe(one)
    expect(auto).toBe(one)
  })

  test('names paths from the working directory, wherever they lie', () => {
    const directory = scratch({ 'a/x.js': CERTAIN, 'b/y.js': '' })
    const { json } = scanJson(`${directory}/b`, '../a')
    expect(json.files.map(({ path }) => path)).toEqual(['../a/x.js'])
  })

  test('sorts the paths, however they were given', () => {
    const directory = scratch({ 'a.js': CERTAIN, 'b/c.js': CERTAIN, 'd.js': CERTAIN, 'B.js': CERTAIN })
    const { json } = scanJson(directory, 'd.js', 'b', 'a.js', 'B.js')
    expect(json.files.map(({ path }) => path)).toEqual(['B.js', 'a.js', 'b/c.js', 'd.js'])
  })

  test('lists every form with --all, and counts the findings only', () => {
    const { status, json } = scanJson(scratch({ 'a.js': SERIAL }), '--all')
    expect(status).toBe(0)
    expect(json.files[0]!.findings).toMatchObject([{ verdict: 'serial', confidence: null, preset: null, line: 3 }])
    expect(json.summary['findings']).toBe(0)
  })

  test.each([
    ['certain', ['certain.js']],
    ['likely', ['certain.js', 'likely.js']],
  ])('reports from --confidence %s on', (confidence, paths) => {
    const directory = scratch({ 'certain.js': CERTAIN, 'likely.js': LIKELY })
    expect(scanJson(directory, '--confidence', confidence).json.files.map(({ path }) => path)).toEqual(paths)
  })

  test('takes rows of known calls, which win', () => {
    const row = { module: 'some-api', name: 'fetchUser', effects: [{ does: 'read', on: 'network' }], async: true }
    const directory = scratch({ 'a.js': LIKELY, 'rows.json': JSON.stringify([row]) })
    const { json } = scanJson(directory, '--confidence', 'certain', '--known-calls', 'rows.json')
    expect(json.summary['findings']).toBe(1)
  })
})

describe('scan', () => {
  test('exits 0 when there is nothing to do', () => {
    const { status, stdout, stderr } = interleave(scratch({ 'a.js': SERIAL }), 'scan')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe('1 file scanned: 0 findings.\n')
  })

  test('prints the place, the message, the reasons, the rewrite and the next command', () => {
    const { stdout } = interleave(scratch({ 'src/a.js': CERTAIN }), 'scan', '--limiter', 'p-map', 'src')
    expect(stdout).toMatch(/^src\/a\.js:5:3 {2}certain, collect {2}no-serial-await-in-loop$/m)
    expect(stdout).toMatch(/^ {4}line \d+: .+$/m)
    expect(stdout).toMatch(/^ {2}rewrite \([a-z-]+\): .+$/m)
    expect(stdout).toMatch(/^1 file scanned: 1 finding: 1 could overlap \(1 certain\)\.$/m)
    expect(stdout).toMatch(/^1 of 1 can be rewritten\.$/m)
    expect(stdout).toMatch(/^Next, see the changes: interleave fix src$/m)
  })

  test('says how to go on where a rewrite needs p-map', () => {
    const { stdout } = interleave(scratch({ 'src/a.js': AHEAD, 'package.json': '{}' }), 'scan')
    expect(stdout).toMatch(/no rewrite \(needs-limiter\): .*p-map/)
    expect(stdout).toMatch(/^0 of 1 can be rewritten, and 1 more with p-map: .*--limiter p-map\.$/m)
  })

  test('colours on request only, as its output is no terminal here', () => {
    const directory = scratch({ 'a.js': CERTAIN })
    expect(interleave(directory, 'scan').stdout).not.toContain('\u001B[')
    expect(shell(directory, 'CI=1 FORCE_COLOR=1 interleave scan').stdout).not.toContain('\u001B[')
    expect(interleave(directory, 'scan', '--color').stdout).toContain('\u001B[')
  })

  // Not any escape: on a slow machine there is a progress line, which is wiped.
  const COLOUR = /\u001B\[\d+m/

  test.skipIf(!hasScript)('colours on a terminal, but not with NO_COLOR', () => {
    const directory = scratch({ 'a.js': CERTAIN })
    const onTerminal = (script: string) => {
      const main = `${process.execPath} ${import.meta.dirname}/../../dist/src/cli/main.js`
      return run(directory, 'script', ['-qec', `TERM=xterm ${script} ${main} scan`, '/dev/null']).stdout
    }
    expect(onTerminal('env -u CI -u NO_COLOR -u FORCE_COLOR')).toMatch(COLOUR)
    expect(onTerminal('env -u CI -u FORCE_COLOR NO_COLOR=1')).not.toMatch(COLOUR)
  })

  test('is quiet when its reader goes away', () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`m${index}.js`, CERTAIN]))
    const { stderr } = shell(scratch(files), 'interleave scan --workers 1 | head -1')
    expect(stderr).toBe('')
  })

  test('cannot be steered by the name of a file', () => {
    const { stdout } = interleave(scratch({ 'a\u001B[31m\n\u202Eb.js': CERTAIN }), 'scan')
    expect(stdout).toContain('a\\u{1b}[31m\\n\\u{202e}b.js:5:3')
    expect(stdout).not.toContain('\u001B')
  })
})
