import { isWrittenIn } from '../facts/rewrite-legality/handed-over.ts'
import { contains, referencesIn } from '../facts/rewrite-legality/references-in.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { ConcurrentCall } from './concurrent-call.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import type { HandOver, LastLines } from './hand-over.ts'
import { handOverOf } from './hand-over.ts'
import type { Walk } from './loop-walk.ts'
import { keywordEnd } from './map-form.ts'
import { ownEndOf } from './leading-semicolons.ts'
import { hasCommentBetween, indentAt, lineEndAfter, lineStartOf, rangeInParentheses, tokenAfter, tokenBefore } from './source-text.ts'
import type { Split } from './split-turn.ts'
import { frameOf } from './statement-frame.ts'
import { unwrapGuards } from './unwrap-guard.ts'

/** Longest line that a callback of one expression may make; a longer one becomes a block. */
const LINE_WIDTH = 120

/**
 * The overlapped part runs ahead, the rest of the turn stays in place and in order:
 *
 *     for (const url of urls) {            for await (const data of pMapIterable(urls, async (url) => get(url), ...)) {
 *       const data = await get(url)   ->
 *       await store(data)                    await store(data)
 *     }                                    }
 *
 * With a map in place of `pMapIterable`, as in `for (const data of await pMap(...))`, all results are there before the
 * first is used.
 * Null where a name of the new head would hide one that the source uses.
 */
export function orderedForm(
  loop: AwaitLoop,
  split: Split,
  walk: Walk,
  call: ConcurrentCall,
  parsed: Parsed,
): EditList | null {
  const handOver = handOverOf(loop, split, parsed)
  if (hidesNameOfSource(loop, handOver, parsed)) return null
  const declared = split.passed.some((variable) => isWrittenIn(variable, split.suffix)) ? 'let' : 'const'
  const keyword = call.form === 'ordered-pipeline' ? 'for await' : 'for'
  const headFor = (binding: string): string =>
    `${keyword} (${declared} ${binding} of ${call.open}async (${walk.parameter}) => `
  const { start, indent } = frameOf(loop, split.suffix, parsed)
  const edits = new EditList()
  if (split.through) replaceValue(edits, split, handOver.result, parsed)
  const inline = handOver.inline && `${headFor(handOver.inline.binding)}${handOver.inline.expression}${call.close})`
  if (inline && split.guards.length === 0 && fitsInline(`${indent}${inline}`, loop, split, parsed)) {
    return asExpression(edits, loop, split, inline, start, parsed)
  }
  if (loop.body.type !== 'BlockStatement') return null
  for (const jump of loop.continues) {
    const isOverlapped = split.prefix.some((part) => contains(part, jump))
    if (isOverlapped) edits.replace(jump.range[0], keywordEnd(jump), `return ${call.skip}`)
  }
  edits.replace(start, loop.body.range[0] + 1, `${headFor(handOver.block.binding)}{`)
  if (split.guards.length > 0) unwrapGuards(edits, split.guards, call.skip ?? '', parsed)
  return asBlock(edits, loop, split, handOver.block.last, `${indent}}${call.close}) {`, parsed)
}

function hidesNameOfSource({ node, element, source }: AwaitLoop, { names }: HandOver, parsed: Parsed): boolean {
  const old = new Set(element.variables.map(({ name }) => name))
  const head = node.type === 'ForOfStatement' || node.type === 'ForInStatement' ? node.right : source
  const added = names.filter((name) => !old.has(name))
  return (
    head !== null && referencesIn([head], parsed).some(({ reference }) => added.includes(reference.identifier.name))
  )
}

function replaceValue(edits: EditList, { through }: Split, result: string, parsed: Parsed): void {
  const [start, end] = withLinesAround(rangeInParentheses(through!, parsed), parsed)
  const isAfterWord = start < through!.range[0] && /[\w$]/.test(parsed.text[start - 1] ?? '')
  edits.replace(start, end, isAfterWord ? ` ${result}` : result)
}

/** `if (⏎ a && await f(x)⏎)`: a name needs no lines of its own in the parentheses. */
function withLinesAround([start, end]: [number, number], parsed: Parsed): [number, number] {
  const open = tokenBefore(start, parsed)
  const close = tokenAfter(end, parsed)
  if (open?.value !== '(' || close?.value !== ')') return [start, end]
  const around = parsed.text.slice(open.range[1], start) + parsed.text.slice(end, close.range[0])
  return around.trim() === '' ? [open.range[1], close.range[0]] : [start, end]
}

/** Comments beside the one statement that becomes the expression would lose their place. */
function fitsInline(
  line: string,
  loop: AwaitLoop,
  { through, ending, prefix, suffix }: Split,
  parsed: Parsed,
): boolean {
  if (loop.body.type !== 'BlockStatement') return true
  if (line.includes('\n') || line.length > LINE_WIDTH) return false
  if (through) return true
  const value = ending?.value ?? prefix[0]!
  const [first, last] = [loop.body.range[0], suffix[0]!.range[0]]
  return !hasCommentBetween(first, value.range[0], parsed) && !hasCommentBetween(value.range[1], last, parsed)
}

function asExpression(
  edits: EditList,
  loop: AwaitLoop,
  { prefix, suffix }: Split,
  head: string,
  start: number,
  parsed: Parsed,
): EditList {
  if (loop.body.type !== 'BlockStatement') return edits.replace(start, loop.body.range[0], `${head} `)
  edits.replace(start, loop.body.range[0] + 1, `${head} {`)
  const [gone] = prefix
  if (!gone) return edits
  const next = ownEndOf(gone, parsed) < gone.range[1] ? gone.range[1] - 1 : suffix[0]!.range[0]
  const [from, to] = [lineStartOf(gone.range[0], parsed), lineStartOf(next, parsed)]
  const areOnOwnLines = from < gone.range[0] && to < next && from < to
  return areOnOwnLines ? edits.replace(from, to, '') : edits.replace(gone.range[0], next, '')
}

function asBlock(
  edits: EditList,
  loop: AwaitLoop,
  { prefix, suffix, ending, guards }: Split,
  last: LastLines,
  close: string,
  parsed: Parsed,
): EditList {
  const { newline, semicolons } = fileStyle(parsed)
  const block = guards.at(-1)?.consequent ?? loop.body
  const inBlock = prefix.filter((statement) => contains(block, statement))
  const before = inBlock.at(-1)
  const at = lineEndAfter(before ? ownEndOf(before, parsed) : block.range[0] + 1, parsed)
  const gap = blankLinesAfter(at, suffix[0]!.range[0], parsed)
  if (last.kind === 'return-value') {
    const [value] = rangeInParentheses(ending!.value.argument, parsed)
    edits.replace(ending!.statement.range[0], value, 'return ')
    return edits.replace(at, gap, `${newline}${close}`)
  }
  const inner = indentAt(loop.body.range[0], parsed) + fileStyle(parsed).indent
  const lines = last.lines.map((line) => `${newline}${inner}${line}${semicolons ? ';' : ''}`)
  return edits.replace(at, gap, `${lines.join('')}${newline}${close}`)
}

/** End of the blank lines between the parts, which the new lines in their place make needless. */
function blankLinesAfter(at: number, end: number, { text }: Parsed): number {
  const blank = /^(?:[ \t]*\r?\n)+(?=[ \t]*\r?\n)/.exec(text.slice(at, end))
  return blank ? at + blank[0].length : at
}
