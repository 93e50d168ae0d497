import { describe, expect, test } from 'vitest'
import { AHEAD, CERTAIN, interleave, scratch, SERIAL } from './scratch.ts'

const NESTED = `export async function all(groups, load) {
  for (const group of groups) {
    await load(group)
    for (const item of group.items) {
      await load(item)
    }
  }
}
`

describe('explain', () => {
  test('gives the verdict, every fact with its line of source, and the rewrites as diffs', () => {
    const directory = scratch({ 'src/a.js': CERTAIN })
    const { status, stdout, stderr } = interleave(directory, 'explain', 'src/a.js:6', '--limiter', 'p-map')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^src\/a\.js:5:3 {2}for-of: certain, collect$/m)
    expect(stdout).toMatch(/^ {2}line \d+, [a-z-]+: .+\n {6}\S.*$/m)
    expect(stdout).toMatch(/^Rewrite \([a-z-]+\): .+\n\n--- a\/src\/a\.js\n\+\+\+ b\/src\/a\.js\n@@ /m)
  })

  test('gives the reason for a loop that must stay serial', () => {
    const { status, stdout } = interleave(scratch({ 'a.js': SERIAL }), 'explain', 'a.js:3')
    expect(stdout).toMatch(/^a\.js:3:3 {2}condition: serial$/m)
    expect(stdout).toMatch(/^ {2}line \d+, [a-z-]+: .+$/m)
    expect(status).toBe(0)
  })

  test('gives the refusal where there is no rewrite', () => {
    const { stdout } = interleave(scratch({ 'a.js': AHEAD, 'package.json': '{}' }), 'explain', 'a.js:4')
    expect(stdout).toContain('no rewrite (needs-limiter)')
  })

  test.each([
    [2, 'a.js:2:3'],
    [3, 'a.js:2:3'],
    [5, 'a.js:4:5'],
  ])('takes the innermost loop around line %i', (line, place) => {
    expect(interleave(scratch({ 'a.js': NESTED }), 'explain', `a.js:${line}:1`).stdout).toContain(`${place}  for-of`)
  })

  test('names the lines of the loops that there are', () => {
    const { status, stderr } = interleave(scratch({ 'a.js': NESTED }), 'explain', 'a.js:8')
    expect(stderr).toBe('interleave: a.js:8: no loop awaits here; there are some at line 2, 4 (interleave --help)\n')
    expect(status).toBe(2)
  })

  test('tells of a file that does not parse', () => {
    const { status, stderr } = interleave(scratch({ 'a.js': 'const = 1' }), 'explain', 'a.js:1')
    expect(stderr).toMatch(/^a\.js:1:7: does not parse: .+\n$/)
    expect(status).toBe(1)
  })
})
