import type { TSESTree } from '@typescript-eslint/utils'
import type { Parsed } from '../parse/parsed.ts'
import type { Edit } from './rewrite.ts'

/** Whether a comment of the replaced text is missing from what replaces it, but for those that may go. */
export function losesComment(
  edits: readonly Edit[],
  { ast, text }: Parsed,
  drops: readonly TSESTree.Comment[] = [],
): boolean {
  const gone = new Map<string, number>()
  for (const comment of ast.comments ?? []) {
    const { range } = comment
    if (drops.includes(comment)) continue
    const isTouched = edits.some((edit) => edit.range[0] < range[1] && range[0] < edit.range[1])
    const words = text.slice(...range)
    if (isTouched) gone.set(words, (gone.get(words) ?? 0) + 1)
  }
  const added = edits.map((edit) => edit.text).join('\n')
  for (const [comment, count] of gone) {
    if (added.split(comment).length - 1 < count) return true
  }
  return false
}
