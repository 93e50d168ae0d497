import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import ts from 'typescript'

/** A file of the project, by its path from the top with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export function readSourceFiles(patterns: readonly string[]): SourceFile[] {
  return globSync([...patterns], { cwd: ROOT })
    .sort()
    .map((path) => ({ path, text: readFileSync(posix.join(ROOT, path), 'utf8') }))
}

/** What a file imports, types included: paths from the top for relative imports, else names without `node:`. */
export function importsOf({ path, text }: SourceFile): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? posix.join(posix.dirname(path), fileName) : fileName.replace(/^node:/, ''),
    )
}
