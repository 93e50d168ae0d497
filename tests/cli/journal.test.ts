import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { journalPlace } from '../../src/cli/writing/journal-place.ts'
import { openJournal } from '../../src/cli/writing/journal.ts'
import { CERTAIN, interleave, MAIN, scratch } from './scratch.ts'
import { repository } from './scratch-repository.ts'

const WRITE = ['fix', '--write', '--limiter', 'p-map'] as const
const JOURNAL = '.git/interleave/unfinished.jsonl'

function textOf(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8')
}

const THREE = { 'a.js': CERTAIN, 'b.js': `// b\n${CERTAIN}`, 'c.js': CERTAIN.replaceAll('\n', '\r\n') }

/** What a run makes of a text, as far as its journal is concerned. */
function changed(text: string): string {
  return text.replace('const texts = []', "const texts = await pMap() // 'p-map'")
}

/** A run as a death between the journal and the last file leaves it: these are written, the others not. */
function cutShort(directory: string, written: readonly string[]): void {
  const changes = Object.entries(THREE).map(([path, before]) => {
    return { path, absolute: join(directory, path), before, after: changed(before) }
  })
  openJournal(journalPlace(directory), { directory, changes })
  for (const name of written) writeFileSync(join(directory, name), changed(textOf(directory, name)))
}

describe('a fix --write that was cut short', () => {
  test('is told of by the next run, which writes nothing until it is dealt with', () => {
    const directory = repository(THREE)
    cutShort(directory, ['a.js'])
    const said = /^interleave: a run of fix --write did not come to its end: interleave fix --resume .+ --undo .+\n$/
    expect(interleave(directory, 'fix')).toMatchObject({ stderr: expect.stringMatching(said) })
    expect(interleave(directory, ...WRITE)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(said) })
    expect(textOf(directory, 'b.js')).toBe(THREE['b.js'])
  })

  test('is completed by --resume, from any directory of the repository', () => {
    const directory = repository({ ...THREE, 'deep/down/x.txt': '' })
    cutShort(directory, ['b.js'])
    writeFileSync(join(directory, '.interleave-0123456789ab.tmp'), 'half a te')
    const { status, stdout } = interleave(join(directory, 'deep/down'), 'fix', '--resume')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '3 files written, all that the run was to write.\n' })
    for (const [name, text] of Object.entries(THREE)) expect(textOf(directory, name)).toBe(changed(text))
    expect(readdirSync(directory).sort()).toEqual(['.git', 'a.js', 'b.js', 'c.js', 'deep'])
    expect(interleave(directory, 'fix', '--resume').stdout).toBe('Nothing to resume: no fix --write was cut short.\n')
  })

  test('is taken back by --undo, byte for byte', () => {
    const directory = repository(THREE)
    cutShort(directory, ['a.js', 'c.js'])
    const { status, stdout } = interleave(directory, 'fix', '--undo')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '3 files without what fix --write had changed.\n' })
    for (const [name, text] of Object.entries(THREE)) expect(textOf(directory, name)).toBe(text)
    expect(existsSync(join(directory, JOURNAL))).toBe(false)
  })

  test('is not completed in a file that somebody changed since, which is told of', () => {
    const directory = repository(THREE)
    cutShort(directory, ['a.js'])
    appendFileSync(join(directory, 'b.js'), '// mine\n')
    const { status, stderr } = interleave(directory, 'fix', '--resume')
    expect(stderr).toMatch(/^b\.js: is not written: it changed in the meantime.*\n$/)
    expect(status).toBe(1)
    expect(textOf(directory, 'b.js')).toBe(`${THREE['b.js']}// mine\n`)
    expect(textOf(directory, 'c.js')).toContain('p-map')
  })

  test('is not gone on with where its journal is damaged', () => {
    const directory = repository(THREE)
    cutShort(directory, ['a.js'])
    writeFileSync(join(directory, JOURNAL), textOf(directory, JOURNAL).replace('readFile', 'writeFil'))
    const { status, stderr } = interleave(directory, 'fix', '--undo')
    expect(stderr).toMatch(/^interleave: the journal .+unfinished\.jsonl is damaged: .+\n$/)
    expect(status).toBe(1)
    expect(textOf(directory, 'a.js')).toContain('p-map')
  })
})

