import type { TSESTree } from '@typescript-eslint/utils'

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g

/** Lines and columns of the offsets of a text. */
export class Lines {
  readonly #text: string
  #starts: readonly number[] | null = null

  constructor(text: string) {
    this.#text = text
  }

  locationOf([start, end]: TSESTree.Range): TSESTree.SourceLocation {
    return { start: this.#positionOf(start), end: this.#positionOf(end) }
  }

  #positionOf(offset: number): TSESTree.Position {
    const starts = (this.#starts ??= startsOf(this.#text))
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - starts[low]! }
  }
}

function startsOf(text: string): readonly number[] {
  const starts = [0]
  for (const end of text.matchAll(LINE_END)) starts.push(end.index + end[0].length)
  return starts
}
