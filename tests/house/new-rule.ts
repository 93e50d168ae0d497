import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ROOT } from './source-files.ts'

/** A copy of these parts of the project, which goes away with the test. */
export function copyOfProject(parts: readonly string[]): string {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'interleave-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  for (const part of parts) cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  return copy
}

/** What `npm run new-rule -- NAME` does there. */
export function newRule(directory: string, name: string) {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/new-rule.mjs'), name], { cwd: directory, encoding: 'utf8' })
}
