import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CERTAIN, interleave, scratch, SERIAL } from './scratch.ts'
import { git, repository } from './scratch-repository.ts'

const WRITE = ['fix', '--write', '--limiter', 'p-map'] as const

function textOf(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8')
}

describe('fix --write', () => {
  test('refuses as a whole when a file that it would write has uncommitted changes, and says what to do', () => {
    const directory = repository({ 'a.js': CERTAIN, 'src/edited.js': CERTAIN, 'src/staged.js': CERTAIN })
    appendFileSync(join(directory, 'src/edited.js'), '// mine\n')
    appendFileSync(join(directory, 'src/staged.js'), '// mine\n')
    git(directory, 'add', 'src/staged.js')
    writeFileSync(join(directory, 'new.js'), CERTAIN)
    const { status, stdout, stderr } = interleave(directory, ...WRITE)
    expect(stderr).toBe(
      ['new.js', 'src/edited.js', 'src/staged.js'].map((name) => `${name}: has uncommitted changes\n`).join('') +
        'interleave: nothing is written: commit or stash these first, or give --allow-dirty\n',
    )
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(textOf(directory, 'a.js')).toBe(CERTAIN)
  })

  test('minds neither other dirty files nor ignored ones', () => {
    const directory = repository({ 'a.js': CERTAIN, 'other.js': SERIAL, '.gitignore': 'ignored.js\n' })
    appendFileSync(join(directory, 'other.js'), '// mine\n')
    writeFileSync(join(directory, 'ignored.js'), CERTAIN)
    expect(interleave(directory, ...WRITE, '.', 'ignored.js')).toMatchObject({ status: 0, stderr: '' })
    expect(textOf(directory, 'a.js')).not.toBe(CERTAIN)
    expect(textOf(directory, 'ignored.js')).not.toBe(CERTAIN)
  })

  test('writes to dirty files with --allow-dirty, and keeps what was changed in them', () => {
    const directory = repository({ 'a.js': CERTAIN })
    appendFileSync(join(directory, 'a.js'), '// mine\n')
    expect(interleave(directory, ...WRITE, '--allow-dirty').status).toBe(0)
    expect(textOf(directory, 'a.js')).toMatch(/p-map[^]*\/\/ mine\n$/)
  })

  test('looks into the repository that each file belongs to', () => {
    const directory = repository({ 'inner/a.js': SERIAL })
    const inner = join(directory, 'inner')
    git(inner, 'init', '-q')
    writeFileSync(join(inner, 'a.js'), CERTAIN)
    expect(interleave(scratch({}), ...WRITE, inner).stderr).toContain('a.js: has uncommitted changes')
    expect(textOf(inner, 'a.js')).toBe(CERTAIN)
  })
})
