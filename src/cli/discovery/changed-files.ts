import { realpathSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { ArgumentError } from '../../options-from-arguments.ts'
import type { FoundFile } from './find-files.ts'
import { git, zeroEnded } from './git.ts'

/** Which files a run is narrowed to: those in git's index, or those that differ from where a branch began. */
export type Changed = { readonly kind: 'staged' } | { readonly kind: 'since'; readonly ref: string }

/**
 * Those of the files that git calls changed; all of them when none is asked for.
 *
 * @throws ArgumentError outside a repository, and where the reference is none.
 */
export function onlyChanged(
  files: readonly FoundFile[],
  changed: Changed | null,
  directory: string,
): readonly FoundFile[] {
  if (changed === null) return files
  const top = git(directory, ['rev-parse', '--show-toplevel'])?.replace(/\n$/, '')
  if (top === undefined) throw new ArgumentError(`--${changed.kind} works inside a git repository`)
  const names = changed.kind === 'staged' ? stagedNames(top) : namesSince(changed.ref, top)
  const paths = new Set(names.map((name) => resolve(top, name)))
  return files.filter(({ absolute }) => paths.has(absolute) || paths.has(realPath(absolute)))
}

function stagedNames(top: string): readonly string[] {
  return zeroEnded(git(top, ['diff', '--cached', '--name-only', '-z', '--diff-filter=d'], hookIndex(top)) ?? '')
}

/** The index that `git commit -a` makes for its hooks is not the one of the repository. */
export function hookIndex(top: string): string | undefined {
  const given = process.env['GIT_INDEX_FILE']
  const folder = git(top, ['rev-parse', '--absolute-git-dir'])?.replace(/\n$/, '')
  if (given === undefined || folder === undefined) return undefined
  const index = resolve(given)
  const way = relative(folder, index)
  return way.startsWith('..') || isAbsolute(way) ? undefined : index
}

/** What the branch, the index and the disk changed, and what git does not know yet. */
function namesSince(ref: string, top: string): readonly string[] {
  const commit = git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])?.trim()
  if (commit === undefined) throw new ArgumentError(`--since ${ref}: git knows no such commit or branch`)
  const base = git(top, ['merge-base', commit, 'HEAD'])?.trim() ?? commit
  return [
    ...zeroEnded(git(top, ['diff', '--name-only', '-z', '--diff-filter=d', base]) ?? ''),
    ...zeroEnded(git(top, ['ls-files', '-z', '--others', '--exclude-standard', '--full-name']) ?? ''),
  ]
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
