import { firstFrom } from '../parse/first-from.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { applyEdits } from './apply-edits.ts'
import { blocksOf, textWithoutBlocks } from './without-blocks.ts'
import type { Edit } from './rewrite.ts'

/**
 * The parts of a file that edits change, after the edits, each a program of its own: the statements of the top level
 * that change, and what is inserted between them. Of the lists of statements and members around a change only what the
 * edits touch is in them, and the neighbours, with which a line without a semicolon may run together:
 *
 *     async function all() {                    async function all() {
 *       first()
 *       const names = list(() => { two() })       const names = list(() => {})
 *       for (const name of names) ...        ->   AFTER THE EDITS
 *       third()                                   third()
 *       fourth()
 *     }                                         }
 */
export function changedPieces(edits: readonly Edit[], parsed: Parsed): readonly string[] {
  const { body } = parsed.ast
  const byStatement = new Map<Node, Edit[]>()
  const between: Edit[] = []
  for (const edit of edits) {
    const touched = touchedBy(edit.range, body)
    if (touched.length === 0) between.push(edit)
    for (const statement of touched) {
      const known = byStatement.get(statement)
      if (known) known.push(edit)
      else byStatement.set(statement, [edit])
    }
  }
  const statements = [...byStatement].map(([statement, inside]) => pieceOf(statement, inside, parsed))
  return [...statements, ...between.map((edit) => edit.text)]
}

type Span = readonly [start: number, end: number]

function touchedBy([start, end]: Span, list: readonly Node[]): readonly Node[] {
  const touched: Node[] = []
  const first = firstFrom(list, start, endOf)
  for (let at = first; at < list.length && startOf(list[at]!) <= end; at += 1) touched.push(list[at]!)
  return touched
}

function startOf({ range }: Node): number {
  return range[0]
}

function endOf({ range }: Node): number {
  return range[1]
}

/** An import is often inserted where the first statement begins, which is no change within it. */
function pieceOf(statement: Node, edits: readonly Edit[], parsed: Parsed): string {
  const { text } = parsed
  const [start, end] = statement.range
  const before = edits.filter(({ range }) => range[1] <= start)
  const after = edits.filter(({ range }) => range[0] >= end)
  const within = edits.filter((edit) => !before.includes(edit) && !after.includes(edit))
  const changed: Span = [within[0]?.range[0] ?? start, Math.max(...within.map(({ range }) => range[1]))]
  const list = within.length > 0 ? listAround(changed, parsed) : null
  if (!list) return edited([Math.min(start, edits[0]!.range[0]), Math.max(end, edits.at(-1)!.range[1])], edits, text)
  const head = edited([before[0]?.range[0] ?? start, start], before, text)
  const tail = edited([end, after.at(-1)?.range[1] ?? end], after, text)
  return head + around(statement, list, changedMembers(list, changed, within, parsed), parsed) + tail
}

/** A statement of which all is kept that stands around what is in one of its lists. */
function around(statement: Node, list: List, members: string, parsed: Parsed): string {
  const { text } = parsed
  let piece = members
  let [start, end] = insideOf(list)
  for (let node: Node = list; node !== statement; node = node.parent!) {
    const outer = node.parent!
    if (!isList(outer)) continue
    piece = directivesOf(outer.body, parsed) + text.slice(node.range[0], start) + piece + text.slice(end, node.range[1])
    ;[start, end] = insideOf(outer)
  }
  return text.slice(statement.range[0], start) + piece + text.slice(end, statement.range[1])
}

type List = Extract<Node, { type: 'BlockStatement' | 'ClassBody' }>

function isList(node: Node): node is List {
  return node.type === 'BlockStatement' || node.type === 'ClassBody'
}

/** What is between the braces. */
function insideOf({ range }: List): Span {
  return [range[0] + 1, range[1] - 1]
}

/** The innermost list of statements or members that all of the span stands in. */
function listAround([start, end]: Span, parsed: Parsed): List | null {
  const blocks = blocksOf(parsed)
  // A block that begins later before the span, and ends before it, stands in the same list.
  let node: Node | undefined = blocks[firstFrom(blocks, start, startOf) - 1]
  while (node && !(isList(node) && node.range[0] < start && end < node.range[1])) node = node.parent
  return node ?? null
}

function changedMembers(list: List, changed: Span, edits: readonly Edit[], parsed: Parsed): string {
  const members: readonly Node[] = list.body
  const before = members[firstFrom(members, changed[0], endOf) - 1]
  const after = members[firstFrom(members, changed[1] + 1, startOf)]
  const [first, last] = insideOf(list)
  const changes = edited([before?.range[1] ?? first, after?.range[0] ?? last], edits, parsed.text)
  const [above, below] = [before, after].map((node) => (node ? textWithoutBlocks(node, parsed) : ''))
  return `${directivesOf(members, parsed)}${above}${changes}${below}`
}

/** `'use strict'` says how the rest of a function is read. */
function directivesOf(list: readonly Node[], { text }: Parsed): string {
  let end = 0
  while (end < list.length && 'directive' in list[end]! && (list[end] as { directive?: string }).directive) end += 1
  return list.slice(0, end).map(({ range }) => `${text.slice(...range)}\n`).join('')
}

function edited([from, to]: Span, edits: readonly Edit[], text: string): string {
  const moved = edits.map((edit): Edit => ({ ...edit, range: [edit.range[0] - from, edit.range[1] - from] }))
  return applyEdits(text.slice(from, to), moved)
}
