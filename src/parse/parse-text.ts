import { extname } from 'node:path'
import * as parser from '@typescript-eslint/parser'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { Parsed } from './parsed.ts'
import { ParseError } from './parsed.ts'
import { setParents } from './set-parents.ts'

/**
 * Parses one source text; the file's extension decides on JSX and modules.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript (Flow is neither).
 */
export function parseText(source: string, filename: string): Parsed {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const extension = extname(filename)
  try {
    const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, {
      comment: true,
      loc: true,
      range: true,
      tokens: true,
      sourceType: extension === '.cjs' || extension === '.cts' ? 'commonjs' : 'module',
      ecmaFeatures: { jsx: !['.ts', '.mts', '.cts'].includes(extension) },
      ecmaVersion: 'latest',
      jsDocParsingMode: 'none',
    })
    setParents(ast, visitorKeys)
    return { filename, text, ast, scopes: scopeManager as ScopeManager, visitorKeys }
  } catch (error) {
    throw toParseError(error)
  }
}

function toParseError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof RangeError) return new ParseError('The code is nested too deeply.', 1, 1)
  const location = (error as { location?: { start: { line: number; column: number } } }).location?.start
  return location ? new ParseError(error.message, location.line, location.column + 1) : error
}
