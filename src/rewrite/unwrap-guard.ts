import type { TSESTree } from '@typescript-eslint/utils'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { lineStartOf, tokenAfter } from './source-text.ts'
import { terminatorAbove } from './statement-frame.ts'

/**
 * Turns the `if`s that end a turn, one in the other, into ones that skip the turn:
 *
 *     if (test) {            if (!test) return pMapSkip
 *       const data = ...     const data = ...
 *     }
 */
export function unwrapGuards(
  edits: EditList,
  guards: readonly TSESTree.IfStatement[],
  skip: string,
  parsed: Parsed,
): void {
  const { newline } = fileStyle(parsed)
  for (const { range, test, consequent } of guards) {
    const jump = `if (${negated(test, parsed)}) return ${skip}${terminatorAbove(consequent.range[0] + 1, parsed)}`
    edits.replace(range[0], consequent.range[0] + 1, jump)
    const close = consequent.range[1] - 1
    const start = lineStartOf(close, parsed)
    const isOwnLine = parsed.text[start - 1] === '\n' && parsed.text.startsWith(newline, close + 1)
    edits.replace(isOwnLine ? start : close, isOwnLine ? close + 1 + newline.length : close + 1, '')
  }
  outdent(edits, guards, parsed)
}

const OPPOSITES: Readonly<Record<string, string>> = { '===': '!==', '!==': '===', '==': '!=', '!=': '==' }

function negated(test: TSESTree.Expression, parsed: Parsed): string {
  const text = parsed.text.slice(...test.range)
  if (test.type === 'BinaryExpression' && OPPOSITES[test.operator]) {
    let operator = tokenAfter(test.left.range[1], parsed)!
    while (operator.value !== test.operator) operator = tokenAfter(operator.range[1], parsed)!
    const [start, end] = [operator.range[0] - test.range[0], operator.range[1] - test.range[0]]
    return text.slice(0, start) + OPPOSITES[test.operator] + text.slice(end)
  }
  if (test.type === 'UnaryExpression' && test.operator === '!') return parsed.text.slice(...test.argument.range)
  return ATOMS.has(test.type) ? `!${text}` : `!(${text})`
}

const ATOMS = new Set(['Identifier', 'MemberExpression', 'CallExpression'])

/** Takes a level of indentation for each `if` from the lines in it, but for those inside a template literal. */
function outdent(edits: EditList, guards: readonly TSESTree.IfStatement[], parsed: Parsed): void {
  const { text, ast } = parsed
  const [start, end] = guards[0]?.consequent.range ?? [0, 0]
  const templates = (ast.tokens ?? []).filter(
    ({ type, range }) => type === 'Template' && range[0] >= start && range[1] <= end,
  )
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
    const around = guards.filter(({ consequent: { range } }) => range[0] < at && at < lineStartOf(range[1] - 1, parsed))
    const indent = fileStyle(parsed).indent.repeat(around.length)
    const isFree =
      indent !== '' && text.startsWith(indent, at) && !templates.some(({ range }) => range[0] < at && at < range[1])
    if (isFree) edits.replaceUnlessTaken(at, at + indent.length, '')
  }
}
