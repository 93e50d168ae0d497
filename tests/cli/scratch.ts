import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js')

/** A directory of its own for one test, with these files in it; it goes away with the test. */
export function scratch(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), content)
  }
  return directory
}

export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command as a process of its own. */
export function interleave(directory: string, ...args: readonly string[]): Run {
  return run(directory, process.execPath, [MAIN, ...args])
}

/** Runs any command; its output is no terminal. */
export function run(directory: string, command: string, args: readonly string[], input = ''): Run {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: directory, encoding: 'utf8', input })
  return { status, stdout, stderr }
}

/** The same through a shell, with `interleave` standing for the built command. */
export function shell(directory: string, script: string): Run {
  return run(directory, 'bash', ['-c', `interleave() { '${process.execPath}' '${MAIN}' "$@"; }; ${script}`])
}

/** A loop whose awaits certainly may overlap: it only reads. */
export const CERTAIN = `import { readFile } from 'node:fs/promises'

export async function load(table) {
  const texts = []
  for (const path of Object.keys(table)) {
    texts.push(await readFile(path, 'utf8'))
  }
  return texts
}
`

/** A loop whose awaits likely may overlap: what is awaited is used, but the callee is not known. */
export const LIKELY = `import { fetchUser } from 'some-api'

export async function load(ids) {
  const users = []
  for (const id of Object.keys(ids)) {
    users.push(await fetchUser(id))
  }
  return users
}
`

/** A loop whose reads may run ahead of its output, which p-map alone can bring about. */
export const AHEAD = `import { readFile } from 'node:fs/promises'

export async function print(table) {
  for (const path of Object.keys(table)) {
    const text = await readFile(path, 'utf8')
    console.log(text)
  }
}
`

/** A loop that must stay serial: the value of one turn goes into the next. */
export const SERIAL = `export async function follow(first, next) {
  let page = first
  while (page) {
    page = await next(page)
  }
}
`
