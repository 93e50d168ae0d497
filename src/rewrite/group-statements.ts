import type { AwaitStep } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import type { Operand, OperandTexts } from './grouped-operand.ts'
import { combinedText } from './grouped-operand.ts'
import { groupedTypes } from './grouped-types.ts'
import { commentsAround, lineOf } from './statement-comments.ts'
import { indentAt } from './source-text.ts'

/**
 * const a = await f()     ->     const [a, b] = await Promise.all([f(), g()])
 * const b = await g()
 */
export function groupStatements(
  { members, place }: GroupedForm,
  texts: OperandTexts,
  parsed: Parsed,
): EditList | RefusalCode {
  const at = place === 'first' ? members[0]! : members.at(-1)!
  const kinds = new Set(members.flatMap(({ target }) => (target.kind === 'declared' ? target.declaration.kind : [])))
  if (kinds.size > 1) return 'unsupported-form'
  const types = groupedTypes(members, parsed)
  if (types === null) return 'loses-type'
  const operands = members.map((member) => operandOf(member, texts.get(member)!, member === at, parsed))
  const [kind] = kinds
  const head = kind ? `${kind} [${patternsOf(members, parsed)}]${types} = await ` : 'await '
  const call = combinedText(operands, indentAt(at.node.range[0], parsed), head.length, fileStyle(parsed))
  const end = parsed.text[at.node.range[1] - 1] === ';' ? ';' : ''
  const text = `${head}${call}${end}`
  const whole = rangeOfNeighbours(members, parsed)
  if (whole) return new EditList().replace(...whole, text)
  const list = new EditList().replace(...at.node.range, text)
  for (const member of members) {
    if (member === at) continue
    const line = lineOf(member.node, parsed)
    if (!line) return 'unsupported-form'
    list.replace(line[0], line[1], '')
  }
  return list
}

/** All of the statements where nothing but white space is between them. */
function rangeOfNeighbours(members: readonly AwaitStep[], { text }: Parsed): [number, number] | null {
  const isNext = ({ node }: AwaitStep, index: number): boolean => {
    const before = members[index - 1]
    return before === undefined || /^\s*$/.test(text.slice(before.node.range[1], node.range[0]))
  }
  return members.every(isNext) ? [members[0]!.node.range[0], members.at(-1)!.node.range[1]] : null
}

/** `a, , { c }`: nothing for an await whose value is not used; what the last ones would leave empty is left out. */
function patternsOf(members: readonly AwaitStep[], { text }: Parsed): string {
  const patterns = members.map(({ target }) => (target.kind === 'none' ? '' : textWithoutType(target.pattern, text)))
  return patterns.slice(0, patterns.findLastIndex((pattern) => pattern !== '') + 1).join(', ')
}

function textWithoutType(pattern: Node, text: string): string {
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined
  return text.slice(pattern.range[0], annotation?.range[0] ?? pattern.range[1]).trimEnd()
}

/** Comments of the statement that stays in its place stay with it. */
function operandOf({ node }: AwaitStep, text: string, stays: boolean, parsed: Parsed): Operand {
  if (stays) return { text, above: [], beside: '' }
  const { above, beside } = commentsAround(node, parsed)
  return { text, above, beside }
}
