import { describe, expect, test } from 'vitest'
import { interleave, scratch } from './scratch.ts'

const WRONG: readonly (readonly [args: readonly string[], message: RegExp])[] = [
  [[], /no command is given: use scan, fix or explain/],
  [['scna'], /there is no command "scna": use scan, fix or explain/],
  [['scan', '--wrong'], /unknown option '--wrong'/],
  [['scan', '--write'], /unknown option '--write'/],
  [['fix', '--format', 'json'], /unknown option '--format'/],
  [['scan', '--format', 'xml'], /--format takes pretty, json, sarif, github, not "xml"/],
  [['scan', '--format'], /option '--format <value>' argument missing/],
  [['scan', '--all=yes'], /option '--all' does not take an argument/],
  [['scan', '--confidence', 'sure'], /--confidence takes certain, likely, possible, not "sure"/],
  [['scan', '--concurrency', '0'], /--concurrency takes a whole number from 1 on, not "0"/],
  [['scan', '--concurrency', '1.5'], /--concurrency takes a whole number/],
  [['scan', '--workers', 'many'], /--workers takes a whole number from 1 on, not "many"/],
  [['scan', '--limiter', 'p-queue'], /--limiter takes auto, p-map, none, not "p-queue"/],
  [['scan', '--target', 'es5'], /--target takes auto, es2025, es2018, not "es5"/],
  [['scan', '--rules', 'no-loops'], /--rules takes no-serial-await-in-loop.*, not "no-loops"/],
  [['scan', '--max', '-1'], /option '--max' argument is ambiguous/],
  [['scan', '--update-baseline'], /--update-baseline needs --baseline FILE/],
  [['scan', '--baseline', 'none.json'], /--baseline none\.json: there is no such file; --update-baseline makes it/],
  [['scan', '--baseline', 'text.json'], /--baseline .*text\.json: is no baseline; --update-baseline makes one/],
  [['scan', '--staged'], /--staged works inside a git repository/],
  [['scan', '--staged', '--since', 'main'], /--staged and --since do not go together/],
  [['fix', '--form', 'map-some'], /--form takes .*map-all.*, not "map-some"/],
  [['fix', '--interactive'], /--interactive needs a terminal; without one use --write/],
  [['fix', '--guard', 'true', '--interactive'], /--guard and --interactive do not go together/],
  [['fix', '--guard', 'true', '--add-dependencies'], /--guard .* without --add-dependencies/],
  [['fix', '--undo', '--write'], /--undo and --write do not go together/],
  [['fix', '--resume', 'a.js'], /--resume takes no paths/],
  [['fix', '--add-dependencies', '--limiter', 'none'], /--add-dependencies .* --limiter none forbids/],
  [['scan', '--known-calls', 'none.json'], /--known-calls none\.json: .*ENOENT/],
  [['scan', '--known-calls', 'text.json'], /--known-calls text\.json: is not JSON/],
  [['scan', '--known-calls', 'rows.json'], /--known-calls rows\.json: the rows \[0\].*effects/],
  [['scan', 'nowhere'], /nowhere: there is no such file or directory/],
  [['fix', 'a.js', 'no\nwhere'], /no\\nwhere: there is no such file or directory/],
  [['explain'], /explain takes one FILE:LINE/],
  [['explain', 'a.js'], /explain takes one FILE:LINE/],
  [['explain', 'a.js:1', 'a.js:2'], /explain takes one FILE:LINE/],
  [['explain', '.:1'], /explain takes a file, not a directory/],
  [['explain', 'a.js:1'], /a\.js:1: no loop awaits here; nor is there one in this file/],
]

describe('wrong usage', () => {
  test.each(WRONG)('%j gives one line and exit code 2', (args, message) => {
    const directory = scratch({ 'a.js': 'let a', 'text.json': '{', 'rows.json': '[{"module":"m","name":"n"}]' })
    const { status, stdout, stderr } = interleave(directory, ...args)
    expect(stderr).toMatch(message)
    expect(stderr).toMatch(/^interleave: [^\n]+\n$/)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})

test.each([['--help'], ['-h'], ['scan', '--help']])('%s prints the options', (...args) => {
  const { status, stdout } = interleave(scratch({}), ...args)
  expect(status).toBe(0)
  expect(stdout).toContain('--known-calls FILE.json')
  expect(stdout).toContain('Exit codes:')
})

test.each([['--version'], ['-v']])('%s prints the version', (...args) => {
  const { status, stdout } = interleave(scratch({}), ...args)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
