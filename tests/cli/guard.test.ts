import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findKeepers } from '../../src/cli/guard/find-keepers.ts'
import { interleave, MAIN } from './scratch.ts'
import { commit, git, repository } from './scratch-repository.ts'

const WAIT = 'const wait = () => new Promise((resolve) => { setTimeout(resolve, 5) })\n'

const API = `${WAIT}export async function fetchUser(id) { await wait(); return { id } }
`

/** Of a package, whose code is not read: it bears no other call beside it, which nothing in its name says. */
const ALONE = `let busy = false
${WAIT}export async function fetchAlone(id) {
  if (busy) throw new Error('two at once')
  busy = true
  await wait()
  busy = false
  return { id }
}
`

const loop = (name: string, callee: string) => `export async function ${name}(table) {
  const users = []
  for (const id of Object.keys(table)) {
    users.push(await ${callee}(id))
  }
  return users
}
`

const BROKEN = [2, 5, 6]

/** Ten loops in three files; overlapped, three of them break the tests of the project. */
function project(): string {
  const files = new Map<string, string>()
  for (let index = 0; index < 10; index++) {
    const name = `m${index % 3}.js`
    const head = "import { fetchAlone } from 'alone'\nimport { fetchUser } from './api.js'\n\n"
    files.set(name, (files.get(name) ?? head) + loop(`load${index}`, BROKEN.includes(index) ? 'fetchAlone' : 'fetchUser'))
  }
  const imports = [...files.keys()].map((name) => `...(await import('./${name}'))`).join(', ')
  const check = `const all = { ${imports} }
for (const [name, load] of Object.entries(all)) {
  const users = await load({ a: 1, b: 2, c: 3 })
  if (users.map(({ id }) => id).join() !== 'a,b,c') throw new Error(name)
}
`
  const directory = repository({
    'package.json': '{ "type": "module" }',
    '.gitignore': 'node_modules\n',
    'api.js': API,
    'check.mjs': check,
    ...Object.fromEntries(files),
  })
  mkdirSync(join(directory, 'node_modules/alone'), { recursive: true })
  writeFileSync(join(directory, 'node_modules/alone/package.json'), '{ "type": "module", "exports": "./index.js" }')
  writeFileSync(join(directory, 'node_modules/alone/index.js'), ALONE)
  symlinkSync(dirname(fileURLToPath(import.meta.resolve('p-map'))), join(directory, 'node_modules/p-map'))
  return directory
}

const status = (directory: string) => git(directory, 'status', '--porcelain')

describe('fix --guard', () => {
  test('takes back exactly the changes that break the tests, says which and why, and can be undone', () => {
    const directory = project()
    const run = interleave(directory, 'fix', '--guard', 'node check.mjs')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('7 changes written, 3 taken back; the command passes.')
    expect(run.stdout.match(/^m\d\.js:\d+ {2}taken back .+ exited with 1$/gm)).toHaveLength(3)
    expect(run.stdout).toContain('two at once')
    const texts = ['m0.js', 'm1.js', 'm2.js'].map((name) => readFileSync(join(directory, name), 'utf8')).join('')
    const serial = texts.matchAll(/function load(\d)\(table\) \{\n {2}const users = \[\]/g)
    expect([...serial].map(([, index]) => Number(index)).sort()).toEqual(BROKEN)
    expect(texts.match(/await pMap\(/g)).toHaveLength(7)
    const trials = run.stderr.match(/^interleave: guard: with \d+ of 10 changes the command (?:passes|fails)$/gm)
    expect(trials!.length).toBeLessThan(16)
    commit(directory)
    expect(interleave(directory, 'fix', '--undo').status).toBe(0)
    expect(git(directory, 'diff', 'HEAD~1', '--stat')).toBe('')
  })

  test('writes nothing where the command fails anyway, or now and then', () => {
    const directory = project()
    const failing = interleave(directory, 'fix', '--guard', 'echo no such luck; exit 3')
    expect(failing).toMatchObject({ status: 1, stdout: '' })
    expect(failing.stderr).toMatch(/nothing is written: the command fails before .+: it exited with 3\nno such luck/)
    const onceOnly = 'test -e node_modules/once || { touch node_modules/once; exit 1; }'
    const flaky = interleave(directory, 'fix', '--guard', onceOnly)
    expect(flaky).toMatchObject({ status: 1, stdout: '' })
    expect(flaky.stderr).toContain('passes once and fails once without any change')
    expect(status(directory)).toBe('')
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)('%s in the midst of a trial loses nothing', async (signal) => {
    const directory = project()
    // With all ten it fails at once; with some of them it lasts.
    const slowly = `case $(cat m*.js | grep -c 'await pMap') in 0) exit 0;; 10) exit 1;; esac
touch node_modules/trial; sleep 2`
    writeFileSync(join(directory, 'node_modules/guard.sh'), slowly)
    const args = ['fix', '--guard', 'sh node_modules/guard.sh']
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: directory, stdio: 'ignore' })
    const exit = once(child, 'exit')
    while (!existsSync(join(directory, 'node_modules/trial'))) await setTimeout(20)
    child.kill(signal)
    await exit
    if (signal === 'SIGKILL') {
      expect(status(directory)).not.toBe('')
      expect(interleave(directory, 'fix').stderr).toMatch(/fix --guard did not come .+ fix --undo takes it back\n/)
      expect(interleave(directory, 'fix', '--resume')).toMatchObject({ status: 1, stderr: expect.stringContaining('give --undo') })
      expect(interleave(directory, 'fix', '--undo').status).toBe(0)
    }
    expect(status(directory)).toBe('')
    expect(interleave(directory, 'fix', '--resume').stdout).toMatch(/^Nothing to resume/)
  })
})

describe('finding what may stay', () => {
  test.each([
    { what: 'nothing is at fault', bad: [], trials: 1 },
    { what: 'one of a hundred is', bad: [[41]], trials: 16 },
    { what: 'three are', bad: [[3], [50], [99]], trials: 40 },
    { what: 'two are together', bad: [[10, 80]], trials: 20 },
    { what: 'all are', bad: Array.from({ length: 100 }, (_, index) => [index]), trials: 200 },
  ])('$what: what stays passes, and nothing taken back could be added', async ({ bad, trials }) => {
    const units = Array.from({ length: 100 }, (_, index) => index)
    const fails = (set: readonly number[]) => bad.some((group) => group.every((unit) => set.includes(unit)))
    let count = 0
    const { kept, taken } = await findKeepers(units, async (set) => {
      count++
      return fails(set) ? 'fails' : null
    })
    expect(fails(kept)).toBe(false)
    expect(taken.filter(({ unit }) => !fails([...kept, unit]))).toEqual([])
    expect(kept.length + taken.length).toBe(100)
    expect(count).toBeLessThanOrEqual(trials)
  })
})
