import { extname } from 'node:path'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import type { Parsed } from '../parse/parsed.ts'
import { parseText } from '../parse/parse-text.ts'
import { applyEdits } from './apply-edits.ts'
import type { Edit } from './rewrite.ts'

/**
 * Whether the program is one after the edits. Only the statements of the file's top level that change are parsed,
 * and what is inserted between them, so that a rewrite in a long file costs no more than the function it is in.
 */
export function parsesStill(edits: readonly Edit[], parsed: Parsed): boolean {
  const isFile = /^\.[cm]?[jt]sx?$/.test(extname(parsed.filename))
  const filename = isFile ? parsed.filename : `script.${isTypeScript(parsed) ? 'ts' : 'js'}`
  try {
    for (const piece of changedPieces(edits, parsed)) parseText(piece, filename)
    return true
  } catch {
    return false
  }
}

function changedPieces(edits: readonly Edit[], { ast, text }: Parsed): readonly string[] {
  const between = new Set(edits)
  const statements = ast.body.flatMap((statement) => {
    const [start, end] = statement.range
    const inside = edits.filter(({ range }) => range[0] <= end && range[1] >= start)
    for (const edit of inside) between.delete(edit)
    if (inside.length === 0) return []
    const from = Math.min(start, ...inside.map(({ range }) => range[0]))
    const to = Math.max(end, ...inside.map(({ range }) => range[1]))
    const moved = inside.map((edit): Edit => ({ ...edit, range: [edit.range[0] - from, edit.range[1] - from] }))
    return [applyEdits(text.slice(from, to), moved)]
  })
  return [...statements, ...[...between].map((edit) => edit.text)]
}
