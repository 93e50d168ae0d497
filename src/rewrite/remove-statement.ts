import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { tokenAfter, tokenBefore } from './source-text.ts'

/**
 * Takes a statement away, with its line where nothing else is on it, and the blank lines that would then stand at the
 * start or the end of a block, or be twice as many. False where the statements around it would run into each other.
 *
 * @param from where the removal begins: at the statement, or at a comment above it
 */
export function removeStatement(list: EditList, node: Node, parsed: Parsed, from = node.range[0]): boolean {
  const { text } = parsed
  const [start, end] = node.range
  const [before, after] = [tokenBefore(start, parsed), tokenAfter(end, parsed)]
  if (before && after && !/^[;{]$/.test(before.value) && /^[([`+\-/*.,]/.test(after.value)) return false
  const lineStart = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))
  if (text.slice(lineStart, from).trim() !== '' || !lineEnd) {
    list.replace(from, end + /^[ \t]*/.exec(text.slice(end))![0].length, '')
    return true
  }
  const isFirst = before?.value === '{' && text.slice(before.range[1], from).trim() === ''
  const isLast = after?.value === '}' && text.slice(end, after.range[0]).trim() === ''
  const next = end + lineEnd[0].length
  const above = blankLinesBefore(lineStart, text)
  const below = blankLinesAfter(next, text)
  list.replace(isLast ? above : lineStart, isFirst || above < lineStart ? below : next, '')
  return true
}

function blankLinesAfter(at: number, text: string): number {
  return at + /^(?:[ \t]*\r?\n)*/.exec(text.slice(at))![0].length
}

function blankLinesBefore(lineStart: number, text: string): number {
  let at = lineStart
  while (at > 0) {
    const above = text.lastIndexOf('\n', at - 2) + 1
    if (text.slice(above, at).trim() !== '') return at
    at = above
  }
  return at
}
