import { parseText } from '../parse-text.ts'
import type { Parsed } from '../parsed.ts'
import { parseAmongFiles } from './parse-among-files.ts'

/**
 * Parses one source text, among the files on disk where callees in other files are to be read.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript
 */
export function parseSource(text: string, filename: string, { crossFile }: { readonly crossFile: boolean }): Parsed {
  return crossFile ? parseAmongFiles(text, filename) : parseText(text, filename)
}
