import MagicString from 'magic-string'
import type { Edit, Rewrite } from './rewrite.ts'

/** The text with the edits carried out; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const changed = new MagicString(text)
  for (const { range, text: added } of edits) {
    const [start, end] = range
    if (start === end) changed.appendLeft(start, added)
    else changed.update(start, end, added)
  }
  return changed.toString()
}

export interface Applied {
  readonly text: string
  readonly applied: readonly Rewrite[]
  /** Rewrites that touch what an applied one touches: their turn comes when the new text has been read. */
  readonly left: readonly Rewrite[]
}

/**
 * Carries out several rewrites of one text, the first come first. Identical insertions (the import that all of them
 * want) are made once; a rewrite of which another edit overlaps or inserts at the same place is left for the next pass.
 */
export function applyRewrites(text: string, rewrites: readonly Rewrite[]): Applied {
  const applied: Rewrite[] = []
  const left: Rewrite[] = []
  const edits: Edit[] = []
  for (const rewrite of rewrites) {
    const added = rewrite.edits.filter((edit) => !edits.some((known) => isSameInsertion(edit, known)))
    const fits = added.every((edit) => !edits.some((known) => conflicts(edit, known)))
    if (fits) edits.push(...added)
    ;(fits ? applied : left).push(rewrite)
  }
  return { text: applyEdits(text, edits), applied, left }
}

function isSameInsertion(a: Edit, b: Edit): boolean {
  return a.range[0] === a.range[1] && b.range[0] === b.range[1] && a.range[0] === b.range[0] && a.text === b.text
}

function conflicts(a: Edit, b: Edit): boolean {
  if (a.range[0] === a.range[1] && b.range[0] === b.range[1]) return a.range[0] === b.range[0]
  return a.range[0] < b.range[1] && b.range[0] < a.range[1]
}
