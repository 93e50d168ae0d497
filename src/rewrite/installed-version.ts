import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readManifest } from './nearest-package.ts'

/**
 * Version of the package that a module in `folder` gets; null where it gets none. A `node_modules` above the
 * outermost `package.json` (in the home directory, say) is no part of the project, and would not be there on another
 * machine.
 */
export function installedVersion(name: string, folder: string): string | null {
  const roots = createRequire(join(folder, 'noop.js')).resolve.paths(name) ?? []
  for (const root of rootsOfProject(roots)) {
    const version = readManifest(join(root, name, 'package.json'))?.version
    if (version) return version
  }
  return null
}

/** The roots, nearest first, up to the one beside the outermost `package.json`; all of them where there is none. */
function rootsOfProject(roots: readonly string[]): readonly string[] {
  const outermost = roots.findLastIndex((root) => readManifest(join(dirname(root), 'package.json')) !== null)
  return outermost < 0 ? roots : roots.slice(0, outermost + 1)
}
