import { readFileSync, renameSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ArgumentError } from '../../options-from-arguments.ts'
import { displayPath } from '../display-path.ts'
import { systemProblem } from '../file-problem.ts'
import { printablePath } from '../printing/printable.ts'
import { writeThrough } from '../writing/write-through.ts'

/** One finding that is to be left out. */
export interface BaselineEntry {
  readonly rule: string
  readonly absolute: string
  /** The fingerprint: names around it, and the code. */
  readonly within: string
  readonly code: string
}

/**
 * Reads a baseline; null where there is no such file.
 *
 * @throws ArgumentError when it cannot be read, or is none.
 */
export function readBaseline(path: string): readonly BaselineEntry[] | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new ArgumentError(`--baseline ${printablePath(path)}: it ${systemProblem('read', error).message}`)
  }
  const entries = entriesOf(text)
  if (entries === null) {
    throw new ArgumentError(`--baseline ${printablePath(path)}: is no baseline; --update-baseline makes one`)
  }
  return entries.map(({ path: name, ...entry }) => ({ ...entry, absolute: resolve(dirname(path), name) }))
}

/**
 * Writes a baseline, one finding a line, so that two branches can be merged; paths count from its own folder.
 *
 * @throws ArgumentError when it cannot.
 */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
  const folder = dirname(resolve(path))
  const stored = entries.map(({ absolute, rule, within, code }): StoredEntry => {
    return { path: displayPath(absolute, folder), rule, within, code }
  })
  const lines = stored.map((entry) => JSON.stringify(entry)).sort()
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  try {
    writeThrough(`${path}.tmp`, `{\n  "version": 1,\n  "findings": ${list}\n}\n`)
    renameSync(`${path}.tmp`, path)
  } catch (error) {
    throw new ArgumentError(`--baseline ${printablePath(path)}: it ${systemProblem('written', error).message}`)
  }
}

interface StoredEntry {
  readonly path: string
  readonly rule: string
  readonly within: string
  readonly code: string
}

function entriesOf(text: string): readonly StoredEntry[] | null {
  try {
    const { version, findings } = JSON.parse(text) as { version: unknown; findings: unknown }
    return version === 1 && Array.isArray(findings) && findings.every(isEntry) ? findings : null
  } catch {
    return null
  }
}

function isEntry(value: unknown): value is StoredEntry {
  const entry = Object(value) as Record<string, unknown>
  return ['path', 'rule', 'within', 'code'].every((name) => typeof entry[name] === 'string')
}
