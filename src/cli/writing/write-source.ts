import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { FileProblemError, systemProblem } from '../file-problem.ts'
import { readSource } from '../read-source.ts'

/**
 * Puts a new text in the place of the one that was read, whole or not at all; mode, owner and byte-order mark stay.
 * A symbolic link is written through, but only to a target inside `directory`.
 *
 * @throws FileProblemError when it cannot be written, or does not hold `before` any more; it is untouched then.
 */
export function writeSource(path: string, before: string, after: string, directory: string): void {
  try {
    const target = realTarget(path, directory)
    const stats = statSync(target)
    if ((stats.mode & 0o222) === 0) throw new FileProblemError('cannot be written: it is read-only')
    const { text, hasMark } = readSource(target)
    if (text !== before) throw new FileProblemError('is not written: it changed in the meantime; run again')
    replace(target, (hasMark ? '\uFEFF' : '') + after, stats)
  } catch (error) {
    throw error instanceof FileProblemError ? error : systemProblem('written', error)
  }
}

/** Whether a file name is one that a write uses until the new text is whole. */
export function isTemporaryName(name: string): boolean {
  return /^\.interleave-[0-9a-f]{12}\.tmp$/.test(name)
}

function realTarget(path: string, directory: string): string {
  const target = realpathSync(path)
  const isLink = lstatSync(path).isSymbolicLink() || isInside(resolve(path), resolve(directory))
  if (isLink && !isInside(target, realpathSync(directory))) {
    throw new FileProblemError('is not written: a symbolic link leads to a file outside the working directory')
  }
  return target
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

// Written here because write-file-atomic 7 renames a file that a full disk cut short over the good one.
function replace(path: string, text: string, { mode, uid, gid }: Stats): void {
  const temporary = join(dirname(path), `.interleave-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const descriptor = openSync(temporary, 'wx', mode)
    try {
      writeFileSync(descriptor, text)
      keepOwner(descriptor, uid, gid)
      fchmodSync(descriptor, mode & 0o7777)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid)
  } catch (error) {
    // Only root may give a file away; for others the new file is their own, as with every editor.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
  }
}
