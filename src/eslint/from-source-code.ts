import type { SourceCode } from 'eslint'
import { isAbsolute } from 'node:path'
import { placeAmongFiles } from '../parse/files/parse-among-files.ts'
import type { Parsed } from '../parse/parsed.ts'

const parsedOf = new WeakMap<object, Parsed>()
const placedOf = new WeakMap<Parsed, Parsed>()

/**
 * Gives what ESLint has already parsed to the later stages, without a second parse.
 *
 * Every rule of a run gets the same value for the same tree, so that facts cached on it are shared. Only what every
 * parser hands over is used: no parser services. With `crossFile` the file is seen among those on disk. Must be
 * called while ESLint traverses, as parents are set by then.
 */
export function fromSourceCode(sourceCode: SourceCode, filename: string, crossFile = false): Parsed {
  const parsed = fileAlone(sourceCode, filename)
  if (!crossFile || !isAbsolute(filename)) return parsed
  const placed = placedOf.get(parsed) ?? placeAmongFiles(parsed)
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
  }
  parsedOf.set(sourceCode.ast, parsed)
  return parsed
}
