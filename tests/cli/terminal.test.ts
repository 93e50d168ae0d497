import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasTerminal, onTerminal } from './on-terminal.ts'
import { CERTAIN, interleave, LIKELY, SERIAL } from './scratch.ts'
import { git, repository } from './scratch-repository.ts'

const DOWN = '\u001B[B'
// The place stands in no other line than the first of a question; the choices follow it.
const PROMPT = '\\w\\.js:\\d+:\\d+.*All in this file'
const YES = [PROMPT, '\r'] as const
const NO = [PROMPT, `${DOWN}\r`] as const
const ALL_IN_FILE = [PROMPT, `${DOWN}${DOWN}\r`] as const
const ALL_OF_RULE = [PROMPT, `${DOWN}${DOWN}${DOWN}\r`] as const
const QUIT = [PROMPT, `${DOWN}${DOWN}${DOWN}${DOWN}\r`] as const
const CANCEL = [PROMPT, '\u0003'] as const

const TWO = CERTAIN + CERTAIN.slice(CERTAIN.indexOf('\nexport')).replace('load', 'loadAgain')
const FILES = { 'a.js': TWO, 'b.js': TWO, 'c.js': LIKELY, 'd.js': SERIAL }

/** How many loops of each file a dialogue rewrites. */
function dialogue(replies: readonly (readonly [string, string])[]) {
  const directory = repository(FILES)
  const run = onTerminal(directory, ['fix', '--interactive', '--limiter', 'p-map'], replies)
  const loops = Object.keys(FILES).map((name) => readFileSync(join(directory, name), 'utf8').split('pMap(').length - 1)
  return { ...run, loops, asked: run.shown.split(`\u001B[1m`).filter((part) => /^\w\.js:\d+:\d+/.test(part)).length }
}

describe.skipIf(!hasTerminal)('fix --interactive', () => {
  test('asks for each change with its place, its reasons and its diff, and writes those that were taken', () => {
    const { status, shown, loops } = dialogue([NO, YES, YES, NO, NO])
    expect(shown).toMatch(/a\.js:5:3.*no-serial-await-in-loop: .*certain.*, collect/)
    expect(shown).toMatch(/line 6: /)
    expect(shown).toMatch(/\+.*pMap\(/)
    expect(loops).toEqual([1, 1, 0, 0])
    expect(shown).toContain('2 places rewritten in 2 files.')
    expect(status).toBe(0)
  })

  test('yes to all in a file asks again in the next, yes to all of a rule asks no more', () => {
    expect(dialogue([ALL_IN_FILE, NO, ALL_OF_RULE])).toMatchObject({ loops: [2, 1, 1, 0], asked: 3, status: 0 })
  })

  test('quit writes what was taken until then', () => {
    expect(dialogue([YES, QUIT])).toMatchObject({ loops: [1, 0, 0, 0], asked: 2, status: 0 })
  })

  test('Ctrl-C writes nothing', () => {
    const { loops, shown, status } = dialogue([YES, CANCEL])
    expect({ loops, status }).toEqual({ loops: [0, 0, 0, 0], status: 1 })
    expect(shown).toContain('nothing is written')
  })
})

describe.skipIf(!hasTerminal)('interleave alone on a terminal', () => {
  test('shows by rule, by confidence, the worst files, how many can be rewritten, and what to do next', () => {
    const { shown, status } = onTerminal(repository(FILES), [], [], { NO_COLOR: '1' })
    // On a slow machine there is a progress line before.
    const lines = shown.replaceAll('\r\n', '\n').replaceAll(/\r\u001B\[2K[^\r\n]*(?=\r)|\r\u001B\[2K/g, '')
    expect(lines).toMatch(/^4 files scanned: 5 findings\.\n\nBy rule\n {2}5 {2}no-serial-await-in-loop\n/m)
    expect(lines).toMatch(/\nBy confidence\n {2}4 {2}certain\n {2}1 {2}likely\n/)
    expect(lines).toMatch(/\nMost of them in\n {2}2 {2}a\.js\n {2}2 {2}b\.js\n {2}1 {2}c\.js\n/)
    expect(lines).toMatch(/\n\d of 5 can be rewritten.*\nNext, see .*: interleave .*\n/)
    expect(status).toBe(1)
  })
})

describe.skipIf(!hasTerminal)('the progress line', () => {
  // Enough for threads, whose start alone takes longer than the line waits.
  const many = Object.fromEntries(Array.from({ length: 32 }, (_, index) => [`m${index}.js`, TWO]))

  test('shows files done, findings and time left on a terminal, is gone at the end, and is not there for CI', () => {
    const directory = repository(many)
    const { shown } = onTerminal(directory, ['scan', '--format', 'github'])
    expect(shown).toMatch(/\r\u001B\[2K\d+ of 32 files, \d+ findings?, \d+ s left/)
    expect(shown.slice(shown.lastIndexOf('left'))).toMatch(/^left\r\u001B\[2K::warning/)
    expect(onTerminal(directory, ['scan', '--format', 'github'], [], { CI: '1' }).shown).not.toContain('left')
    expect(interleave(directory, 'scan', '--format', 'github').stderr).toBe('')
    expect(git(directory, 'status', '--porcelain')).toBe('')
  })
})
