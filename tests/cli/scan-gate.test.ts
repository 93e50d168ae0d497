import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CERTAIN, interleave, LIKELY, SERIAL } from './scratch.ts'
import { repository } from './scratch-repository.ts'

describe('scan --format github', () => {
  test('has a command for each finding and each failure, and the command that fixes them', () => {
    const directory = repository({ 'a,b.js': CERTAIN, 'broken.js': 'for (const x of xs) await f(', 'c.js': SERIAL })
    const { status, stdout } = interleave(directory, 'scan', '--format', 'github', '--limiter', 'p-map')
    const [finding, failure, ...rest] = stdout.split('\n')
    expect(finding).toMatch(/^::warning file=a%2Cb\.js,line=5,endLine=7,title=no-serial-await-in-loop \(certain\)::/)
    expect(finding).toMatch(/::Nothing that .+%0Arewrite \(map-bounded\): /)
    expect(failure).toMatch(/^::error file=broken\.js,line=1,col=\d+::does not parse: /)
    expect(rest.join('\n')).toMatch(/^3 files scanned: 1 finding\.\n1 of 1 can be rewritten\.\nNext, .*: interleave fix\n$/)
    expect(status).toBe(1)
  })
})

describe('scan --max', () => {
  test.each([
    ['1', 1],
    ['2', 0],
  ])('%s of 2 findings gives exit code %i', (max, code) => {
    const { status, stdout } = interleave(repository({ 'a.js': CERTAIN, 'b.js': LIKELY }), 'scan', '--max', max)
    expect(status).toBe(code)
    expect(stdout).toContain(`2 of at most ${max} (--max).`)
  })

  test('a file that fails is no finding: it always counts', () => {
    expect(interleave(repository({ 'a.js': 'let =' }), 'scan', '--max', '9', 'a.js').status).toBe(1)
  })
})

/** A loop of its own. */
const loop = (name: string, encoding = 'utf8') =>
  CERTAIN.slice(CERTAIN.indexOf('export')).replace('load', name).replace('utf8', encoding)
const HEAD = "import { readFile } from 'node:fs/promises'\n\n"

const BASELINE = ['scan', '--baseline', 'known.json'] as const

/** A repository whose findings are all in the baseline. */
function known(files: Readonly<Record<string, string>>): string {
  const directory = repository(files)
  expect(interleave(directory, ...BASELINE, '--update-baseline').status).toBe(0)
  return directory
}

/** Exit code of a scan with the baseline, and the places it reports. */
function scanned(directory: string, ...args: readonly string[]) {
  const { status, stdout } = interleave(directory, ...BASELINE, ...args)
  return { status, stdout, places: [...stdout.matchAll(/^(\S+:\d+):\d+ {2}/gm)].map(([, place]) => place) }
}

describe('scan --baseline', () => {
  test('leaves out what it knows, says how much, and reports what is new', () => {
    const directory = known({ 'src/a.js': HEAD + loop('one'), 'b.js': LIKELY })
    const text = readFileSync(join(directory, 'known.json'), 'utf8')
    expect(JSON.parse(text)).toMatchObject({
      version: 1,
      findings: [
        { path: 'b.js', rule: 'no-serial-await-in-loop', within: 'load' },
        { path: 'src/a.js', rule: 'no-serial-await-in-loop', within: 'one' },
      ],
    })
    expect(text.split('\n').filter((line) => line.includes('"path"'))).toHaveLength(2)
    expect(scanned(directory)).toMatchObject({ status: 0, stdout: expect.stringContaining('2 findings known from known.json.') })
    appendFileSync(join(directory, 'src/a.js'), loop('two', 'latin1'))
    expect(scanned(directory)).toMatchObject({ status: 1, places: ['src/a.js:12'] })
  })

  test('knows a loop that moved: down, to another function, to another file', () => {
    const directory = known({ 'a.js': HEAD + loop('one') })
    writeFileSync(join(directory, 'a.js'), `${HEAD}// a line\n\n${loop('renamed')}`)
    expect(scanned(directory).status).toBe(0)
    renameSync(join(directory, 'a.js'), join(directory, 'b.js'))
    expect(scanned(directory).status).toBe(0)
  })

  test('does not know a copy, in the same file or in another', () => {
    const directory = known({ 'a.js': HEAD + loop('one') })
    writeFileSync(join(directory, 'a.js'), HEAD + loop('copy') + loop('one'))
    expect(scanned(directory)).toMatchObject({ status: 1, places: ['a.js:5'] })
    writeFileSync(join(directory, 'a.js'), HEAD + loop('one'))
    writeFileSync(join(directory, 'b.js'), HEAD + loop('one'))
    expect(scanned(directory)).toMatchObject({ status: 1, places: ['b.js:5'] })
    expect(scanned(directory, 'b.js')).toMatchObject({ status: 1, places: ['b.js:5'] })
  })

  test('says which entries are gone, and --update-baseline drops them, but not those of files it did not look at', () => {
    const directory = known({ 'a.js': HEAD + loop('one'), 'b.js': LIKELY, 'c.js': HEAD + loop('three', 'hex') })
    writeFileSync(join(directory, 'a.js'), SERIAL)
    rmSync(join(directory, 'b.js'))
    expect(scanned(directory, 'a.js').stdout).toContain('2 of its entries are found no more: --update-baseline drops them.')
    scanned(directory, 'a.js', '--update-baseline')
    const { findings } = JSON.parse(readFileSync(join(directory, 'known.json'), 'utf8')) as { findings: object[] }
    expect(findings).toMatchObject([{ path: 'c.js', within: 'three' }])
  })
})
