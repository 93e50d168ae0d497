import { nestsDeeply } from './nests-deeply.ts'
import { parseWithOxc } from './parse-with-oxc.ts'
import { parseWithTypescript } from './parse-with-typescript.ts'
import type { Parsed } from './parsed.ts'

/**
 * Parses one source text; the file's extension decides on JSX and modules. What the fast parser does not take goes to
 * the one of TypeScript, which has the last word on what is a program, and says why not.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript (Flow is neither).
 */
export function parseText(source: string, filename: string): Parsed {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  // A parser that is no JavaScript has a stack of its own, and takes the process along when it is used up.
  return (nestsDeeply(text) ? null : parseWithOxc(text, filename)) ?? parseWithTypescript(text, filename)
}
