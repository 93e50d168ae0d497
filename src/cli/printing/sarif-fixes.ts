import type { Edit, Rewrite } from '../../rewrite/rewrite.ts'

/** A file as SARIF names it. */
export interface Artifact {
  readonly uri: string
  readonly uriBaseId: string
}

/** The rewrites of one form, each as replacements in its file. */
export function sarifFixes(text: string, artifactLocation: Artifact, rewrites: readonly Rewrite[]) {
  const placeAt = places(text)
  const toReplacement = ({ range: [start, end], text: added }: Edit) => {
    const [from, to] = [placeAt(start), placeAt(end)]
    return {
      deletedRegion: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
      insertedContent: { text: added },
    }
  }
  return rewrites.map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements: edits.map(toReplacement) }],
  }))
}

/** Line and column of an offset, from 1. */
function places(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ 0: end, index }) => index + end.length)]
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}
