import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CERTAIN, interleave, LIKELY, SERIAL } from './scratch.ts'
import { commit, git, repository } from './scratch-repository.ts'

/** Paths that a preview has a diff of. */
function shown(directory: string, ...args: readonly string[]): readonly string[] {
  const { stdout } = interleave(directory, 'fix', '--limiter', 'p-map', ...args)
  return [...stdout.matchAll(/^--- a\/(.+)$/gm)].map(([, path]) => path!)
}

describe('fix --rules', () => {
  test('rewrites what the named rules find, and nothing else', () => {
    const directory = repository({ 'a.js': CERTAIN })
    expect(shown(directory, '--rules', 'no-serial-await-in-loop')).toEqual(['a.js'])
  })
})

describe('fix --form', () => {
  test('takes the first of the forms that is offered', () => {
    const directory = repository({ 'a.js': CERTAIN })
    const preview = (forms: string) => interleave(directory, 'fix', '--limiter', 'p-map', '--form', forms).stdout
    expect(preview('map-all,map-bounded')).toMatch(/^\+.*Promise\.all\(/m)
    expect(preview('map-bounded, map-all')).toMatch(/^\+.*pMap\(/m)
    expect(preview('ordered-pipeline')).not.toMatch(/Promise\.all|pMap\(/)
  })

  test('map-all alone needs no p-map', () => {
    const { stdout } = interleave(repository({ 'a.js': CERTAIN }), 'fix', '--form', 'map-all')
    expect(stdout).toMatch(/^\+.*Promise\.all\(/m)
    expect(stdout).not.toContain('p-map')
  })
})

describe('--threshold', () => {
  const TWO = `import { readFile } from 'node:fs/promises'

export async function load() {
  const names = await readFile('names.txt', 'utf8')
  const places = await readFile('places.txt', 'utf8')
  return names + places
}
`

  test.each([
    [[], ['a.js']],
    [['--threshold', '2'], ['a.js']],
    [['--threshold', '3'], []],
  ])('%j says from how many awaits in a line on they are rewritten', (given, expected) => {
    expect(shown(repository({ 'a.js': TWO }), ...given)).toEqual(expected)
  })

  test('is a whole number from 2 on', () => {
    const { status, stderr } = interleave(repository({ 'a.js': TWO }), 'scan', '--threshold', '1')
    expect(status).toBe(2)
    expect(stderr).toMatch(/--threshold/)
  })
})

describe('--since', () => {
  test('takes what the branch, the index and the disk changed since the branch began', () => {
    const directory = repository({ 'old.js': CERTAIN, 'main.js': SERIAL, 'branch.js': SERIAL, 'disk.js': SERIAL })
    git(directory, 'checkout', '-q', '-b', 'work')
    writeFileSync(join(directory, 'branch.js'), CERTAIN)
    commit(directory)
    git(directory, 'checkout', '-q', 'main')
    writeFileSync(join(directory, 'main.js'), CERTAIN)
    commit(directory)
    git(directory, 'checkout', '-q', 'work')
    writeFileSync(join(directory, 'disk.js'), CERTAIN)
    writeFileSync(join(directory, 'new.js'), CERTAIN)
    expect(shown(directory, '--since', 'main')).toEqual(['branch.js', 'disk.js', 'new.js'])
    const { stdout } = interleave(directory, 'scan', '--since', 'HEAD')
    expect(stdout).toMatch(/^2 files scanned: 2 findings: 2 could overlap/m)
  })

  test('refuses what is no commit', () => {
    const { status, stderr } = interleave(repository({ 'a.js': CERTAIN }), 'fix', '--since', '--all')
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('--since') })
    const wrong = interleave(repository({ 'a.js': CERTAIN }), 'fix', '--since=--all')
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('git knows no such commit or branch') })
  })
})

describe('--staged', () => {
  test('takes what is in the index, and writes it unless the disk has more', () => {
    const directory = repository({ 'old.js': CERTAIN, 'staged.js': SERIAL, 'more.js': SERIAL })
    for (const name of ['staged.js', 'more.js']) writeFileSync(join(directory, name), LIKELY)
    git(directory, 'add', '-A')
    appendFileSync(join(directory, 'more.js'), '// more\n')
    expect(shown(directory, '--staged')).toEqual(['more.js', 'staged.js'])
    const write = ['fix', '--write', '--limiter', 'p-map', '--staged', '--confidence', 'likely'] as const
    const refused = interleave(directory, ...write)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^more\.js: has changes that are not staged\ninterleave: .+: stage or stash/)
    expect(interleave(directory, ...write, 'staged.js').status).toBe(0)
    expect(readFileSync(join(directory, 'staged.js'), 'utf8')).toContain('p-map')
    expect(readFileSync(join(directory, 'old.js'), 'utf8')).toBe(CERTAIN)
  })
})
