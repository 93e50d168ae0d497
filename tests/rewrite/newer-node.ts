import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'

/** A Node with the iterator helpers of ES2025; the registry has its binaries as packages, one for each platform. */
const VERSION = '24.8.0'
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/newer-node')

/**
 * Path of a Node that has the iterator helpers: the one that runs the tests, else one that npm installs at first use.
 * It is no dependency, as its command `node` would take the place of the one that npm scripts run.
 */
export function newerNode(): string {
  return 'Iterator' in globalThis ? process.execPath : nodeOf(VERSION)
}

/** Path of a Node of this version, which npm installs at first use. */
export function nodeOf(version: string): string {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const place = join(CACHE, version)
  const binary = join(place, 'node_modules', name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  if (!existsSync(binary)) install(`${name}@${version}`, place)
  return binary
}

/** Several workers may do so at once; the first one's is kept. */
function install(wanted: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true })
  const folder = mkdtempSync(`${place}-`)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-bin-links', wanted], { cwd: folder, stdio: 'pipe' })
  try {
    renameSync(folder, place)
  } catch {
    rmSync(folder, { recursive: true })
  }
}

/** What the program in TypeScript writes as JSON, by `print(value)`, one value for each call, on such a Node. */
export async function printedByNewerNode(source: string): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'newer-node-'))
  try {
    const file = join(folder, 'program.mjs')
    const { outputText } = ts.transpileModule(`${PRINT}\n${source}`, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
    })
    writeFileSync(file, outputText)
    const { stdout } = await promisify(execFile)(newerNode(), [file], { maxBuffer: 64 * 1024 * 1024 })
    return stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const PRINT = 'const print = (value: unknown) => console.log(JSON.stringify(value) ?? \'"undefined"\')'
