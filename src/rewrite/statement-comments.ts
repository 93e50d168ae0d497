import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { lineEndAfter, lineStartOf } from './source-text.ts'

/** Comments that belong to a statement: on lines of their own directly above it, and after it on its line. */
export interface AroundComments {
  readonly above: readonly string[]
  readonly beside: string
  readonly start: number
}

export function commentsAround({ range: [start, end] }: Node, parsed: Parsed): AroundComments {
  const { ast, text } = parsed
  const above: string[] = []
  let from = lineStartOf(start, parsed)
  for (const { range } of (ast.comments ?? []).toReversed()) {
    if (range[1] > from) continue
    const lineStart = lineStartOf(range[0], parsed)
    const isAlone = lineStart !== range[0] || range[0] === 0 || text[range[0] - 1] === '\n'
    if (!/^[ \t]*\r?\n$/.test(text.slice(range[1], from)) || !isAlone) break
    above.unshift(text.slice(...range))
    from = lineStart
  }
  return { above, beside: text.slice(end, lineEndAfter(end, parsed)).trim(), start: from }
}

/** The lines that hold nothing but the statement and its comments; null where something else stands on them. */
export function lineOf(statement: Node, parsed: Parsed): [number, number] | null {
  const { text } = parsed
  const [start, end] = statement.range
  const after = lineEndAfter(end, parsed)
  const newline = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(after))
  if (!newline || text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() !== '') return null
  return [commentsAround(statement, parsed).start, after + newline[0].length]
}
