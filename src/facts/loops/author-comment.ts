import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Parsed } from '../../parse/parsed.ts'

const SILENCE = /^\s*\*?\s*sequential:\s*\S/
const DISABLED_WITH_REASON = /eslint-disable[\w-]*\s+[^]*\bno-await-in-loop\b[^]*?\s--\s*\S/
const ORDER_REASON = new RegExp(
  [
    String.raw`\bsequential(?:ly)?\b`,
    String.raw`\bserial(?:ly|ise|ize|ised|ized)?\b`,
    String.raw`\bone (?:by one|at a time|after (?:the other|another))\b`,
    String.raw`\bin (?:order|sequence|series|turn)\b`,
    String.raw`\border (?:matters|is important|is significant)\b`,
    String.raw`\b(?:preserve|keep|maintain)s? (?:the )?order(?:ing)?\b`,
    String.raw`\brate[- ]?limit`,
    String.raw`\bthrottl`,
    String.raw`\bdead ?locks?\b`,
    String.raw`\brace(?: condition)?s?\b`,
    String.raw`\b(?:not|don'?t|never|cannot|can'?t|avoid|instead of|rather than|without)\b[^.]*\b(?:parallel|concurren\w*|simultaneous\w*|promise\.all)`,
    String.raw`\bconflicts?\b`,
    String.raw`\bat the same time\b`,
    String.raw`\bthe same (?:file|row|record|document|resource)\b`,
  ].join('|'),
  'i',
)

/**
 * The comment that gives a reason for the order of the turns: `// sequential: reason`, a disabled `no-await-in-loop` with a
 * reason, or words such as "one by one" directly above the loop, at its head, or at an await of it.
 */
export function authorCommentOf(loop: AwaitLoop, parsed: Parsed): TSESTree.Comment | null {
  const statement = loop.node.parent.type === 'LabeledStatement' ? loop.node.parent : loop.node
  const start = statement.loc.start.line
  const lines = [statement.loc.start.line, ...loop.awaits.map((node) => node.loc.start.line)]
  for (const comment of parsed.ast.comments ?? []) {
    if (DISABLED_WITH_REASON.test(comment.value) && covers(comment, loop)) return comment
    const near = isAbove(comment, start, parsed) || lines.some((line) => isAt(comment, line, parsed))
    if (near && (SILENCE.test(comment.value) || ORDER_REASON.test(comment.value))) return comment
  }
  return null
}

/** A block `eslint-disable` holds for the file's rest; the line forms for their line. */
function covers(comment: TSESTree.Comment, loop: AwaitLoop): boolean {
  if (/eslint-disable-next-line/.test(comment.value)) {
    return loop.awaits.some((node) => node.loc.start.line === comment.loc.end.line + 1)
  }
  if (/eslint-disable-line/.test(comment.value)) {
    return loop.awaits.some((node) => node.loc.start.line === comment.loc.start.line)
  }
  return comment.range[1] <= loop.node.range[1]
}

/** In the run of comment lines that ends directly above the line, nothing but comments between. */
function isAbove(comment: TSESTree.Comment, line: number, parsed: Parsed): boolean {
  if (comment.loc.end.line >= line) return false
  const between = parsed.text.split(/\r?\n/).slice(comment.loc.end.line, line - 1)
  return line - comment.loc.end.line <= 8 && between.every((text) => /^\s*(\/\/|\/?\*)/.test(text)) && startsLine(comment, parsed)
}

function isAt(comment: TSESTree.Comment, line: number, parsed: Parsed): boolean {
  return comment.loc.start.line === line || isAbove(comment, line, parsed)
}

function startsLine(comment: TSESTree.Comment, parsed: Parsed): boolean {
  const before = parsed.text.lastIndexOf('\n', comment.range[0] - 1) + 1
  return /^\s*$/.test(parsed.text.slice(before, comment.range[0]))
}
