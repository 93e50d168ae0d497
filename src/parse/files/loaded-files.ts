import { readFileSync, statSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import type { ExportOutline, Parsed } from '../parsed.ts'
import { parseText } from '../parse-text.ts'
import { exportOutlineOf } from './export-outline.ts'
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

/** Outlines are small, and one entry file may ask for those of a whole package; so many are kept. */
const MOST_OUTLINES = 20_000

interface Outlined {
  readonly stamp: string
  readonly outline: ExportOutline | null
}

interface Loaded {
  readonly stamp: string
  readonly size: number
  readonly parsed: Parsed | null
}

/** Source files read from disk, each parsed once while it stays what it is; the last ones asked for are kept. */
export class LoadedFiles {
  readonly resolver = new ModuleResolver()
  readonly #byPath = new Map<string, Loaded>()
  readonly #outlines = new Map<string, Outlined>()
  #size = 0

  /** The parsed file; null where it cannot be read, does not parse, or is too large. */
  read(path: string): Parsed | null {
    const found = stampOf(path)
    return found && this.#readAs(found, path)
  }

  /** What the file may export, also after its tree has been let go of; null where there is no tree of it. */
  outline(path: string): ExportOutline | null {
    const found = stampOf(path)
    if (!found) return null
    const known = this.#outlines.get(path)
    if (known?.stamp === found.stamp) return known.outline
    this.#readAs(found, path)
    return this.#outlines.get(path)?.outline ?? null
  }

  #readAs({ stamp, size }: Stamp, path: string): Parsed | null {
    const known = this.#byPath.get(path)
    this.#forget(path)
    const isSame = known?.stamp === stamp
    const loaded = isSame ? known : { stamp, size, parsed: parseFile(path) }
    this.#byPath.set(path, loaded)
    this.#size += size
    if (this.#outlines.get(path)?.stamp !== stamp) this.#outline(loaded, path)
    const most = getHeapStatistics().used_heap_size > MUCH_HEAP ? TEXT_WHEN_FULL : MOST_TEXT
    for (const oldest of this.#byPath.keys()) {
      if (this.#size <= most || oldest === path) break
      this.#forget(oldest)
    }
    return loaded.parsed
  }

  #outline({ stamp, parsed }: Loaded, path: string): void {
    if (this.#outlines.size >= MOST_OUTLINES) this.#outlines.clear()
    this.#outlines.set(path, { stamp, outline: parsed && exportOutlineOf(parsed) })
  }

  #forget(path: string): void {
    this.#size -= this.#byPath.get(path)?.size ?? 0
    this.#byPath.delete(path)
  }
}

type Stamp = Pick<Loaded, 'stamp' | 'size'>

/** What changes with the file; null where it is none that is read. */
function stampOf(path: string): Stamp | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile() || stats.size > LARGEST_TEXT) return null
  return { stamp: `${stats.mtimeMs} ${stats.size} ${stats.ino}`, size: stats.size }
}

function parseFile(path: string): Parsed | null {
  try {
    return parseText(readFileSync(path, 'utf8'), path)
  } catch {
    return null
  }
}
