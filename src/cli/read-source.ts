import { isUtf8 } from 'node:buffer'
import { lstatSync, readFileSync, statSync } from 'node:fs'
import { FileProblemError, systemProblem } from './file-problem.ts'

/** A source file as it is on disk. */
export interface Source {
  /** Without the byte-order mark. */
  readonly text: string
  readonly hasMark: boolean
}

/**
 * Reads a file that must be text in UTF-8.
 *
 * @throws FileProblemError when it is not, or cannot be read.
 */
export function readSource(path: string): Source {
  const bytes = readBytes(path)
  if (isUtf16(bytes)) throw new FileProblemError('is not UTF-8: it begins like UTF-16')
  if (bytes.includes(0)) throw new FileProblemError('is binary: it holds a zero byte')
  if (!isUtf8(bytes)) throw new FileProblemError('is not UTF-8')
  const text = bytes.toString('utf8')
  const hasMark = text.startsWith('\uFEFF')
  return { text: hasMark ? text.slice(1) : text, hasMark }
}

function readBytes(path: string): Buffer {
  try {
    // Opening a pipe would wait for a writer.
    if (!statSync(path).isFile()) throw new FileProblemError('cannot be read: it is no regular file')
    return readFileSync(path)
  } catch (error) {
    if (error instanceof FileProblemError) throw error
    if (isDangling(path)) throw new FileProblemError('cannot be read: its symbolic link leads nowhere')
    throw systemProblem('read', error)
  }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function isDangling(path: string): boolean {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  try {
    return isLink && statSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    return false
  }
}
