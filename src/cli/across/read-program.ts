import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { ProgramFiles } from '../../parse/files/program-files.ts'
import { findFiles } from '../discovery/find-files.ts'
import { git } from '../discovery/git.ts'
import { readSource } from '../read-source.ts'

/** Larger files are bundles; what they import counts, but they are not parsed. Characters. */
const LARGEST = 500_000

/** Files in other languages that import sources. */
const EMBEDDING = '**/*.{vue,svelte,astro,mdx,html,marko,riot,d.ts,d.mts,d.cts}'

/** All of the repository around a directory, or of the packages, whichever part of it a run is about. */
export function readProgram(directory: string): ProgramFiles {
  const root = git(directory, ['rev-parse', '--show-toplevel'])?.replace(/\n$/, '') ?? outermostPackage(directory)
  const texts = new Map<string, string>()
  const embedding = new Map<string, string>()
  for (const { absolute } of findFiles([root], directory)) {
    const text = sourceText(absolute)
    if (text !== null && text.length <= LARGEST) texts.set(absolute, text)
    else embedding.set(absolute, text ?? anyText(absolute))
  }
  const others = globSync(EMBEDDING, { cwd: root, absolute: true, ignore: ['**/node_modules/**'], followSymbolicLinks: false })
  for (const path of others) embedding.set(path, anyText(path))
  return new ProgramFiles(texts, embedding)
}

/** The outermost folder with a manifest; the directory itself where there is none. */
function outermostPackage(directory: string): string {
  let root = directory
  for (let folder = directory, above = ''; folder !== above; above = folder, folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) root = folder
  }
  return root
}

function sourceText(path: string): string | null {
  try {
    return readSource(path).text
  } catch {
    return null
  }
}

/** Enough to see what it names, whatever its encoding. */
function anyText(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
