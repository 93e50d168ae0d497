import type { AwaitStep } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { groupedNames } from './grouped-names.ts'
import type { Operand, OperandTexts } from './grouped-operand.ts'
import { combinedText } from './grouped-operand.ts'
import { groupedTypes } from './grouped-types.ts'
import { insertBefore, isInList } from './insert-line.ts'
import { replaceAwait } from './replace-await.ts'
import { indentAt, lineEndAfter, textInParentheses } from './source-text.ts'
import { spreadList } from './spread-list.ts'
import { commentsAround, lineOf } from './statement-comments.ts'

/**
 * const a = await f()     ->     const [a, b] = await Promise.all([f(), g()])
 * const b = await g()
 *
 * const a = await f()     ->     const [a, value] = await Promise.all([f(), g()])
 * return use(await g())          return use(value)
 */
export function groupStatements(
  { members, place }: GroupedForm,
  texts: OperandTexts,
  parsed: Parsed,
): EditList | RefusalCode {
  const at = place === 'first' ? members[0]! : members.at(-1)!
  const parts = members.filter(isPart)
  // What goes on with a value cannot stand before the statement that gives it.
  if (parts.some((part) => !isInList(statementOf(part)) || part.node.range[0] < at.node.range[0])) return 'unsupported-form'
  const kinds = new Set(members.flatMap((member) => kindOf(member) ?? []))
  if (kinds.size > 1) return 'unsupported-form'
  const types = groupedTypes(members, parsed)
  if (types === null || members.some((member) => hasTypeInComment(member, parsed))) return 'loses-type'
  const names = groupedNames(parts, statementOf(at).parent!, parsed)
  const taken = members.flatMap((member) => takenBy(member, member === at, texts, names, parsed))
  // Nothing for an await whose value is not used; what the last ones would leave empty is left out.
  const patterns = taken.map(({ pattern }) => pattern)
  const combined = {
    kind: [...kinds][0] ?? null,
    patterns: patterns.slice(0, patterns.findLastIndex((pattern) => pattern !== '') + 1),
    types,
    operands: taken.map(({ operand }) => operand),
  }
  const text = combinedText(combined, indentAt(statementOf(at).range[0], parsed), fileStyle(parsed))
  const end = parsed.text[at.node.range[1] - 1] === ';' && !isLast(at) ? ';' : ''
  const whole = parts.length === 0 && rangeOfNeighbours(members, parsed)
  if (whole) return new EditList().replace(...whole, text + end)
  const list = new EditList()
  if (isPart(at)) insertBefore(list, statementOf(at), text, parsed)
  else list.replace(at.node.range[0], endWithComments(at, parsed), text + end)
  for (const [part, name] of names) {
    const refusal = replaceAwait(list, part, name, parsed)
    if (refusal) return refusal
  }
  return withoutLines(members.filter((member) => member !== at && !isPart(member)), list, parsed)
}

/** `/** @type {string} *\/ const x = await f()`: the comment would speak of the list. */
function hasTypeInComment(member: AwaitStep, parsed: Parsed): boolean {
  return member.target.kind === 'declared' && commentsAround(member.node, parsed).above.some((text) => /@(?:type|satisfies)\b/.test(text))
}

function isPart({ target }: AwaitStep): boolean {
  return target.kind === 'part'
}

/** Of the last statement only what is awaited is a step. */
function isLast({ node }: AwaitStep): boolean {
  return node.type === 'AwaitExpression'
}

function statementOf({ node, target }: AwaitStep): Node {
  return target.kind === 'part' ? target.statement : node
}

function kindOf({ target }: AwaitStep): string | null {
  if (target.kind === 'part') return 'const'
  return target.kind === 'declared' ? target.declaration.kind : null
}

function withoutLines(members: readonly AwaitStep[], list: EditList, parsed: Parsed): EditList | RefusalCode {
  for (const { node } of members) {
    const line = lineOf(node, parsed)
    if (!line) return 'unsupported-form'
    list.replace(line[0], line[1], '')
  }
  return list
}

/** All of the statements where nothing but white space is between them. */
function rangeOfNeighbours(members: readonly AwaitStep[], parsed: Parsed): [number, number] | null {
  const { text } = parsed
  const isNext = ({ node }: AwaitStep, index: number): boolean => {
    const before = members[index - 1]
    return before === undefined || /^\s*$/.test(text.slice(before.node.range[1], node.range[0]))
  }
  return members.every(isNext) ? [members[0]!.node.range[0], endWithComments(members.at(-1)!, parsed)] : null
}

/** The comments after a statement go to its operand; those after what uses the value stay there. */
function endWithComments(step: AwaitStep, parsed: Parsed): number {
  const end = step.node.range[1]
  return isLast(step) || isPart(step) ? end : lineEndAfter(end, parsed)
}

interface Taken {
  /** Empty where the value is not used. */
  readonly pattern: string
  readonly operand: Operand
}

/** Comments above the statement that stays in its place stay there. */
function takenBy(
  member: AwaitStep,
  stays: boolean,
  texts: OperandTexts,
  names: ReadonlyMap<AwaitStep, string>,
  parsed: Parsed,
): readonly Taken[] {
  const { node, target, wait } = member
  const indent = indentAt(wait.range[0], parsed)
  const text = texts.get(member)!
  const listed = text === parsed.text.slice(...wait.argument.range) ? spreadList(member, parsed) : null
  const around = isPart(member) || isLast(member) ? { above: [], beside: '' } : commentsAround(node, parsed)
  const { above, beside } = stays ? { above: [], beside: around.beside } : around
  if (listed && above.length === 0 && beside === '') {
    return listed.map(({ operand, pattern }) => ({
      pattern: pattern ? parsed.text.slice(...pattern.range) : '',
      operand: { text: textInParentheses(operand, parsed), indent: indentAt(operand.range[0], parsed), above, beside },
    }))
  }
  const pattern = names.get(member) ?? ('pattern' in target ? textWithoutType(target.pattern, parsed.text) : '')
  return [{ pattern, operand: { text, indent, above, beside } }]
}

function textWithoutType(pattern: Node, text: string): string {
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined
  return text.slice(pattern.range[0], annotation?.range[0] ?? pattern.range[1]).trimEnd()
}
