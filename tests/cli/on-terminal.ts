import { join } from 'node:path'
import { MAIN, run } from './scratch.ts'

/** Python's module for terminals, without which these tests cannot be. */
export const hasTerminal = run('.', 'python3', ['-c', 'import pty']).status === 0

export interface TerminalRun {
  readonly status: number | null
  /** All that was shown, control characters included. */
  readonly shown: string
}

/**
 * Runs the built command on a terminal of its own.
 *
 * @param replies what is typed, each when what the pattern before it matches is shown anew
 */
export function onTerminal(
  directory: string,
  args: readonly string[],
  replies: readonly (readonly [pattern: string, keys: string])[] = [],
  env: Readonly<Record<string, string>> = {},
): TerminalRun {
  const script = join(import.meta.dirname, 'on-terminal.py')
  const setting = JSON.stringify({ command: [process.execPath, MAIN, ...args], replies, env })
  const { status, stdout, stderr } = run(directory, 'python3', [script], setting)
  if (stderr !== '') throw new Error(stderr)
  return { status, shown: stdout }
}
