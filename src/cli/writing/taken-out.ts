import { applyPatch, structuredPatch } from 'diff'
import type { Change } from './change.ts'

/**
 * A text that somebody changed after a run, without what the run had written; the same text where the run had not
 * come to it. Null where the two cannot be told apart.
 */
export function takenOut(text: string, { before, after }: Change): string | null {
  if (text === before) return text
  const without = patched(text, after, before)
  if (without !== null) return without
  return patched(text, before, after) === null ? null : text
}

/** The change from one text to another, made in a third that must have the lines it touches and those around. */
function patched(text: string, from: string, to: string): string | null {
  const patch = structuredPatch('', '', from, to, undefined, undefined, { context: 3, timeout: 10_000 })
  if (patch === undefined) return null
  const result = applyPatch(text, patch, { fuzzFactor: 0, autoConvertLineEndings: false })
  return result === false ? null : result
}
