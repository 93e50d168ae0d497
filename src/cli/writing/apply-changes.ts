import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type FileProblem, FileProblemError, toFileProblem } from '../file-problem.ts'
import { readSource } from '../read-source.ts'
import { isTemporaryName, writeSource } from './write-source.ts'
import type { Change } from './change.ts'
import { takenOut } from './taken-out.ts'

export interface FailedChange {
  readonly path: string
  readonly problem: FileProblem
}

/**
 * Writes what is not written yet; a file that is neither as before nor as after is somebody else's and left alone.
 *
 * @param isStopped is asked between two files; the rest is left then
 */
export async function writeForward(
  changes: readonly Change[],
  directory: string,
  isStopped = () => false,
): Promise<readonly FailedChange[]> {
  return each(changes, isStopped, ({ absolute, before, after }) => {
    if (readSource(absolute).text !== after) writeSource(absolute, before, after, directory)
  })
}

/**
 * Takes back what was written; of a file that somebody changed since, only what the run had written.
 *
 * @param isOwn tells texts that the run wrote on its way, besides the last one
 */
export async function writeBack(
  changes: readonly Change[],
  directory: string,
  isOwn: (text: string) => boolean = () => false,
): Promise<readonly FailedChange[]> {
  return each(changes, () => false, (change) => {
    const { text } = readSource(change.absolute)
    const restored = text === change.after || isOwn(text) ? change.before : takenOut(text, change)
    if (restored === null) throw new FileProblemError('is left as it is: it was changed since, where fix had changed it')
    if (restored !== text) writeSource(change.absolute, text, restored, directory)
  })
}

/** Removes what a process that was killed while it wrote has left beside the files. */
export function removeLeftovers(changes: readonly Change[]): void {
  for (const folder of new Set(changes.map(({ absolute }) => dirname(absolute)))) {
    for (const name of namesIn(folder)) if (isTemporaryName(name)) rmSync(join(folder, name), { force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

async function each(
  changes: readonly Change[],
  isStopped: () => boolean,
  write: (change: Change) => void,
): Promise<readonly FailedChange[]> {
  const failed: FailedChange[] = []
  for (const change of changes) {
    // Lets a signal be heard between two files.
    await setImmediate()
    if (isStopped()) break
    try {
      write(change)
    } catch (error) {
      failed.push({ path: change.path, problem: toFileProblem(error) })
    }
  }
  return failed
}
