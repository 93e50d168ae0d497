import type { SourceFile } from './source-files.ts'
import { readSourceFiles } from './source-files.ts'

/** A block of code in a page: ```` ```js wrong strict ````. */
export interface Fence {
  readonly path: string
  readonly language: string
  /** The words after the language, which say what a test does with the block. */
  readonly words: readonly string[]
  readonly code: string
  /** The last line of text before the block. */
  readonly before: string
}

/** Pages that people read: not those of packages, and not the ones that test data is made of. */
export const PAGES = ['*.md', 'docs/**/*.md', 'bench/*.md', 'examples/**/*.md', '!**/node_modules/**']

export function fencesOf({ path, text }: SourceFile): Fence[] {
  const fences: Fence[] = []
  let before = ''
  let open: { mark: string; indent: string; info: string; lines: string[] } | null = null
  for (const line of text.split('\n')) {
    const [, indent = '', mark, info = ''] = /^( *)(`{3,})(.*)$/.exec(line) ?? []
    if (open && mark === open.mark && info === '') {
      const [language = '', ...words] = open.info.split(' ')
      fences.push({ path, language, words, code: open.lines.map((each) => `${each}\n`).join(''), before })
      open = null
    } else if (open) open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
    else if (mark) open = { mark, indent, info, lines: [] }
    else if (line !== '') before = line
  }
  return fences
}

export function fencesIn(patterns: readonly string[]): Fence[] {
  return readSourceFiles(patterns).flatMap(fencesOf)
}
