import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Node } from '../parse/node-types.ts'
import { contains } from '../facts/rewrite-legality/references-in.ts'
import { fileStyle } from './file-style.ts'
import { indentAt, tokenAfter } from './source-text.ts'

/** Where a loop statement stands. */
export interface StatementFrame {
  /** Start of the loop, or of its label if nothing but rewritten code uses that. */
  readonly start: number
  readonly end: number
  /** White space before the loop's first line. */
  readonly indent: string
}

/** `kept` is the code that stays as it is, and may jump to the loop's label. */
export function frameOf(loop: AwaitLoop, kept: readonly Node[], parsed: Parsed): StatementFrame {
  const labelled = loop.node.parent
  const keepsLabel = [...loop.continues, ...loop.exits].some(
    (jump) => 'label' in jump && jump.label?.name === loop.label && kept.some((part) => contains(part, jump)),
  )
  const start = labelled?.type === 'LabeledStatement' && !keepsLabel ? labelled.range[0] : loop.node.range[0]
  return { start, end: loop.node.range[1], indent: indentAt(loop.node.range[0], parsed) }
}

/** What ends a statement at `end`: a semicolon by habit, or where the next line would be read as its continuation. */
export function terminatorAt(end: number, parsed: Parsed): string {
  if (fileStyle(parsed).semicolons) return ';'
  const next = tokenAfter(end, parsed)
  if (!next || next.value === '}') return ''
  const isSameLine = !parsed.text.slice(end, next.range[0]).includes('\n')
  return isSameLine || goesOn(next.value) ? ';' : ''
}

/** What ends a statement that is put on a line of its own above the code at `start`. */
export function terminatorAbove(start: number, parsed: Parsed): string {
  return fileStyle(parsed).semicolons || goesOn(tokenAfter(start, parsed)?.value ?? '') ? ';' : ''
}

/** Whether a line that begins so would go on with the one before it. */
export function goesOn(line: string): boolean {
  return /^[([`+\-/*,.]/.test(line)
}
