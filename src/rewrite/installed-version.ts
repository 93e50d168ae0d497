import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readManifest } from './nearest-package.ts'

/** Version of the package that a module in `folder` gets; null where it gets none. */
export function installedVersion(name: string, folder: string): string | null {
  const roots = createRequire(join(folder, 'noop.js')).resolve.paths(name) ?? []
  for (const root of roots) {
    const version = readManifest(join(root, name, 'package.json'))?.version
    if (version) return version
  }
  return null
}