describe('fix --undo', () => {
  test('takes back the last run, but keeps what was edited after it, and says where it cannot', () => {
    const directory = repository({ 'plain.js': CERTAIN, 'beside.js': CERTAIN, 'over.js': CERTAIN, 'gone.js': CERTAIN })
    interleave(directory, ...WRITE)
    appendFileSync(join(directory, 'beside.js'), '\nexport const mine = 1\n')
    writeFileSync(join(directory, 'over.js'), textOf(directory, 'over.js').replace('concurrency: 8', 'concurrency: 2'))
    const over = textOf(directory, 'over.js')
    rmSync(join(directory, 'gone.js'))
    const { status, stderr } = interleave(directory, 'fix', '--undo')
    expect(stderr).toMatch(/^gone\.js: .+ no such file any more\nover\.js: is left as it is: it was changed since.*\n$/)
    expect(status).toBe(1)
    expect(textOf(directory, 'plain.js')).toBe(CERTAIN)
    expect(textOf(directory, 'beside.js')).toBe(`${CERTAIN}\nexport const mine = 1\n`)
    expect(textOf(directory, 'over.js')).toBe(over)
    expect(interleave(directory, 'fix', '--undo').stdout).toBe('Nothing to undo.\n')
  })

  test('leaves nothing behind outside a repository', () => {
    const directory = scratch({ 'a.js': CERTAIN })
    interleave(directory, ...WRITE)
    expect(readdirSync(directory)).toEqual(['a.js'])
    expect(interleave(directory, 'fix', '--undo').stdout).toBe('Nothing to undo.\n')
  })
})

/** Enough files that their writing lasts a good while. */
const MANY = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`m/${index}.js`, `// ${index}\n${CERTAIN}`]))

/** Starts a run, and ends it with a signal so many milliseconds after its journal is there. */
async function endedAfter(directory: string, delay: number, signal: NodeJS.Signals): Promise<number | null> {
  const child = spawn(process.execPath, [MAIN, ...WRITE], { cwd: directory, stdio: 'ignore' })
  const exit = once(child, 'exit') as Promise<[number | null]>
  while (child.exitCode === null && !existsSync(join(directory, JOURNAL))) await setTimeout(1)
  await setTimeout(delay)
  child.kill(signal)
  return (await exit)[0]
}

describe('at any moment of its writing', () => {
  test('kill -9 loses nothing, and the run is completed or undone', async () => {
    const directory = repository(MANY)
    const states = { whole: 0, between: 0 }
    for (const end of ['--undo', '--resume']) {
      const delay = Math.random() * 120
      await endedAfter(directory, delay, 'SIGKILL')
      const texts = Object.keys(MANY).map((name) => textOf(directory, name))
      const written = texts.filter((text) => text.includes('p-map'))
      expect(texts.filter((text) => !text.endsWith('}\n')), `after ${delay} ms`).toEqual([])
      states[written.length > 0 && written.length < texts.length ? 'between' : 'whole']++
      expect(interleave(directory, 'fix', end).status, `after ${delay} ms`).toBe(0)
      const expected = Object.entries(MANY).filter(([name, text]) => (textOf(directory, name) !== text) === (end === '--undo'))
      expect(expected.map(([name]) => name), `${end} after ${delay} ms`).toEqual([])
    }
    expect(readdirSync(join(directory, 'm')).length).toBe(Object.keys(MANY).length)
    expect(states.whole + states.between).toBe(2)
  })

  test('Ctrl-C takes back what is written, and the exit code says so', async () => {
    const directory = repository(MANY)
    expect(await endedAfter(directory, 15, 'SIGINT')).toBe(130)
    for (const [name, text] of Object.entries(MANY)) expect(textOf(directory, name)).toBe(text)
    expect(existsSync(join(directory, JOURNAL))).toBe(false)
    expect(readdirSync(join(directory, 'm')).length).toBe(Object.keys(MANY).length)
  })
})

test('a journal is opened once, so that two runs do not write at a time', () => {
  const directory = repository(THREE)
  cutShort(directory, [])
  expect(() => cutShort(directory, [])).toThrow('a run of fix --write did not come to its end')
  expect(readdirSync(join(directory, '.git/interleave'))).toEqual(['unfinished.jsonl'])
})
