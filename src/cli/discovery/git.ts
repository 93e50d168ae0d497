import { spawnSync } from 'node:child_process'

/** What git prints when run in a directory; null when it fails or is not there. */
export function git(directory: string, args: readonly string[], index?: string): string | null {
  // A repository that came as an archive may name a program there, which git would run.
  const { status, stdout } = spawnSync('git', ['-C', directory, '-c', 'core.fsmonitor=false', ...args], {
    // A hook that runs this command has them set for its own repository.
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: index },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return status === 0 ? stdout : null
}

/** Entries of output that a zero byte ends. */
export function zeroEnded(output: string): readonly string[] {
  return output.split('\0').filter((entry) => entry !== '')
}
