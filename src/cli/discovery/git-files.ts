import { join, posix } from 'node:path'
import { git, zeroEnded } from './git.ts'
import { isOutputDirectory, isSource } from './source-names.ts'

/**
 * The files below a directory that git has or would add, relative to it; sources and nested repositories only.
 * Null where git cannot tell: outside a repository, in an ignored directory, without git.
 */
export function gitFiles(directory: string): readonly string[] | null {
  const isIgnored = git(directory, ['check-ignore', '-q', '.']) !== null
  if (isIgnored) return null
  const tracked = listed(directory, '--cached')
  const others = listed(directory, '--others')
  if (tracked === null || others === null) return null
  return [...new Set([...withoutOutput(directory, tracked, true), ...withoutOutput(directory, others, false)])]
}

function withoutOutput(directory: string, names: readonly string[], isTracked: boolean): readonly string[] {
  const known = new Map<string, boolean>([['.', false]])
  const isOutput = (name: string): boolean => {
    const answer =
      known.get(name) ??
      (isOutput(posix.dirname(name)) ||
        isOutputDirectory(join(directory, name), posix.basename(name), directory, isTracked))
    known.set(name, answer)
    return answer
  }
  return names
    .filter((name) => isSource(name) || mayBeRepository(name))
    .filter((name) => !isOutput(mayBeRepository(name) ? posix.normalize(name).replace(/\/$/, '') : posix.dirname(name)))
}

/** A repository in another is listed as one entry: with a slash at its end, or as a submodule, by its bare name. */
function mayBeRepository(name: string): boolean {
  return name.endsWith('/') || posix.extname(name) === ''
}

function listed(directory: string, kind: '--cached' | '--others'): readonly string[] | null {
  const output = git(directory, ['ls-files', '-z', kind, '--exclude-standard'])
  return output === null ? null : zeroEnded(output)
}
