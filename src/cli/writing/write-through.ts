import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs'

/** Writes a file of our own, and comes back when it is on the disk. */
export function writeThrough(path: string, text: string): void {
  const descriptor = openSync(path, 'w')
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
