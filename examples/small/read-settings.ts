// Collect: the awaited values are gathered in order, and each turn only reads.

import { readFile } from 'node:fs/promises'

export async function readSettings(paths: string[]): Promise<unknown[]> {
  const settings: unknown[] = []
  for (const path of paths) {
    settings.push(JSON.parse(await readFile(path, 'utf8')))
  }
  return settings
}
