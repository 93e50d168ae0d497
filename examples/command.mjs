import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Runs the built command in a folder; gives what it printed, and stops this program where the command itself fails. */
export function interleave(folder, ...args) {
  const main = join(ROOT, 'dist', 'src', 'cli', 'main.js')
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error !== undefined) throw error
  // 1 says that there are findings or pending changes.
  if (status !== 0 && status !== 1) throw new Error(`interleave ${args.join(' ')} exits with ${status}: ${stderr}`)
  return stdout + stderr
}

/** Calls `use` with a new folder from which this project's dependencies resolve, and removes the folder afterwards. */
export async function withTemporaryFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'))
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
