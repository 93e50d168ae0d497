import type { Edit } from '../../rewrite/rewrite.ts'

/** Where an offset of the present text was before rounds of edits, each in order of their ranges. */
export function offsetBefore(rounds: readonly (readonly Edit[])[], offset: number): number {
  return rounds.reduceRight((now, edits) => beforeRound(edits, now), offset)
}

/** Within new text: where that begins. */
function beforeRound(edits: readonly Edit[], offset: number): number {
  let shift = 0
  for (const { range, text } of edits) {
    const start = range[0] + shift
    if (offset < start) break
    if (offset < start + text.length) return range[0]
    shift += text.length - (range[1] - range[0])
  }
  return offset - shift
}
