import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The fields of a `package.json` that are asked for; whatever else a manifest holds is not typed. */
export interface PackageManifest {
  readonly name?: string
  readonly version?: string
  readonly type?: string
  readonly engines?: { readonly node?: string }
}

const cache = new Map<string, PackageManifest | null>()

/** The manifest that governs a file: the first `package.json` in its folder or above; null where there is none. */
export function nearestPackage(filename: string): PackageManifest | null {
  return manifestOf(dirname(resolve(filename)))
}

function manifestOf(folder: string): PackageManifest | null {
  const known = cache.get(folder)
  if (known !== undefined) return known
  const parent = dirname(folder)
  const manifest = readManifest(join(folder, 'package.json')) ?? (parent === folder ? null : manifestOf(parent))
  cache.set(folder, manifest)
  return manifest
}

/** Null when there is no such file or it is no JSON object. */
export function readManifest(path: string): PackageManifest | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}
