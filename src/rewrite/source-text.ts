import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** Last token that ends at or before the offset. */
export function tokenBefore(offset: number, parsed: Parsed): TSESTree.Token | null {
  const tokens = parsed.ast.tokens ?? []
  return tokens[firstTokenEndingAfter(offset, tokens) - 1] ?? null
}

/** First token that starts at or after the offset. */
export function tokenAfter(offset: number, parsed: Parsed): TSESTree.Token | null {
  const tokens = parsed.ast.tokens ?? []
  let at = firstTokenEndingAfter(offset, tokens)
  while (tokens[at] && tokens[at]!.range[0] < offset) at += 1
  return tokens[at] ?? null
}

/** Text of an expression with the parentheses around it, which belong to no node. Not for a sole argument of a call. */
export function textInParentheses(node: Node, parsed: Parsed): string {
  const [start, end] = rangeInParentheses(node, parsed)
  return parsed.text.slice(start, end)
}

export function rangeInParentheses(node: Node, parsed: Parsed): [number, number] {
  let [start, end] = node.range
  for (;;) {
    const before = tokenBefore(start, parsed)
    const after = tokenAfter(end, parsed)
    if (before?.value !== '(' || after?.value !== ')' || opensCall(before, node, parsed)) return [start, end]
    start = before.range[0]
    end = after.range[1]
  }
}

/** Whether the parenthesis belongs to the syntax of the parent: `f(`, `if (`, `for (`. */
function opensCall(parenthesis: TSESTree.Token, { parent }: Node, parsed: Parsed): boolean {
  const before = tokenBefore(parenthesis.range[0], parsed)
  if (!parent || !before || before.range[1] <= parent.range[0]) return false
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parenthesis.range[0] >= parent.callee.range[1]
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'SwitchStatement':
    case 'WithStatement':
      return /^(if|while|switch|with)$/.test(before.value)
    case 'ImportExpression':
      return before.value === 'import'
    default:
      return false
  }
}

/** White space at the start of the line that the offset is on. */
export function indentAt(offset: number, { text }: Parsed): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))![0]
}

/** Start of the line that the offset is on, if only white space is before it; otherwise the offset. */
export function lineStartOf(offset: number, { text }: Parsed): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return text.slice(start, offset).trim() === '' ? start : offset
}

/** End of the line's last comment when only comments follow the offset on its line; otherwise the offset. */
export function lineEndAfter(offset: number, parsed: Parsed): number {
  let at = offset
  for (const { range, loc } of commentsFrom(offset, parsed)) {
    if (!/^[ \t]*$/.test(parsed.text.slice(at, range[0])) || loc.start.line !== loc.end.line) break
    at = range[1]
  }
  return /^[ \t]*(\r?\n|$)/.test(parsed.text.slice(at)) ? at : offset
}

export function hasCommentBetween(start: number, end: number, { ast }: Parsed): boolean {
  return (ast.comments ?? []).some(({ range }) => range[0] >= start && range[1] <= end)
}

function commentsFrom(offset: number, { ast }: Parsed): readonly TSESTree.Comment[] {
  return (ast.comments ?? []).filter(({ range }) => range[0] >= offset)
}

/** Expression without a leading `await`; `async` arrows that return it wait for it all the same. */
export function textWithoutAwait(expression: TSESTree.Expression, parsed: Parsed): string {
  if (expression.type !== 'AwaitExpression') return parsed.text.slice(...expression.range)
  const start = parsed.text.indexOf('await', expression.range[0]) + 'await'.length
  return parsed.text.slice(start, expression.range[1]).trimStart()
}

/** Text as the body of an arrow function. */
export function asArrowBody(expression: TSESTree.Expression, parsed: Parsed): string {
  const text = textWithoutAwait(expression, parsed)
  return expression.type === 'SequenceExpression' || text.startsWith('{') ? `(${text})` : text
}

/** The same with a name for the value, so that what the callback is to give tells nothing of its type. */
export function asNamedBody(expression: TSESTree.Expression, name: string, parsed: Parsed): string {
  return `{ const ${name} = ${parsed.text.slice(...expression.range)}; return ${name} }`
}

function firstTokenEndingAfter(offset: number, tokens: readonly TSESTree.Token[]): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.range[1] <= offset) low = middle + 1
    else high = middle
  }
  return low
}
