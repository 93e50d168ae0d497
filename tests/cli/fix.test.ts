import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CERTAIN, interleave, LIKELY, run, scratch, SERIAL } from './scratch.ts'

const FIX = ['fix', '--limiter', 'p-map'] as const

function textOf(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8')
}

describe('fix', () => {
  test('shows certain and likely changes apart, names the option, writes nothing and exits 1', () => {
    const directory = scratch({ 'a.js': CERTAIN, 'b.js': LIKELY })
    const { status, stdout, stderr } = interleave(directory, ...FIX)
    const [certain, likely] = stdout.split('Likely changes, written by --write --confidence likely:')
    expect(certain).toMatch(/^Certain changes, written by --write:\n\n--- a\/a\.js\n\+\+\+ b\/a\.js\n@@ /)
    expect(certain).not.toContain('b.js')
    expect(likely).toMatch(/^\n\n--- a\/b\.js\n\+\+\+ b\/b\.js\n@@ /)
    expect(stdout).toMatch(/\n1 certain rewrite, 1 likely rewrite\.\n.*--write/)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(textOf(directory, 'a.js')).toBe(CERTAIN)
    expect(textOf(directory, 'b.js')).toBe(LIKELY)
  })

  test('prints a patch that git applies, and that gives what --write gives', () => {
    const files = { 'a.js': CERTAIN + LIKELY.replace('load', 'loadUsers'), 'b c.js': LIKELY.replaceAll('\n', '\r\n'), 'd.js': LIKELY.trimEnd() }
    const [patched, written] = [scratch(files), scratch(files)]
    const patch = interleave(patched, ...FIX).stdout
    expect(run(patched, 'git', ['apply', '-'], patch)).toEqual({ status: 0, stdout: '', stderr: '' })
    interleave(written, ...FIX, '--write', '--confidence', 'likely')
    for (const name of Object.keys(files)) expect(textOf(patched, name)).toBe(textOf(written, name))
  })

  test('exits 0 when there is nothing to rewrite', () => {
    const { status, stdout } = interleave(scratch({ 'a.js': SERIAL }), ...FIX)
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing to rewrite.\n' })
  })

  test('with --confidence certain neither shows nor counts the likely ones', () => {
    const { status, stdout } = interleave(scratch({ 'b.js': LIKELY }), ...FIX, '--confidence', 'certain')
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing to rewrite.\n' })
  })

  test('colours on request, and then shows control characters of the source as text', () => {
    const directory = scratch({ 'a.js': CERTAIN.replace('export', '/* \u001B[2J */ export') })
    expect(interleave(directory, ...FIX).stdout).toContain('\u001B[2J')
    const { stdout } = interleave(directory, ...FIX, '--color')
    expect(stdout).toContain('\u001B[32m+')
    expect(stdout).toContain('\\u{1b}[2J')
    expect(stdout).not.toContain('\u001B[2J')
  })
})

describe('fix --write', () => {
  test('writes the certain changes, names what is left, and exits 0', () => {
    const directory = scratch({ 'src/a.js': CERTAIN, 'src/b.js': LIKELY })
    const { status, stdout, stderr } = interleave(directory, ...FIX, '--write')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^src\/a\.js: 1 place rewritten\n1 place rewritten in 1 file\.\n/)
    expect(stdout).toMatch(/1 likely rewrite left: .*--write --confidence likely/)
    expect(textOf(directory, 'src/a.js')).toContain("from 'p-map'")
    expect(textOf(directory, 'src/b.js')).toBe(LIKELY)
    expect(readdirSync(join(directory, 'src'))).toEqual(['a.js', 'b.js'])
  })

  test('writes the likely ones with --confidence likely', () => {
    const directory = scratch({ 'a.js': CERTAIN, 'b.js': LIKELY })
    expect(interleave(directory, ...FIX, '--write', '--confidence', 'likely').status).toBe(0)
    expect(textOf(directory, 'a.js')).not.toBe(CERTAIN)
    expect(textOf(directory, 'b.js')).not.toBe(LIKELY)
  })

  test('changes nothing in a second run', () => {
    const directory = scratch({ 'a.js': CERTAIN, 'b.js': LIKELY })
    const write = () => interleave(directory, ...FIX, '--write', '--confidence', 'likely')
    write()
    const once = [textOf(directory, 'a.js'), textOf(directory, 'b.js')]
    const { status, stdout } = write()
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing was written.\n' })
    expect([textOf(directory, 'a.js'), textOf(directory, 'b.js')]).toEqual(once)
  })

  test('keeps line ends, byte-order mark, hashbang, mode and every line that is no part of a change', () => {
    const head = '\uFEFF#!/usr/bin/env node\r\n\tconst  odd   = [1,\t2 ] ;  \r\n'
    const directory = scratch({ 'a.js': head + CERTAIN.replaceAll('\n', '\r\n') })
    chmodSync(join(directory, 'a.js'), 0o775)
    expect(interleave(directory, ...FIX, '--write').status).toBe(0)
    const text = textOf(directory, 'a.js')
    expect(text).toContain('p-map')
    expect(text.startsWith('\uFEFF#!/usr/bin/env node\r\n')).toBe(true)
    expect(text).toContain('\r\n\tconst  odd   = [1,\t2 ] ;  \r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.slice(1)).not.toContain('\uFEFF')
    expect(statSync(join(directory, 'a.js')).mode & 0o777).toBe(0o775)
  })

  test('writes through a link to a file inside the working directory, and keeps the link', () => {
    const directory = scratch({ 'real/a.js': CERTAIN })
    symlinkSync('real/a.js', join(directory, 'link.js'))
    expect(interleave(directory, ...FIX, '--write', 'link.js').status).toBe(0)
    expect(textOf(directory, 'real/a.js')).not.toBe(CERTAIN)
    expect(textOf(directory, 'link.js')).toBe(textOf(directory, 'real/a.js'))
    expect(readdirSync(directory, { withFileTypes: true }).find(({ name }) => name === 'link.js')!.isSymbolicLink()).toBe(true)
  })

  test('refuses to write through links to a file outside the working directory', () => {
    const directory = scratch({ 'outside/a.js': CERTAIN, 'work/b.js': CERTAIN })
    const work = join(directory, 'work')
    symlinkSync('../outside/a.js', join(work, 'file.js'))
    symlinkSync('../outside', join(work, 'directory'))
    const { status, stderr } = interleave(work, ...FIX, '--write', 'file.js', 'directory', 'b.js')
    expect(stderr).toMatch(/^directory\/a\.js: is not written: .+outside.+\nfile\.js: is not written: .+\n$/)
    expect(status).toBe(1)
    expect(textOf(directory, 'outside/a.js')).toBe(CERTAIN)
    expect(textOf(work, 'b.js')).not.toBe(CERTAIN)
  })

  test('writes files outside the working directory that are named themselves', () => {
    const directory = scratch({ 'outside/a.js': CERTAIN })
    mkdirSync(join(directory, 'work'))
    expect(interleave(join(directory, 'work'), ...FIX, '--write', '../outside').status).toBe(0)
    expect(textOf(directory, 'outside/a.js')).not.toBe(CERTAIN)
  })
})
