import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { hookIndex } from '../discovery/changed-files.ts'
import { git, zeroEnded } from '../discovery/git.ts'

/**
 * Those of the files that hold changes git could not give back: uncommitted ones, or with `staged` those that are not
 * in the index either. Files outside every repository, and ignored ones, are no business of git.
 */
export function dirtyFiles(paths: readonly string[], staged: boolean): ReadonlySet<string> {
  const dirtyIn = new Map<string, ReadonlySet<string> | null>()
  const tops = new Map<string, string | null>()
  const isDirty = (path: string): boolean => {
    const target = targetOf(path)
    const top = target === null ? null : topOf(dirname(target), tops)
    if (target === null || top === null) return false
    if (!dirtyIn.has(top)) dirtyIn.set(top, dirtyBelow(top, staged))
    // Where git cannot tell, it could not give anything back either.
    return dirtyIn.get(top)?.has(target) ?? true
  }
  return new Set(paths.filter(isDirty))
}

/** Null where the file is gone, which its writing will tell. */
function targetOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

function topOf(folder: string, known: Map<string, string | null>): string | null {
  let top = known.get(folder)
  if (top === undefined) {
    const parent = dirname(folder)
    top = existsSync(join(folder, '.git')) ? folder : parent === folder ? null : topOf(parent, known)
    known.set(folder, top)
  }
  return top
}

/** Null where git cannot tell. */
function dirtyBelow(top: string, staged: boolean): ReadonlySet<string> | null {
  const args = ['--no-optional-locks', 'status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames']
  const output = git(top, args, staged ? hookIndex(top) : undefined)
  if (output === null) return null
  return new Set(zeroEnded(output).filter((entry) => !staged || entry[1] !== ' ').map((entry) => resolve(top, entry.slice(3))))
}
