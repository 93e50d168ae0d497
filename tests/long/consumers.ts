import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { expect } from 'vitest'
import { ROOT } from '../house/source-files.ts'

/** A loop whose fetches may run ahead. */
export const SOURCE = `export async function sizes(urls) {
  for (const url of new Set(urls)) {
    const response = await fetch(url)
    console.log(url, response.status)
  }
}
`

/** What is published, packed. */
export function pack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', folder)
  return join(folder, readdirSync(folder)[0]!)
}

/** A project under version control with these files. */
export function makeConsumer(files: Readonly<Record<string, string>>): string {
  const project = mkdtempSync(join(tmpdir(), 'consumer-'))
  for (const [name, text] of Object.entries({ '.gitignore': 'node_modules\n', ...files })) {
    mkdirSync(dirname(join(project, name)), { recursive: true })
    writeFileSync(join(project, name), text)
  }
  execFileSync('git', ['init', '-q'], { cwd: project })
  return project
}

export function commit(project: string): void {
  execFileSync('git', ['add', '-A'], { cwd: project })
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'Begin'], { cwd: project })
}

/** Packages come from npm's cache where they are there. */
export function install(project: string, ...packages: readonly string[]): void {
  npm(project, 'install', '--prefer-offline', '--no-audit', '--no-fund', '--save-dev', ...packages)
}

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: 'pipe', shell: process.platform === 'win32' })
}

export function lints(node: string, project: string, ...args: readonly string[]): void {
  const { stdout, stderr } = run(node, project, 'eslint/bin/eslint.js', '--format', 'json', ...args, '.')
  expect(stderr).toBe('')
  const results = JSON.parse(stdout) as { messages: { ruleId: string }[] }[]
  const rules = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))
  expect(rules).toEqual(['interleave/no-serial-await-in-loop'])
}

const COMMAND = 'eslint-plugin-interleave/dist/src/cli/main.js'

export function scans(node: string, project: string): void {
  const { status, stdout, stderr } = run(node, project, COMMAND, 'scan', '.')
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
  expect(stdout).toContain('no-serial-await-in-loop')
}

export function rewritesByCommand(node: string, project: string): void {
  const { status, stderr } = run(node, project, COMMAND, 'fix', '--write', '.')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expectRewritten(project)
}

export function rewritesByCodemod(node: string, project: string): void {
  const transform = join(project, 'node_modules/eslint-plugin-interleave/dist/codemods/no-serial-await-in-loop.js')
  const args = ['--no-babel', '--extensions', 'js,mjs', '--ignore-pattern', '**/node_modules/**', '-t', transform, '.']
  const { status, stdout, stderr } = run(node, project, 'jscodeshift/bin/jscodeshift.js', ...args)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toContain('1 ok')
  expectRewritten(project)
}

/** Exactly the loop has changed; it is put back. */
function expectRewritten(project: string): void {
  const changed = execFileSync('git', ['diff', '--name-only'], { cwd: project, encoding: 'utf8' }).trim()
  expect(changed).toMatch(/^[^\n]*src\/sizes\.m?js$/)
  const text = readFileSync(join(project, changed), 'utf8')
  expect(text).toContain("import { pMapIterable } from 'p-map'\n")
  expect(text).toContain('for await (const [url, response] of pMapIterable(new Set(urls), async (url) => {')
  execFileSync('git', ['checkout', '-q', '.'], { cwd: project })
}

/** Runs a script of an installed package. */
function run(node: string, project: string, script: string, ...args: readonly string[]) {
  return spawnSync(node, [join(project, 'node_modules', script), ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  })
}
