import { extname } from 'node:path'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import type { Parsed } from '../parse/parsed.ts'
import { parseText } from '../parse/parse-text.ts'
import { changedPieces } from './changed-pieces.ts'
import type { Edit } from './rewrite.ts'

/**
 * Whether the program is one after the edits. Only what changes is parsed, with what it stands in, so that a rewrite in
 * a long file or function costs no more than a short one.
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
