import type * as Parser from '@typescript-eslint/parser'
import type { ScopeManager } from '@typescript-eslint/scope-manager'
import type { Parsed } from './parsed.ts'
import { ParseError } from './parsed.ts'
import { setParents } from './set-parents.ts'
import { sourceKindOf } from './source-kind.ts'
import { asParseErrorIfTooDeep, isTooDeep } from './too-deep.ts'

/**
 * Parses with `@typescript-eslint/parser`.
 *
 * @throws ParseError when the text is not a program in JavaScript or TypeScript.
 */
export function parseWithTypescript(text: string, filename: string, parser: typeof Parser): Parsed {
  const { isCommonJs, hasJsx } = sourceKindOf(filename)
  try {
    const { ast, scopeManager, visitorKeys } = parser.parseForESLint(text, {
      comment: true,
      loc: true,
      range: true,
      tokens: true,
      sourceType: isCommonJs ? 'commonjs' : 'module',
      ecmaFeatures: { jsx: hasJsx },
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
  if (isTooDeep(error)) return asParseErrorIfTooDeep(error)
  const location = (error as { location?: { start: { line: number; column: number } } }).location?.start
  return location ? new ParseError(error.message, location.line, location.column + 1) : error
}
