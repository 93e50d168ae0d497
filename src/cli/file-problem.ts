/** Why a file could not be worked on: one line of words, with the place in it where there is one (from 1). */
export interface FileProblem {
  readonly line: number | null
  readonly column: number | null
  readonly reason: string
}

/** Carries a problem of one file up to where it is listed; the other files go on. */
export class FileProblemError extends Error {
  readonly problem: FileProblem
  constructor(reason: string, line: number | null = null, column: number | null = null) {
    super(reason)
    this.name = 'FileProblemError'
    this.problem = { line, column, reason }
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file any more',
  EACCES: 'permission is denied',
  EPERM: 'the operation is not permitted',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  ELOOP: 'its symbolic links form a circle',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the device failed',
}

/** Says in words why the system refused: `cannot be read: permission is denied`. */
export function systemProblem(what: 'read' | 'written', error: unknown): FileProblemError {
  const { code, message } = error as NodeJS.ErrnoException
  return new FileProblemError(`cannot be ${what}: ${WORDS[code ?? ''] ?? oneLine(message)}`)
}

/** Every problem of a file, those nobody foresaw too. */
export function toFileProblem(error: unknown): FileProblem {
  if (error instanceof FileProblemError) return error.problem
  const place = error as { name?: unknown; line?: unknown; column?: unknown }
  const message = oneLine(error instanceof Error ? error.message : String(error))
  if (place.name === 'ParseError') {
    return { line: place.line as number, column: place.column as number, reason: `does not parse: ${message}` }
  }
  return { line: null, column: null, reason: `internal error: ${message}` }
}

function oneLine(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]/).map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}
