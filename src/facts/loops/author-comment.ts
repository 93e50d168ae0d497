import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'

const SILENCE = /^\s*(?:\*\s*)?sequential:\s*\S/
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
    String.raw`\b(?:not|don'?t|never|cannot|can'?t|avoid|instead of|rather than|without)\b[^.]{0,200}\b(?:parallel|concurren\w*|simultaneous\w*|promise\.all)`,
    String.raw`\bconflicts?\b`,
    String.raw`\bat the same time\b`,
    String.raw`\bbefore (?:\w+ing |the )(?:the )?next\b`,
    String.raw`\b(?:accumulat\w*|keep\w*|held|hold\w*) (?:\w+ )?in memory\b|\bmemory (?:use|usage|pressure|footprint)\b`,
    String.raw`\bthe same (?:file|row|record|document|resource)\b`,
  ].join('|'),
  'i',
)

/**
 * The comment that gives a reason for the order of the turns: `// sequential: reason`, a disabled
 * `no-await-in-loop` with a reason, or words such as "one by one" directly above the loop, at its head, or at an
 * await of it.
 */
export function authorCommentOf(loop: AwaitLoop, parsed: Parsed): TSESTree.Comment | null {
  const statement = loop.node.parent.type === 'LabeledStatement' ? loop.node.parent : loop.node
  const start = statement.loc.start.line
  const starts = [start, ...loopsOfOnly(statement).map(({ loc }) => loc.start.line)]
  const lines = [start, ...loop.awaits.map((node) => node.loc.start.line)]
  const { comments, texts } = orderCommentsOf(parsed)
  for (const { comment, disables } of comments) {
    if (disables && covers(comment, loop)) return comment
    if (disables && !ORDER_REASON.test(comment.value)) continue
    const isSaidAbove = starts.some((line) => isAbove(comment, line, texts))
    if (isSaidAbove || lines.some((line) => isAt(comment, line, texts))) return comment
  }
  return null
}

/** The loops around whose body is this one alone: what is said above them is said of all. */
function loopsOfOnly(statement: Node): readonly Node[] {
  const block = statement.parent
  const body = block?.type === 'BlockStatement' && block.body.length === 1 ? block : statement
  const outer = body.parent
  return outer && isLoopStatement(outer) && outer.body === body ? [outer, ...loopsOfOnly(outer)] : []
}

interface OrderComments {
  readonly comments: readonly { readonly comment: TSESTree.Comment; readonly disables: boolean }[]
  /** Lines of the file; empty where it has no such comment. */
  readonly texts: readonly string[]
}

const found = new WeakMap<Parsed, OrderComments>()

/** The comments of the file that may give a reason, looked for once. */
function orderCommentsOf(parsed: Parsed): OrderComments {
  const known = found.get(parsed)
  if (known) return known
  const comments = (parsed.ast.comments ?? []).flatMap((comment) => {
    const disables = isDisabledWithReason(comment.value)
    return disables || SILENCE.test(comment.value) || ORDER_REASON.test(comment.value) ? [{ comment, disables }] : []
  })
  const result = { comments, texts: comments.length > 0 ? parsed.text.split(/\r?\n/) : [] }
  found.set(parsed, result)
  return result
}

/** eslint-disable-next-line no-await-in-loop -- the order counts */
function isDisabledWithReason(text: string): boolean {
  const directive = text.indexOf('eslint-disable')
  const rule = directive < 0 ? -1 : text.slice(directive).search(/\bno-await-in-loop\b/)
  if (rule < 0) return false
  const [, ...reason] = text.slice(directive + rule).split(/\s--/)
  return reason.some((part) => part.trim() !== '')
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
function isAbove(comment: TSESTree.Comment, line: number, texts: readonly string[]): boolean {
  const end = comment.loc.end.line
  if (end >= line || line - end > 8 || !startsLine(comment, texts)) return false
  return texts.slice(end, line - 1).every((text) => /^\s*(\/\/|\/?\*)/.test(text))
}

function isAt(comment: TSESTree.Comment, line: number, texts: readonly string[]): boolean {
  return comment.loc.start.line === line || isAbove(comment, line, texts)
}

function startsLine(comment: TSESTree.Comment, texts: readonly string[]): boolean {
  const { line, column } = comment.loc.start
  return /^\s*$/.test((texts[line - 1] ?? '').slice(0, column))
}

/** `// sequential: reason` on the form's line or directly above it. */
export function silenceOf(form: Node, parsed: Parsed): TSESTree.Comment | null {
  const { comments, texts } = orderCommentsOf(parsed)
  const found = comments.find(({ comment }) => SILENCE.test(comment.value) && isAt(comment, form.loc.start.line, texts))
  return found?.comment ?? null
}

/** A comment between two statements of a run, or at the later one, that says why it comes later. */
export function orderCommentBetween(earlier: Node, later: Node, { ast, text }: Parsed): TSESTree.Comment | null {
  const lineEnd = text.indexOf('\n', later.range[1])
  const end = lineEnd < 0 ? text.length : lineEnd
  const between = (ast.comments ?? []).filter(({ range }) => range[0] >= earlier.range[0] && range[1] <= end)
  return between.find(({ value }) => ORDER_REASON.test(value) || LATER_REASON.test(value)) ?? null
}

const LATER_REASON = new RegExp(
  [
    String.raw`\b(?:must|needs?|needed|has|have) (?:to )?(?:be |run |happen |come |exist |wait )?(?:\w+ )?`,
    String.raw`(?:before|after|first|until)\b|\b(?:only|now that|once) (?:after|once|when|the|we)\b`,
    String.raw`|\bwait(?:s|ing)? (?:for|until)\b|\bmake sure\b|\bensures?\b`,
  ].join(''),
  'i',
)
