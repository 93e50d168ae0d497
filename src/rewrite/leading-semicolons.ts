import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Edit } from './rewrite.ts'

/**
 * The edits without the semicolon of a statement where that stands on a later line: it keeps apart what comes next.
 *
 *     const page = await load(id)
 *     ;[first, second].forEach(show)
 */
export function keepLeadingSemicolons(edits: readonly Edit[], text: string): readonly Edit[] {
  return edits.map((edit) => {
    const [start, end] = edit.range
    const kept = endWithout(start, end, text)
    return kept < end ? { range: [start, kept], text: edit.text.replace(/;$/, '') } : edit
  })
}

/** Where a statement ends without such a semicolon. */
export function ownEndOf({ range }: Node, { text }: Parsed): number {
  return endWithout(...range, text)
}

function endWithout(start: number, end: number, text: string): number {
  if (end === start || text[end - 1] !== ';') return end
  const kept = start + text.slice(start, end - 1).trimEnd().length
  return /[\n\r\u2028\u2029]/.test(text.slice(kept, end - 1)) ? kept : end
}
