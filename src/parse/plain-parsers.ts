import * as parser from '@typescript-eslint/parser'
import { parseWithTypescript } from './parse-with-typescript.ts'
import type { Parsed } from './parsed.ts'

/**
 * Parses where this package is loaded with `require`, as by jscodeshift when it compiles everything with Babel: the
 * fast parser cannot be loaded so.
 */
export function parseProgram(text: string, filename: string): Parsed {
  return parseWithTypescript(text, filename, parser)
}
