import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readManifest } from '../../rewrite/nearest-package.ts'
import { displayPath } from '../display-path.ts'
import { printablePath } from '../printing/printable.ts'

const LOCK_FILES = {
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
} as const

/** The command that brings `node_modules` up to date with a package's manifest; of a workspace, at its root. */
export function installCommand(folder: string, directory: string): string {
  for (let root = folder; ; root = dirname(root)) {
    const manager = managerIn(root)
    if (manager !== null) return spelled(manager, root, directory)
    if (root === dirname(root)) return spelled('npm', folder, directory)
  }
}

function managerIn(folder: string): string | null {
  const lock = Object.entries(LOCK_FILES).find(([name]) => existsSync(join(folder, name)))
  if (lock !== undefined) return lock[1]
  const { packageManager } = Object(readManifest(join(folder, 'package.json'))) as { packageManager?: unknown }
  return typeof packageManager === 'string' ? (/^(?:npm|pnpm|yarn|bun)(?=@)/.exec(packageManager)?.[0] ?? null) : null
}

function spelled(manager: string, folder: string, directory: string): string {
  const place = displayPath(folder, directory)
  return place === '.' ? `${manager} install` : `${manager} install (in ${printablePath(place)})`
}
