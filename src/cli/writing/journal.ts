import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { displayPath } from '../display-path.ts'
import { systemProblem } from '../file-problem.ts'
import type { Change } from './change.ts'
import { JournalError } from './journal-error.ts'
import type { JournalPlace } from './journal-place.ts'
import { writeThrough } from './write-through.ts'

/** What a run set out to write. */
export interface Journal {
  /** Working directory of that run. */
  readonly directory: string
  readonly changes: readonly Change[]
}

const OPEN = 'unfinished.jsonl'
const LAST = 'finished.jsonl'
const TRIED = 'tried.txt'

/**
 * Puts down every text before and after, on the disk before any file is touched: a run that dies can then be
 * completed or undone.
 *
 * @throws JournalError when it cannot, or when there is one already.
 */
export function openJournal(place: JournalPlace, { directory, changes }: Journal): void {
  const path = join(place.folder, OPEN)
  const temporary = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(place.folder, { recursive: true })
    writeThrough(temporary, toText(place.base, directory, changes))
    linkSync(temporary, path)
    syncFolder(place.folder)
  } catch (error) {
    rmSync(temporary, { force: true })
    removeIfEmpty(place.folder)
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new JournalError(unfinishedWords(place))
    throw new JournalError(`nothing is written, as its journal ${displayPath(path, directory)} ${systemProblem('written', error).message}`)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** What to do about a run that did not come to its end; of a guarded one it is not known what may stay. */
export function unfinishedWords(place: JournalPlace): string {
  const undo = 'interleave fix --undo takes it back'
  return triedTexts(place) === null
    ? `a run of fix --write did not come to its end: interleave fix --resume completes it, ${undo}`
    : `a run of fix --guard did not come to its end: ${undo}`
}

/** The journal of a run that did not come to its end; null where there is none. */
export function unfinishedJournal(place: JournalPlace, directory: string): Journal | null {
  return readJournal(join(place.folder, OPEN), place.base, directory)
}

/** The journal of the last run that came to its end, where it was kept. */
export function finishedJournal(place: JournalPlace, directory: string): Journal | null {
  return readJournal(join(place.folder, LAST), place.base, directory)
}

/** Says that all is written, and what that was in the end. */
export function closeGuarded(place: JournalPlace, { directory, changes }: Journal): void {
  if (place.isKept && changes.length > 0) writeThrough(join(place.folder, LAST), toText(place.base, directory, changes))
  dropUnfinished(place)
}

/** Puts down a text that a guarded run is about to try, so that it is known for its own. */
export function noteTried({ folder }: JournalPlace, text: string): void {
  const descriptor = openSync(join(folder, TRIED), 'a')
  try {
    appendFileSync(descriptor, `${digest(text)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Tells the texts that an unfinished guarded run has tried; null where it was no guarded one. */
export function triedTexts({ folder }: JournalPlace): ((text: string) => boolean) | null {
  try {
    const tried = new Set(readFileSync(join(folder, TRIED), 'utf8').split('\n'))
    return (text) => tried.has(digest(text))
  } catch {
    return null
  }
}

/** Says that all is written. */
export function closeJournal(place: JournalPlace): void {
  if (!place.isKept) return dropUnfinished(place)
  renameSync(join(place.folder, OPEN), join(place.folder, LAST))
  syncFolder(place.folder)
}

/** Says that what the unfinished run wrote is taken back. */
export function dropUnfinished({ folder }: JournalPlace): void {
  rmSync(join(folder, OPEN), { force: true })
  rmSync(join(folder, TRIED), { force: true })
  removeIfEmpty(folder)
}

/** Says that what the last run wrote is taken back. */
export function dropFinished({ folder }: JournalPlace): void {
  rmSync(join(folder, LAST), { force: true })
  removeIfEmpty(folder)
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something else is in it.
  }
}

function toText(base: string, directory: string, changes: readonly Change[]): string {
  const from = (path: string) => relative(base, path)
  const lines = [
    { interleave: 1, directory: from(directory) },
    ...changes.map(({ absolute, before, after }) => ({ path: from(absolute), before, after })),
  ]
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  return `${text}${JSON.stringify({ files: changes.length, sha256: digest(text) })}\n`
}

function readJournal(path: string, base: string, directory: string): Journal | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new JournalError(`${path} ${systemProblem('read', error).message}`)
  }
  const end = text.lastIndexOf('\n', text.length - 2) + 1
  if (!isWhole(text.slice(0, end), text.slice(end))) {
    throw new JournalError(`the journal ${path} is damaged: look at what git diff says, then delete it`)
  }
  const [head, ...lines] = text.slice(0, end).trimEnd().split('\n').map((line) => JSON.parse(line) as Line)
  const changes = lines.map(({ path: name, before, after }) => {
    const absolute = resolve(base, name)
    return { path: displayPath(absolute, directory), absolute, before, after }
  })
  return { directory: resolve(base, head!.directory), changes }
}

interface Line {
  readonly directory: string
  readonly path: string
  readonly before: string
  readonly after: string
}

function isWhole(text: string, end: string): boolean {
  try {
    return (JSON.parse(end) as { sha256?: unknown }).sha256 === digest(text)
  } catch {
    return false
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // Not every system lets a folder be opened; there its entries are its own care.
  }
}
