import type { SourceCode } from 'eslint'
import { isAbsolute } from 'node:path'
import type { Program } from 'typescript'
import { placeAmongFiles } from '../parse/files/parse-among-files.ts'
import type { Parsed } from '../parse/parsed.ts'
import { typesOfProgram } from '../parse/types/program-types.ts'

const parsedOf = new WeakMap<object, Parsed>()
const placedOf = new WeakMap<Parsed, Parsed>()

/**
 * Gives what ESLint has already parsed to the later stages, without a second parse.
 *
 * Every rule of a run gets the same value for the same tree, so that facts cached on it are shared. Of what only some
 * parsers hand over just the program is used, for types. With `crossFile` the file is seen among those on disk. Must
 * be called while ESLint traverses, as parents are set by then.
 */
export function fromSourceCode(sourceCode: SourceCode, filename: string, crossFile = false): Parsed {
  const parsed = fileAlone(sourceCode, filename)
  if (!crossFile || !isAbsolute(filename)) return parsed
  const placed = placedOf.get(parsed) ?? placeAmongFiles(parsed, parsed.types ?? null)
  placedOf.set(parsed, placed)
  return placed
}

function fileAlone(sourceCode: SourceCode, filename: string): Parsed {
  const known = parsedOf.get(sourceCode.ast)
  if (known !== undefined) return known
  // The product reads one tree dialect, of which ESTree as ESLint types it is a subset.
  const parsed: Parsed = {
    filename,
    text: sourceCode.text,
    ast: sourceCode.ast as unknown as Parsed['ast'],
    scopes: sourceCode.scopeManager as unknown as Parsed['scopes'],
    visitorKeys: sourceCode.visitorKeys,
    ...typesOf(sourceCode),
  }
  parsedOf.set(sourceCode.ast, parsed)
  return parsed
}

/** Types where the user has them on. Other runners of ESLint's rules have no services at all. */
function typesOf({ parserServices }: SourceCode): Pick<Parsed, 'types'> {
  const program = (parserServices as { program?: Program | null } | undefined)?.program
  return program ? { types: typesOfProgram(program) } : {}
}
