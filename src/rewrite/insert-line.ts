import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { ownEndOf } from './leading-semicolons.ts'
import { indentAt, lineEndAfter } from './source-text.ts'
import { terminatorAbove, terminatorAt } from './statement-frame.ts'

/** Whether other statements can stand beside this one. */
export function isInList({ parent }: Node): boolean {
  return parent?.type === 'BlockStatement' || parent?.type === 'Program' || parent?.type === 'StaticBlock'
}

/** Puts a statement after another: on a line of its own, but where code follows on the line of the other. */
export function insertAfter(list: EditList, node: Node, statement: string, parsed: Parsed): void {
  const { newline } = fileStyle(parsed)
  const end = ownEndOf(node, parsed)
  const at = lineEndAfter(end, parsed)
  const isLineEnd = /^[ \t]*(?:\r?\n|$)/.test(parsed.text.slice(at))
  const open = parsed.text[end - 1] === ';' || isLineEnd ? '' : ';'
  const text = `${statement}${isLineEnd ? terminatorAt(at, parsed) : ';'}`
  list.insert(at, isLineEnd ? `${newline}${indentAt(node.range[0], parsed)}${text}` : `${open} ${text}`)
}

/** Puts a statement before another, and before the comments directly above that. */
export function insertBefore(list: EditList, { range: [start] }: Node, statement: string, parsed: Parsed): void {
  const { newline } = fileStyle(parsed)
  const at = startWithComments(start, parsed)
  const text = `${statement}${terminatorAbove(start, parsed)}`
  list.insert(at, `${text}${newline}${indentAt(start, parsed)}`)
}

/** Start of the comments that stand directly above, each on lines of its own; else the offset. */
function startWithComments(offset: number, { ast, text }: Parsed): number {
  let at = offset
  for (const { range } of (ast.comments ?? []).toReversed()) {
    if (range[1] > at) continue
    const between = text.slice(range[1], at)
    const lead = text.slice(text.lastIndexOf('\n', range[0] - 1) + 1, range[0])
    if (!/^\s*$/.test(between) || (between.match(/\n/g) ?? []).length !== 1 || !/^\s*$/.test(lead)) break
    at = range[0]
  }
  return at
}
