import { basename, dirname, relative } from 'node:path'
import type { Happening } from '../facts/effects/behaviour.ts'
import { fileOf, isOfFile } from '../parse/file-of.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** Data for a reason: file and line of the code that does it, where that is in a callee. */
export function whereOf({ origin, depth }: Happening, parsed: Parsed): { where?: string } {
  if (depth === undefined) return {}
  return { where: placeFrom(origin, parsed) }
}

/** The same for code that is perhaps in another file. */
export function placeData(node: Node, parsed: Parsed): { where?: string } {
  return isOfFile(node, parsed) ? {} : { where: placeFrom(node, parsed) }
}

function placeFrom(node: Node, parsed: Parsed): string {
  const { filename } = fileOf(node, parsed)
  const path = filename === parsed.filename ? basename(filename) : relative(dirname(parsed.filename), filename)
  return `${path.replaceAll('\\', '/')}:${node.loc.start.line}`
}
