import { parseProgram } from '#parsers'
import type { Parsed } from './parsed.ts'

/**
 * Parses one source text; the file's extension decides on JSX and modules.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript (Flow is neither).
 */
export function parseText(source: string, filename: string): Parsed {
  return parseProgram(source.startsWith('\uFEFF') ? source.slice(1) : source, filename)
}
