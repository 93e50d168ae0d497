import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CERTAIN, interleave, run, scratch } from './scratch.ts'

function scanned(directory: string, ...args: readonly string[]): readonly string[] {
  const { stdout } = interleave(directory, 'scan', '--format', 'json', ...args)
  return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path)
}

function files(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, CERTAIN]))
}

function asRepository(directory: string): string {
  run(directory, 'git', ['init', '-q'])
  return directory
}

function commit(directory: string): void {
  run(directory, 'git', ['add', '-A'])
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  run(directory, 'git', [...author, 'commit', '-qm', 'all'])
}

const KINDS = [
  ['in a repository', asRepository],
  ['outside a repository', (directory: string) => directory],
] as const

describe.each(KINDS)('%s', (_, prepare) => {
  test('honours .gitignore files, nested and with negation', () => {
    const directory = prepare(
      scratch({
        ...files('a.js', 'gen/a.js', 'gen/keep.js', 'lib/x.gen.js', 'lib/keep.gen.js', 'lib/deep/x.gen.js'),
        ...files('lib/deep/local.js', 'only/here.js', 'other/only/here.js', 'whole/in.js', 'deep/whole/in.js'),
        '.gitignore': '*.gen.js\n/gen/*\n!/gen/keep.js\n/only/\nwhole/\n# comment\n',
        'lib/.gitignore': '!keep.gen.js\n',
        'lib/deep/.gitignore': 'local.js\n',
        'whole/.gitignore': '!in.js\n',
      }),
    )
    expect(scanned(directory)).toEqual(['a.js', 'gen/keep.js', 'lib/keep.gen.js', 'other/only/here.js'])
  })

  test('skips what holds no sources, and takes each source extension', () => {
    const directory = prepare(
      scratch({
        ...files('a.js', 'b.mjs', 'c.cjs', 'd.jsx', 'e.mts', 'f.cts', 'g.ts', 'h.tsx', 'i.d.ts', 'j.d.mts', 'k.txt'),
        ...files('node_modules/m/a.js', 'packages/p/node_modules/m/a.js', 'dist/a.js', 'packages/p/dist/a.js'),
        ...files('build/a.js', 'out/a.js', 'coverage/a.js', '.next/a.js', 'l.min.js', '.config/m.js'),
        ...files('packages/p/build/a.js', 'src/commands/build/a.js', 'src/out/a.js'),
        'packages/p/package.json': '{}',
        'one-line.js': CERTAIN.replaceAll('\n', ';').repeat(40),
      }),
    )
    expect(scanned(directory)).toEqual([
      '.config/m.js',
      'a.js',
      'b.mjs',
      'c.cjs',
      'd.jsx',
      'e.mts',
      'f.cts',
      'g.ts',
      'h.tsx',
      'src/commands/build/a.js',
      'src/out/a.js',
    ])
  })

  test('takes what is named, whatever its name and .gitignore say', () => {
    const directory = prepare(
      scratch({
        ...files('ignored.js', 'a.min.js', 'node_modules/m/a.js', 'node_modules/m/dist/a.js', 'hidden/sub/a.js'),
        '.gitignore': 'ignored.js\nhidden\nnode_modules\n',
      }),
    )
    expect(scanned(directory)).toEqual([])
    expect(scanned(directory, 'ignored.js', 'a.min.js')).toEqual(['a.min.js', 'ignored.js'])
    expect(scanned(directory, 'node_modules/m')).toEqual(['node_modules/m/a.js'])
    expect(scanned(directory, 'hidden/sub', 'hidden')).toEqual(['hidden/sub/a.js'])
  })

  test('honours the .gitignore files above a named directory', () => {
    const directory = prepare(scratch({ ...files('src/a.js', 'src/b.gen.js'), '.gitignore': '*.gen.js\n' }))
    expect(scanned(directory, 'src')).toEqual(['src/a.js'])
    expect(scanned(directory, './src', 'src/a.js', join(directory, 'src'))).toEqual(['src/a.js'])
  })

  test('takes a linked file once, and does not follow linked directories', () => {
    const directory = prepare(scratch(files('a.js', 'shared/b.js')))
    symlinkSync('a.js', join(directory, 'again.js'))
    symlinkSync('shared', join(directory, 'linked'))
    symlinkSync('nobody@host.1:2', join(directory, '.#a.js'))
    symlinkSync('.', join(directory, 'circle'))
    expect(scanned(directory)).toEqual(['a.js', 'shared/b.js'])
    expect(scanned(directory, 'linked')).toEqual(['linked/b.js'])
  })
})

describe('in a repository only', () => {
  test('takes what git tracks, though a pattern or a name of build output fits', () => {
    const directory = asRepository(scratch({ ...files('build/tasks.js', 'out/x.js', 'dist/bundle.js') }))
    commit(directory)
    writeFileSync(join(directory, 'build/new.js'), CERTAIN)
    writeFileSync(join(directory, '.gitignore'), 'out\n')
    expect(scanned(directory)).toEqual(['build/tasks.js', 'out/x.js'])
  })

  test('leaves out what is deleted on disk, without a word', () => {
    const directory = asRepository(scratch(files('a.js', 'gone.js')))
    commit(directory)
    run(directory, 'rm', ['gone.js'])
    expect(scanned(directory)).toEqual(['a.js'])
  })

  test('enters repositories in the repository', () => {
    const directory = asRepository(scratch(files('a.js', 'inner/b.js')))
    asRepository(join(directory, 'inner'))
    expect(scanned(directory)).toEqual(['a.js', 'inner/b.js'])
    commit(join(directory, 'inner'))
    commit(directory)
    expect(scanned(directory)).toEqual(['a.js', 'inner/b.js'])
  })

  test('is not led astray by the variables that git sets for hooks', () => {
    const directory = asRepository(scratch({ ...files('a.js', 'b.js'), '.gitignore': 'b.js\n' }))
    mkdirSync(join(directory, 'sub'))
    writeFileSync(join(directory, 'sub/c.js'), CERTAIN)
    writeFileSync(join(directory, 'sub/excluded.js'), CERTAIN)
    writeFileSync(join(directory, '.git/info/exclude'), 'excluded.js\n')
    const script = `GIT_DIR=.git GIT_INDEX_FILE=.git/index '${process.execPath}' "$0" scan --format json sub`
    const main = join(import.meta.dirname, '../../dist/src/cli/main.js')
    const { stdout } = run(directory, 'bash', ['-c', script, main])
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'sub/c.js' }], summary: { files: 1 } })
  })
})
