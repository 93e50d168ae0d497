import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { hasTerminal, onTerminal } from './on-terminal.ts'
import { interleave, run, scratch } from './scratch.ts'
import { git, repository } from './scratch-repository.ts'

const FIX = ['fix', '--rules', 'prefer-generator'] as const
const MANIFEST = '{ "type": "module", "private": true, "devDependencies": { "vitest": "*" } }'

const SQUARES = `/** Squares from 1 on. */
export function squares(n: number): number[] {
  const out: number[] = []
  for (let i = 1; i <= n; i++) out.push(i * i)
  return out
}
`

const FIRST = `import { squares } from './squares.js'

export function firstOver(limit: number): number | null {
  for (const square of squares(1_000_000)) {
    if (square > limit) return square
  }
  return null
}
`

/** One function, used by way of re-exports, a namespace, an \`import()\` and a test. */
const PROGRAM = {
  'package.json': MANIFEST,
  'src/squares.ts': SQUARES,
  'src/all.ts': "export * from './squares.js'\nexport { squares as powers } from './squares.js'\n",
  'src/first.ts': FIRST,
  'src/sum.ts': `import * as all from './all.js'

export function sum(n: number): number {
  const list: number[] = all.powers(n)
  let sum = 0
  for (const square of list) sum += square
  return sum
}
`,
  'src/main.ts': `import { firstOver } from './first.js'
import { sum } from './sum.js'

declare const console: { log(...values: unknown[]): void }
const { squares: lazily } = await import('./squares.js')
const odd = new Set<number>()
for (const square of lazily(9)) if (square % 2 === 1) odd.add(square)
console.log(firstOver(50), sum(4), [...odd].join())
`,
  'test/squares.test.ts': `import { expect, test } from 'vitest'
import { squares } from '../src/squares.js'

test('squares', () => {
  expect(squares(3)).toEqual([1, 4, 9])
})
`,
}

function textOf(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8')
}

const libraries = new Map<string, ts.SourceFile | undefined>()

/** What the compiler says of the sources, and what the program prints when it is compiled and run. */
function compileAndRun(directory: string): { errors: readonly string[]; printed: string } {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    outDir: join(directory, 'out'),
    types: [],
    lib: ['lib.es2022.d.ts'],
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile } = host
  host.getSourceFile = (path, ...rest) => {
    if (path.startsWith(directory)) return getSourceFile(path, ...rest)
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...rest))
    return libraries.get(path)
  }
  const program = ts.createProgram([join(directory, 'src/main.ts')], options, host)
  const errors = ts.getPreEmitDiagnostics(program).map(({ messageText }) => JSON.stringify(messageText))
  program.emit()
  const { stdout, stderr } = run(directory, process.execPath, ['out/main.js'])
  return { errors, printed: stdout + stderr }
}

describe('an exported function that its callers only walk', () => {
  test('becomes a generator in all files at once, which compile and do the same as before', () => {
    const directory = repository({ ...PROGRAM, '.gitignore': 'out\n' })
    const before = compileAndRun(directory)
    const preview = interleave(directory, ...FIX)
    expect(preview.stdout).toContain('\nsrc/squares.ts:2  prefer-generator: one change in 3 files, made whole')
    expect(preview.stdout).toContain('\n1 certain rewrite.\n')
    expect(git(directory, 'status', '--porcelain')).toBe('')
    const { status, stdout } = interleave(directory, ...FIX, '--write')
    expect(stdout).toMatch(/^src\/squares\.ts:2: one change made in 3 files: src\/squares\.ts, /)
    expect(status).toBe(0)
    expect(textOf(directory, 'src/squares.ts')).toContain('export function* squares(n: number): Generator<number> {\n  for')
    expect(textOf(directory, 'src/sum.ts')).toContain('const list: Iterable<number> = all.powers(n)')
    expect(textOf(directory, 'test/squares.test.ts')).toContain('expect([...squares(3)]).toEqual')
    expect(compileAndRun(directory)).toEqual(before)
    expect(before).toEqual({ errors: [], printed: '64 30 1,9,25,49,81\n' })
    expect(interleave(directory, ...FIX, '--write').stdout).toBe('Nothing was written.\n')
    expect(interleave(directory, 'fix', '--undo').status).toBe(0)
    expect(git(directory, 'status', '--porcelain')).toBe('')
  })

  test('prints a patch that git applies, and that gives what --write gives', () => {
    const [patched, written] = [scratch(PROGRAM), scratch(PROGRAM)]
    expect(run(patched, 'git', ['apply', '-'], interleave(patched, ...FIX).stdout).status).toBe(0)
    interleave(written, ...FIX, '--write')
    for (const name of Object.keys(PROGRAM)) expect(textOf(patched, name)).toBe(textOf(written, name))
  })

  test('is made with the rewrites of single files in the same run', () => {
    const eager = `
export const hasTag = (tags: Set<string>, tag: string) => [...tags].includes(tag)
`
    const directory = scratch({ ...PROGRAM, 'src/squares.ts': SQUARES + eager })
    const { stdout } = interleave(directory, 'fix', '--rules', 'prefer-generator,no-eager-copy', '--write')
    expect(stdout).toMatch(/one change made in 3 files.+\nsrc\/squares\.ts: 1 place rewritten\n/)
    expect(textOf(directory, 'src/squares.ts')).toMatch(/function\* squares[^]+tags\.has\(tag\)/)
  })

  test('waits for its values in the callers, where it is async', () => {
    const directory = scratch({
      'package.json': MANIFEST,
      'src/users.js': `export async function usersOf(url) {
  const users = []
  for (let next = url; next; ) {
    const page = await (await fetch(next)).json()
    users.push(...page.users)
    next = page.next
  }
  return users
}
`,
      'src/admins.js': `import { usersOf } from './users.js'

export async function firstAdmin(url) {
  for (const user of await usersOf(url)) if (user.isAdmin) return user
  return null
}
`,
    })
    const { stdout } = interleave(directory, ...FIX, '--confidence', 'possible', '--write')
    expect(stdout).toContain('one change made in 2 files')
    expect(textOf(directory, 'src/users.js')).toContain('export async function* usersOf(url)')
    expect(textOf(directory, 'src/admins.js')).toContain('for await (const user of usersOf(url)) if')
  })
})

