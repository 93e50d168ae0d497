import { basename, dirname, relative } from 'node:path'
import type { Happening } from '../facts/effects/behaviour.ts'
import { fileOf } from '../parse/file-of.ts'
import type { Parsed } from '../parse/parsed.ts'

/** Data for a reason: file and line of the code that does it, where that is in a callee. */
export function whereOf({ origin, depth }: Happening, parsed: Parsed): { where?: string } {
  if (depth === undefined) return {}
  const { filename } = fileOf(origin, parsed)
  const path = filename === parsed.filename ? basename(filename) : relative(dirname(parsed.filename), filename)
  return { where: `${path.replaceAll('\\', '/')}:${origin.loc.start.line}` }
}
