import { posix } from 'node:path'
import type { SourceFile } from './source-files.ts'

/** `name: not in list` for each name that is in one of the lists, but not in all. */
export function missingFrom(lists: Readonly<Record<string, readonly string[]>>): string[] {
  const names = [...new Set(Object.values(lists).flat())]
  return names.flatMap((name) =>
    Object.entries(lists)
      .filter(([, list]) => !list.includes(name))
      .map(([title]) => `${name}: not in ${title}`),
  )
}

/** Names of files without folder and extension. */
export function namesIn(files: readonly SourceFile[]): string[] {
  return files.map(({ path }) => posix.parse(path).name)
}
