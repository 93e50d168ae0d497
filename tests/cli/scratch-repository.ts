import { run, scratch } from './scratch.ts'

/** A scratch directory under version control, with these files committed. */
export function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = scratch(files)
  git(directory, 'init', '-q', '-b', 'main')
  commit(directory)
  return directory
}

export function commit(directory: string): void {
  git(directory, 'add', '-A')
  git(directory, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'Change')
}

/** What git prints. */
export function git(directory: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = run(directory, 'git', args)
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}
