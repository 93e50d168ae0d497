import type { TSESTree } from '@typescript-eslint/utils'
import type { Append, ArrayFiller } from '../model/find-array-fillers.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import { commentAbove } from './comment-above.ts'
import type { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { isInList } from './insert-line.ts'
import { removeStatement } from './remove-statement.ts'
import { indentAt, rangeInParentheses, tokenAfter, tokenBefore } from './source-text.ts'

/** `const out = []` goes, `out.push(x)` becomes `yield x`, `return out` becomes `return`, or goes at the end. */
export function generatorBody(
  list: EditList,
  filler: ArrayFiller,
  calls: ReadonlySet<Node>,
  parsed: Parsed,
): boolean {
  const { node, declarator, appends, returns } = filler
  const declaration = declarator.parent
  const from = typeComment(filler, parsed)?.range[0]
  if (declaration.declarations.length > 1 || !removeStatement(list, declaration, parsed, from)) return false
  const last = (node.body as TSESTree.BlockStatement).body.at(-1)
  for (const statement of returns) {
    if (statement !== last) list.replace(statement.range[0] + 'return'.length, rangeInParentheses(statement.argument!, parsed)[1], '')
    else if (!removeStatement(list, statement, parsed)) return false
  }
  return appends.every((append) => yieldInstead(list, append, node.async ? calls : NONE, parsed))
}

const NONE: ReadonlySet<Node> = new Set()

/** The comment above `const out = []` that only gives its type, which the result then has. */
export function typeComment({ declarator }: ArrayFiller, parsed: Parsed): TSESTree.Comment | null {
  const comment = commentAbove(declarator, parsed)
  return comment && /^\*\s*@type\s*\{[^]*\}\s*$/.test(comment.value) ? comment : null
}

function yieldInstead(list: EditList, append: Append, ownCalls: ReadonlySet<Node>, parsed: Parsed): boolean {
  const { call, statement } = append
  const [first, ...others] = call.arguments
  const open = tokenAfter(call.callee.range[1], parsed)!
  const close = tokenBefore(call.range[1], parsed)!
  const isPlain = open.value === '(' && tokenAfter(statement.range[0], parsed)!.range[0] === call.range[0]
  if (!isPlain || call.range[0] !== statement.range[0] || (others.length > 0 && !isInList(statement))) return false
  const start = replaceFirst(list, first!, [call.range[0], open.range[1]], statement, ownCalls, parsed)
  if (start === 'open') return others.length === 0
  let end = start
  const { newline, semicolons } = fileStyle(parsed)
  for (const other of others) {
    const { text, from, to } = yielded(other, ownCalls, parsed)
    list.replace(end, from, `${semicolons ? ';' : ''}${newline}${indentAt(statement.range[0], parsed)}${text} `)
    end = to
  }
  list.replace(end, close.range[1], '')
  return true
}

/** Gives the end of what is yielded; `open` where the parentheses of the call stay around it. */
function replaceFirst(
  list: EditList,
  first: Node,
  [start, open]: [number, number],
  statement: Node,
  ownCalls: ReadonlySet<Node>,
  parsed: Parsed,
): number | 'open' {
  const { text, from, to } = yielded(first, ownCalls, parsed)
  const isBroken = parsed.text.slice(open, from).includes('\n')
  if (isBroken && !canMove(first, parsed)) {
    list.replace(start, open, `${text} (`)
    if (from > first.range[0]) list.replace(first.range[0], from, '')
    return 'open'
  }
  list.replace(start, from, `${text} `)
  if (isBroken) moveLines(list, first, statement, parsed)
  return to
}

interface Yielded {
  readonly text: 'yield' | 'yield*'
  readonly from: number
  readonly to: number
}

/** `yield x`; for `...xs` `yield* xs`, for `...(await walk(x))` with its own call `yield* walk(x)`. */
function yielded(argument: Node, ownCalls: ReadonlySet<Node>, parsed: Parsed): Yielded {
  if (argument.type !== 'SpreadElement') {
    const [from, to] = rangeInParentheses(argument, parsed)
    return { text: 'yield', from, to }
  }
  const { argument: value } = argument
  const isOwn = value.type === 'AwaitExpression' && ownCalls.has(value.argument)
  const [from, to] = isOwn ? value.argument.range : rangeInParentheses(value, parsed)
  return { text: 'yield*', from, to }
}

/** Lines of a template's text cannot be indented otherwise. */
function canMove(node: Node, parsed: Parsed): boolean {
  let isFound = false
  walk(node, parsed, (one) => {
    if (one.type === 'TemplateLiteral' && one.loc.start.line !== one.loc.end.line) isFound = true
  })
  return !isFound
}

/** Takes from all lines but the first what the first was indented by more than the statement. */
function moveLines(list: EditList, { range: [start, end] }: Node, statement: Node, parsed: Parsed): void {
  const { text } = parsed
  const base = indentAt(statement.range[0], parsed)
  const extra = indentAt(start, parsed).slice(base.length)
  if (extra === '') return
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    if (text.startsWith(base + extra, at + 1)) list.replace(at + 1 + base.length, at + 1 + base.length + extra.length, '')
  }
}
