import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface GuardRun {
  readonly passed: boolean
  /** How it ended and what it said last. */
  readonly words: string
}

const MOST = 1_000_000
const LINES = 8

/** Runs the command that decides, in a shell as npm would. */
export async function runGuard(command: string, directory: string): Promise<GuardRun> {
  const child = spawn(command, { cwd: directory, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => void (said = (said + part).slice(-MOST)))
  }
  // A terminal tells the whole group of Ctrl-C; other signals come to this process alone.
  const forward = () => void child.kill('SIGTERM')
  process.on('SIGTERM', forward)
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  process.off('SIGTERM', forward)
  const end = code === null ? `was ended by ${signal}` : `exited with ${code}`
  const lines = said.split(/\r?\n/).map((line) => line.trimEnd()).filter((line) => line !== '')
  return { passed: code === 0, words: [end, ...lines.slice(-LINES)].join('\n') }
}