describe('it stays an array, and the reason is told', () => {
  test('where a caller needs an array', () => {
    const a = "import { squares } from './squares.js'\n\nexport const ends = [squares(9)[0], squares(9).at(-1)]\n"
    const { status, stdout } = interleave(scratch({ ...PROGRAM, 'src/a.ts': a }), ...FIX)
    expect(stdout).toContain('Left as they are, though callers would gain:\n\nsrc/squares.ts:2:8  prefer-generator: A caller')
    expect(stdout).toMatch(/ \(a\.ts:3\)\.\n\nNothing to rewrite\.\n$/)
    expect(status).toBe(0)
  })

  test('where a caller outside of the working directory needs an array', () => {
    const a = "import { squares } from './src/squares.js'\n\nexport const ends = [squares(9)[0], squares(9)[8]]\n"
    const directory = scratch({ ...PROGRAM, 'a.ts': a })
    expect(interleave(join(directory, 'src'), ...FIX).stdout).toContain('squares.ts:2:8  prefer-generator: A caller needs')
  })

  test('where a file to be changed is not among the paths', () => {
    const { stdout } = interleave(scratch(PROGRAM), ...FIX, 'src/squares.ts', 'src/sum.ts')
    expect(stdout).toContain('It would change test/squares.test.ts, which is not among the paths.')
    expect(stdout).toContain('Nothing to rewrite.')
  })
})

describe('all of it or nothing is written', () => {
  test('where one of the files is dirty', () => {
    const directory = repository(PROGRAM)
    const dirty = `${textOf(directory, 'src/sum.ts')}\n// later\n`
    run(directory, 'sh', ['-c', "printf '\\n// later\\n' >> src/sum.ts"])
    const { status, stderr } = interleave(directory, ...FIX, '--write')
    expect(stderr).toMatch(/^src\/sum\.ts: has uncommitted changes\n.*nothing is written/)
    expect(status).toBe(1)
    expect(git(directory, 'status', '--porcelain')).toBe(' M src/sum.ts\n')
    expect(textOf(directory, 'src/sum.ts')).toBe(dirty)
  })

  test('where one of the files cannot be written', () => {
    const directory = repository(PROGRAM)
    chmodSync(join(directory, 'src/sum.ts'), 0o444)
    const { status, stdout, stderr } = interleave(directory, ...FIX, '--write')
    expect(stderr).toMatch(/src\/squares\.ts: is left as it was: another file of the same change could not be/)
    expect(stderr).toMatch(/src\/sum\.ts: cannot be written: it is read-only\n/)
    expect(stdout).toMatch(/^Nothing was written\.\n/)
    expect(status).toBe(1)
    expect(git(directory, 'diff', '--stat')).toBe('')
  })

  test('--guard takes it back whole, and keeps others', () => {
    const cubes = SQUARES.replaceAll('quares', 'ubes').replace('subes', 'cubes').replaceAll('subes', 'cubes').replace('i * i', 'i ** 3')
    const files = { ...PROGRAM, 'src/cubes.ts': cubes, 'src/cube.ts': FIRST.replaceAll('squares', 'cubes').replaceAll('Over', 'Cube') }
    const directory = repository(files)
    const guard = "! grep -q 'function\\* squares' src/squares.ts"
    const { status, stdout } = interleave(directory, ...FIX, '--guard', guard)
    expect(stdout).toMatch(/^src\/squares\.ts:2 {2}taken back \(prefer-generator, certain\)/)
    expect(stdout).toContain('1 change written, 1 taken back; the command passes.')
    expect(status).toBe(0)
    expect(git(directory, 'status', '--porcelain')).toBe(' M src/cubes.ts\n')
    expect(interleave(directory, 'fix', '--undo').status).toBe(0)
    expect(git(directory, 'status', '--porcelain')).toBe('')
  })

  test.skipIf(!hasTerminal)('--interactive asks once for all of the files', () => {
    const ask = (keys: string) => {
      const directory = repository(PROGRAM)
      const { shown } = onTerminal(directory, [...FIX, '--interactive'], [['in all of these files', keys]])
      return { shown, status: git(directory, 'status', '--porcelain') }
    }
    const taken = ask('\r')
    expect(taken.shown.match(/\+\+\+ b\//g)).toHaveLength(3)
    expect(taken.status).toBe(' M src/squares.ts\n M src/sum.ts\n M test/squares.test.ts\n')
    expect(ask('\u001B[B\r').status).toBe('')
  })
})
