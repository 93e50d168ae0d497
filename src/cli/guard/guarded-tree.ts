import type { FixInvocation } from '../arguments.ts'
import type { RewrittenFile } from '../rewritten-file.ts'
import type { RewrittenFiles } from '../work/rewrite-files.ts'
import type { Change } from '../writing/change.ts'
import type { JournalPlace } from '../writing/journal-place.ts'
import { noteTried } from '../writing/journal.ts'
import { writeSource } from '../writing/write-source.ts'
import { filesWith, textWith, type Unit } from './units.ts'

/** The files of a guarded run, which become one set of changes after the other. */
export class GuardedTree {
  /** Those that any of the changes touches. */
  readonly #files: readonly RewrittenFile[]
  readonly #all: RewrittenFiles
  readonly #invocation: FixInvocation
  readonly #directory: string
  readonly #known = new Map<string, string>()
  readonly #started = new Map<string, Promise<ReadonlyMap<string, RewrittenFile>>>()
  readonly #now: Map<string, string>
  readonly #written = new Set<string>()

  constructor(files: readonly RewrittenFile[], all: RewrittenFiles, invocation: FixInvocation, directory: string) {
    this.#files = files
    this.#all = all
    this.#invocation = invocation
    this.#directory = directory
    this.#now = new Map(files.map(({ absolute, text }) => [absolute, text]))
  }

  /** What these changes make of the files. */
  async changesFor(units: readonly Unit[]): Promise<readonly Change[]> {
    const changes: Change[] = []
    // sequential: making a text is work for the processor alone
    for (const file of this.#files) {
      const { path, absolute, text: before } = file
      const after = await this.#textFor(file, units)
      if (after !== before) changes.push({ path, absolute, before, after })
    }
    return changes
  }

  /** Writes what differs from now; each new text is put down first. */
  async become(units: readonly Unit[], place: JournalPlace): Promise<void> {
    for (const file of this.#files) {
      const now = this.#now.get(file.absolute)!
      const text = await this.#textFor(file, units)
      if (text === now) continue
      noteTried(place, text)
      this.#written.add(text)
      writeSource(file.absolute, now, text, this.#directory)
      this.#now.set(file.absolute, text)
    }
  }

  /** Whether a text is one that this run wrote. */
  hasWritten(text: string): boolean {
    return this.#written.has(text)
  }

  async #textFor(file: RewrittenFile, units: readonly Unit[]): Promise<string> {
    const ids = units.filter(({ absolute }) => absolute === file.absolute).map(({ id }) => id)
    const wide = units.filter(({ absolute }) => absolute === null).map(({ id }) => id)
    const key = JSON.stringify([file.absolute, wide, ids.toSorted()])
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const started = (await this.#startedWith(wide)).get(file.absolute)
    const text = started ? await textWith(new Set(ids), started, this.#invocation) : file.text
    this.#known.set(key, text)
    return text
  }

  /** The files after these of the changes of several files, by their paths. */
  #startedWith(ids: readonly string[]): Promise<ReadonlyMap<string, RewrittenFile>> {
    const key = JSON.stringify(ids)
    const known = this.#started.get(key)
    if (known) return known
    const { across, rewritten } = this.#all
    const started = filesWith(across, rewritten, this.#invocation, this.#directory, ({ id }) => ids.includes(id)).then(
      (files) => new Map(files.map((file) => [file.absolute, file])),
    )
    this.#started.set(key, started)
    return started
  }
}
