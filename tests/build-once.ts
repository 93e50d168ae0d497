import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BUILT = join(ROOT, 'dist/src/cli/main.js')
const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'rolldown.config.js']
const SOURCES = ['src', 'rules', 'codemods', ...SETTINGS]

/** Builds what is shipped before the tests that start it, unless it is newer than every source. */
export default function buildOnce(): void {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (SOURCES.every((name) => newest(join(ROOT, name)) < built)) return
  const { status, stdout, stderr } = spawnSync('npm run build', { cwd: ROOT, encoding: 'utf8', shell: true })
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`)
}

/** Time of the last change in a file or below a directory, in milliseconds. */
function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
