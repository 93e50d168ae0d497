import { spawnSync } from 'node:child_process'
import { join, posix } from 'node:path'
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
  return output?.split('\0').filter((name) => name !== '') ?? null
}

/** What git prints; null when it fails or is not there. */
function git(directory: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync('git', ['-C', directory, ...args], {
    // A hook that runs this command has them set for its own repository.
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout : null
}
