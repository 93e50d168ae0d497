import { readFileSync, statSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import type { Parsed } from '../parsed.ts'
import { parseText } from '../parse-text.ts'
import { ModuleResolver } from './module-resolver.ts'

/** Larger files are bundles or data, not written by hand. */
const LARGEST_TEXT = 500_000
/**
 * Characters of source whose trees are kept. A tree, with its scopes and the summaries of its functions, takes some
 * hundred times as much memory, in each thread; in code that calls far and wide, several hundred times.
 */
export const MOST_TEXT = 700_000
/** As long as more bytes of heap are in use than this, fewer trees are kept. */
const MUCH_HEAP = 400 * 2 ** 20
const TEXT_WHEN_FULL = 200_000

interface Loaded {
  readonly stamp: string
  readonly size: number
  readonly parsed: Parsed | null
}

/** Source files read from disk, each parsed once while it stays what it is; the last ones asked for are kept. */
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
    this.#forget(path)
    const isSame = known?.stamp === stamp
    this.#byPath.set(path, isSame ? known : { stamp, size: stats.size, parsed: parseFile(path) })
    this.#size += stats.size
    const most = getHeapStatistics().used_heap_size > MUCH_HEAP ? TEXT_WHEN_FULL : MOST_TEXT
    for (const oldest of this.#byPath.keys()) {
      if (this.#size <= most || oldest === path) break
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
