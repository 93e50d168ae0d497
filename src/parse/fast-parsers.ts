import { createRequire } from 'node:module'
import type * as Parser from '@typescript-eslint/parser'
import { nestsDeeply } from './nests-deeply.ts'
import { parseWithOxc } from './parse-with-oxc.ts'
import { parseWithTypescript } from './parse-with-typescript.ts'
import type { Parsed } from './parsed.ts'

let parser: typeof Parser | null = null

/**
 * Parses with the fast parser. What it does not take goes to the one of TypeScript, which is loaded only then; that one
 * has the last word on what is a program, and says why not.
 */
export function parseProgram(text: string, filename: string): Parsed {
  // A parser that is no JavaScript has a stack of its own, and takes the process along when it is used up.
  const parsed = nestsDeeply(text) ? null : parseWithOxc(text, filename)
  if (parsed) return parsed
  parser ??= createRequire(import.meta.url)('@typescript-eslint/parser') as typeof Parser
  return parseWithTypescript(text, filename, parser)
}
