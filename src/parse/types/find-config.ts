import { dirname, join, resolve } from 'node:path'
import type ts from 'typescript'
import { compiler } from '#compiler'

/** Where types come from: the nearest `tsconfig.json` around each file that lists it, or one that was named. */
export type ProjectChoice = 'nearest' | { readonly tsconfig: string }

/** What a `tsconfig` says: its settings and its files. */
export interface Config {
  readonly path: string
  readonly settings: ts.ParsedCommandLine
  readonly files: ReadonlySet<string>
}

/** Finds the `tsconfig` that a file belongs to; each is read once. */
export class Configs {
  readonly #byPath = new Map<string, Config | null>()
  readonly #around = new Map<string, readonly Config[]>()

  /** Those that list the file come first; then the nearest one, which may have it because another file imports it. */
  configsFor(filename: string, choice: ProjectChoice): readonly Config[] {
    const all = choice === 'nearest' ? this.#configsAround(dirname(filename)) : this.#withReferences(choice.tsconfig)
    const listing = all.filter(({ files }) => files.has(withSlashes(filename)))
    return listing.length > 0 ? listing.slice(0, 1) : all.slice(0, 1)
  }

  /** The nearest first, each followed by those that it refers to. */
  #configsAround(directory: string): readonly Config[] {
    const known = this.#around.get(directory)
    if (known) return known
    const parent = dirname(directory)
    const above = parent === directory ? [] : this.#configsAround(parent)
    const path = join(directory, 'tsconfig.json')
    const around = compiler().sys.fileExists(path) ? [...this.#withReferences(path), ...above] : above
    this.#around.set(directory, around)
    return around
  }

  #withReferences(path: string, seen = new Set<string>()): readonly Config[] {
    if (seen.has(path)) return []
    seen.add(path)
    const config = this.#read(path)
    const references = config?.settings.projectReferences ?? []
    const below = references.flatMap((one) => this.#withReferences(compiler().resolveProjectReferencePath(one), seen))
    return config ? [config, ...below] : below
  }

  #read(path: string): Config | null {
    const known = this.#byPath.get(path)
    if (known !== undefined) return known
    const settings = readConfig(path)
    const files = new Set(settings?.fileNames.map((name) => withSlashes(resolve(name))))
    const config = settings ? { path, settings, files } : null
    this.#byPath.set(path, config)
    return config
  }
}

/** Settings of a `tsconfig` and its files, as far as they can be read; null where there is none. */
export function readConfig(path: string): ts.ParsedCommandLine | null {
  const host = { ...compiler().sys, onUnRecoverableConfigFileDiagnostic: () => {} }
  return compiler().getParsedCommandLineOfConfigFile(path, CHANGED, host) ?? null
}

/** Nothing is written, and no earlier build is looked at. */
const CHANGED: ts.CompilerOptions = { noEmit: true, incremental: false, composite: false, tsBuildInfoFile: undefined }

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
