import type { ExportOutline, Parsed, SourceFiles } from '../parsed.ts'
import type { TypeSource } from '../types/type-source.ts'
import { exportOutlineOf } from './export-outline.ts'
import type { ModuleResolver } from './module-resolver.ts'

/** Where the files come from. */
export interface FileReader {
  readonly resolver: Pick<ModuleResolver, 'resolve'>
  /** The parsed file; null where it cannot be read, does not parse, or is too large. */
  read(path: string): Parsed | null
  /** What that file may export, where it is told without the tree. */
  outline?(path: string): ExportOutline | null
}

/** One look at the files of a disk: what has been loaded stays what it is. */
export class FilesAround implements SourceFiles {
  readonly #loaded: FileReader
  readonly #byPath = new Map<string, Parsed | null>()
  readonly #byTree = new WeakMap<Parsed['ast'], Parsed>()
  readonly #outlines = new Map<string, ExportOutline | null>()
  readonly #resolved = new Map<string, string | null>()
  #size = 0
  /** What is known of the types in all of them; null without types. */
  readonly types: TypeSource | null

  constructor(loaded: FileReader, types: TypeSource | null) {
    this.#loaded = loaded
    this.types = types
  }

  /** Characters of all files that were looked at, whose trees it keeps. */
  get size(): number {
    return this.#size
  }

  load(specifier: string, importer: string): Parsed | null {
    const path = this.#resolve(specifier, importer)
    return path === null ? null : this.at(path)
  }

  outline(specifier: string, importer: string): ExportOutline | null {
    const path = this.#resolve(specifier, importer)
    if (path === null) return null
    let outline = this.#outlines.get(path)
    if (outline === undefined) this.#outlines.set(path, (outline = this.#outlineOf(path)))
    return outline
  }

  #outlineOf(path: string): ExportOutline | null {
    if (!this.#byPath.has(path) && this.#loaded.outline) return this.#loaded.outline(path)
    const parsed = this.at(path)
    return parsed && exportOutlineOf(parsed)
  }

  #resolve(specifier: string, importer: string): string | null {
    const key = `${specifier}\n${importer}`
    let path = this.#resolved.get(key)
    if (path === undefined) this.#resolved.set(key, (path = this.#loaded.resolver.resolve(specifier, importer)))
    return path
  }

  /** The file at an absolute path; null where it cannot be read or does not parse. */
  at(path: string): Parsed | null {
    const known = this.#byPath.get(path)
    if (known !== undefined) return known
    const parsed = this.#loaded.read(path)
    if (parsed) return this.join(parsed)
    this.#byPath.set(path, null)
    return null
  }

  ownerOf(program: Parsed['ast']): Parsed | null {
    return this.#byTree.get(program) ?? null
  }

  /** Takes a file in, in place of what is at its path on disk. */
  join(parsed: Parsed): Parsed {
    const { filename, text, ast, visitorKeys } = parsed
    const joined: Parsed = {
      filename,
      text,
      ast,
      visitorKeys,
      files: this,
      ...(this.types && { types: this.types }),
      // Worked out where they are asked for.
      get scopes() {
        return parsed.scopes
      },
    }
    this.#byPath.set(parsed.filename, joined)
    this.#outlines.delete(parsed.filename)
    this.#byTree.set(parsed.ast, joined)
    this.#size += parsed.text.length
    return joined
  }
}
