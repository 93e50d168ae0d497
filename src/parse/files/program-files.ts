import { parseText } from '../parse-text.ts'
import type { Parsed } from '../parsed.ts'
import { FilesAround } from './files-around.ts'
import type { ImportIndex } from './import-index.ts'
import { indexImports, resolveModule } from './import-index.ts'
import { LoadedFiles, MOST_TEXT } from './loaded-files.ts'
import { ManifestsAbove } from './manifests-above.ts'

/** The texts of a whole program, as they are on disk or would be after changes. */
export class ProgramFiles {
  readonly #texts: ReadonlyMap<string, string>
  readonly #embedding: ReadonlyMap<string, string>
  readonly #loaded: LoadedFiles
  readonly manifests: ManifestsAbove
  #index: ImportIndex | null = null
  #around: FilesAround | null = null

  /**
   * @param texts of the source files, by absolute path
   * @param embedding of files in other languages that may import some of those: components, pages
   * @param like a program of the same files, but for their texts
   */
  constructor(
    texts: ReadonlyMap<string, string>,
    embedding: ReadonlyMap<string, string>,
    like: ProgramFiles | null = null,
  ) {
    this.#texts = texts
    this.#embedding = embedding
    this.#loaded = like ? like.#loaded : new LoadedFiles()
    this.manifests = like?.manifests ?? new ManifestsAbove()
    this.#index = like ? like.#index : null
  }

  /** The program with other texts in place of some; what imports what must be as it was. */
  with(changed: ReadonlyMap<string, string>): ProgramFiles {
    return new ProgramFiles(new Map([...this.#texts, ...changed]), this.#embedding, this)
  }

  textAt(path: string): string | null {
    return this.#texts.get(path) ?? this.#embedding.get(path) ?? null
  }

  /** What was parsed before may be let go of: trees of two looks must not be mixed. */
  beginLook(): void {
    if ((this.#around?.size ?? 0) > MOST_TEXT) this.#around = null
  }

  /** Null where it is no source of the program, or does not parse. */
  fileAt(path: string): Parsed | null {
    if (!this.#texts.has(path)) return null
    this.#around ??= new FilesAround({ resolver: this.#loaded.resolver, read: (one) => this.#read(one) }, null)
    return this.#around.at(path)
  }

  /** Whether declarations are written beside the file: `a.d.ts` beside `a.js`. */
  hasDeclarations(path: string): boolean {
    return this.#loaded.resolver.hasDeclarations(path)
  }

  /** What the specifier in a file means. */
  resolve(specifier: string, importer: string): string | null {
    return resolveModule(specifier, importer, this.#loaded.resolver)
  }

  get imports(): ImportIndex {
    this.#index ??= indexImports(new Map([...this.#texts, ...this.#embedding]), this.#loaded.resolver, this.manifests)
    return this.#index
  }

  #read(path: string): Parsed | null {
    const text = this.#texts.get(path)
    if (text === undefined) return this.#loaded.read(path)
    try {
      return parseText(text, path)
    } catch {
      return null
    }
  }
}
