import type { AwaitStep } from '../model/await-run.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { EditList } from './edit-list.ts'
import { keyOf } from './grouped-names.ts'
import { rangeInParentheses } from './source-text.ts'

/**
 * Puts the name of the awaited value in place of the await, which goes elsewhere:
 *
 *     { a: await f() }   ->   { a }        (await f()).b   ->   value.b
 *
 * Refused where a comment is meant for the line that the await stands on: `// @ts-expect-error`.
 */
export function replaceAwait(list: EditList, step: AwaitStep, name: string, parsed: Parsed): RefusalCode | null {
  const { value } = step
  const { parent } = value
  if (isDirected(value.loc.start.line, value.loc.end.line, parsed)) return 'loses-comment'
  if (parent.type === 'Property' && keyOf(value) === name) {
    list.replace(...parent.range, name)
    return null
  }
  const [start, end] = rangeInParentheses(value, parsed)
  // return(await f())
  const isAfterWord = /[\w$]/.test(parsed.text[start - 1] ?? '')
  list.replace(...(isAfterWord ? value.range : ([start, end] as const)), name)
  return null
}

const DIRECTIVE = /@ts-(?:expect-error|ignore)|(?:eslint|oxlint|biome)-(?:disable|ignore)|c8 ignore|istanbul ignore/

function isDirected(first: number, last: number, { ast }: Parsed): boolean {
  return (ast.comments ?? []).some(
    ({ loc, value }) => loc.end.line >= first - 1 && loc.start.line <= last && DIRECTIVE.test(value),
  )
}
