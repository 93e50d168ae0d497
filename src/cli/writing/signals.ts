import { constants } from 'node:os'

const NAMES = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Keeps signals from ending the process, and remembers the first. */
export function heardSignals(): { readonly first: () => NodeJS.Signals | null; readonly stop: () => void } {
  let first: NodeJS.Signals | null = null
  const hear = (signal: NodeJS.Signals) => void (first ??= signal)
  for (const name of NAMES) process.on(name, hear)
  return {
    first: () => first,
    stop: () => {
      for (const name of NAMES) process.off(name, hear)
    },
  }
}

/** What a shell says of a process that a signal ended. */
export function exitCodeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal]
}
