import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What is asked of a `package.json`; its values may be anything. */
export interface FoundManifest {
  readonly directory: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** The manifests in the folder of a file and above it, the nearest first; read anew for each look. */
export class ManifestsAbove {
  readonly #byFolder = new Map<string, readonly FoundManifest[]>()
  readonly #packages = new Map<string, boolean>()

  of(path: string): readonly FoundManifest[] {
    return this.#in(dirname(path))
  }

  /** Whether a name is that of a package that a file gets from an install, as far as folders and manifests tell. */
  hasPackage(name: string, path: string): boolean {
    const key = `${dirname(path)}\n${name}`
    const known = this.#packages.get(key)
    if (known !== undefined) return known
    const isOne = this.of(path).some(
      ({ directory, fields }) =>
        DEPENDENCIES.some((field) => name in asRecord(fields[field])) || existsSync(join(directory, 'node_modules', name)),
    )
    this.#packages.set(key, isOne)
    return isOne
  }

  #in(folder: string): readonly FoundManifest[] {
    const known = this.#byFolder.get(folder)
    if (known) return known
    const parent = dirname(folder)
    const above = parent === folder ? [] : this.#in(parent)
    const fields = readFields(join(folder, 'package.json'))
    const found = fields ? [{ directory: folder, fields }, ...above] : above
    this.#byFolder.set(folder, found)
    return found
  }
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']

function readFields(path: string): Readonly<Record<string, unknown>> | null {
  try {
    return asRecord(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
