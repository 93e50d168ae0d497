import { extname } from 'node:path'
import { isTypeScript } from '../facts/rewrite-legality/is-typescript.ts'
import type { Parsed } from '../parse/parsed.ts'
import { parseText } from '../parse/parse-text.ts'
import { applyEdits } from './apply-edits.ts'
import type { Edit } from './rewrite.ts'

/** Whether the text after the edits is a program; of single-file components the script alone is asked. */
export function parsesStill(edits: readonly Edit[], parsed: Parsed): boolean {
  const [start, end] = parsed.ast.range
  const grown = edits.reduce((sum, { range, text }) => sum + text.length - (range[1] - range[0]), 0)
  const isWhole = /^\.[cm]?[jt]sx?$/.test(extname(parsed.filename))
  const changed = applyEdits(parsed.text, edits)
  const script = isWhole ? changed : changed.slice(start, end + grown)
  try {
    parseText(script, isWhole ? parsed.filename : `script.${isTypeScript(parsed) ? 'ts' : 'js'}`)
    return true
  } catch {
    return false
  }
}
