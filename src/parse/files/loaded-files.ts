import { readFileSync, statSync } from 'node:fs'
import type { Parsed } from '../parsed.ts'
import { parseText } from '../parse-text.ts'
import { ModuleResolver } from './module-resolver.ts'

/** Larger files are bundles or data, not written by hand. */
const LARGEST_TEXT = 500_000
/**
 * Characters of source whose trees are kept. A tree, with its scopes and the summaries of its functions, takes some
 * hundred times as much memory, in each thread, and is seldom asked for again after so many others.
 */
export const MOST_TEXT = 300_000

interface Loaded {
  readonly stamp: string
  readonly size: number
  readonly parsed: Parsed | null
}

/** Source files read from disk, each parsed once as long as it stays what it is; the oldest are let go of. */
export class LoadedFiles {
  readonly resolver = new ModuleResolver()
  readonly #byPath = new Map<string, Loaded>()
  #size = 0

  /** The parsed file; null where it cannot be read, does not parse, or is too large. */
  read(path: string): Parsed | null {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats?.isFile() || stats.size > LARGEST_TEXT) return null
    const stamp = `${stats.mtimeMs} ${stats.size} ${stats.ino}`
    const known = this.#byPath.get(path)
    if (known?.stamp === stamp) return known.parsed
    this.#forget(path)
    this.#byPath.set(path, { stamp, size: stats.size, parsed: parseFile(path) })
    this.#size += stats.size
    for (const oldest of this.#byPath.keys()) {
      if (this.#size <= MOST_TEXT || oldest === path) break
      this.#forget(oldest)
    }
    return this.#byPath.get(path)!.parsed
  }

  #forget(path: string): void {
    this.#size -= this.#byPath.get(path)?.size ?? 0
    this.#byPath.delete(path)
  }
}

function parseFile(path: string): Parsed | null {
  try {
    return parseText(readFileSync(path, 'utf8'), path)
  } catch {
    return null
  }
}
