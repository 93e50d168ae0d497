import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BUILT = join(ROOT, 'dist/src/cli/main.js')
const SOURCES = ['src', 'rules', 'codemods', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

/** Builds `dist` before the tests that start the command or jscodeshift, unless it is newer than every source. */
export default function buildOnce(): void {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (SOURCES.every((name) => newest(join(ROOT, name)) < built)) return
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed:\n${stdout}`)
}

/** Time of the last change in a file or below a directory, in milliseconds. */
function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
