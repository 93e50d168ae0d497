import type { TSESTree } from '@typescript-eslint/utils'
import { isEvaluatedFirst } from '../facts/rewrite-legality/evaluated-first.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { mayBeTuple } from '../facts/rewrite-legality/may-be-tuple.ts'
import type { AwaitStep, PartsContainer } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { groupedNames } from './grouped-names.ts'
import type { OperandTexts } from './grouped-operand.ts'
import { combinedText } from './grouped-operand.ts'
import { insertBefore, isInList } from './insert-line.ts'
import { readAhead } from './read-ahead.ts'
import { replaceAwait } from './replace-await.ts'
import { indentAt } from './source-text.ts'

/** The awaits of one expression together: in place where the whole list is awaited, else in a statement before. */
export function groupParts(
  form: GroupedForm,
  container: PartsContainer,
  texts: OperandTexts,
  parsed: Parsed,
): EditList | RefusalCode {
  const { members, run } = form
  const isList = container.type === 'ArrayExpression' && members.length === container.elements.length
  const fits = isCombinedAlready(container.parent) || mayBeTuple(container, members.length, parsed)
  if (isList && fits) return awaitedList(members, container, texts)
  // The other parts are evaluated after the awaits then, and not between or before them.
  const last = members.at(-1)!.node.range[0]
  const isQuiet = run.steps.every(({ kind, node }) => kind === 'await' || node.range[0] > last || isInert(node))
  const list = isQuiet ? awaitedBefore(form, container, texts, parsed) : 'unsupported-form'
  return isList && list === 'unsupported-form' ? 'loses-type' : list
}

/** [await f(), await g()]   ->   await Promise.all([f(), g()]), which is a tuple without `as const`, too. */
function awaitedList(members: readonly AwaitStep[], container: PartsContainer, texts: OperandTexts): EditList {
  const list = new EditList()
  const { range, parent } = isConst(container.parent) ? container.parent : container
  const [open, close] = isCombinedAlready(parent)
    ? ['', '']
    : STANDS_ALONE.has(parent.type)
      ? ['await Promise.all(', ')']
      : ['(await Promise.all(', '))']
  for (const member of members) list.replace(...member.value.range, texts.get(member)!)
  return open ? list.replace(range[0], container.range[0], open).replace(container.range[1], range[1], close) : list
}

/** [a, b] as const   <const>[a, b] */
function isConst(node: Node): node is TSESTree.TSAsExpression | TSESTree.TSTypeAssertion {
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return false
  const { typeAnnotation: type } = node
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}

/** Promise.all([await f(), await g()]) */
function isCombinedAlready(parent: Node): boolean {
  const callee = parent.type === 'CallExpression' && parent.arguments.length === 1 ? parent.callee : null
  if (callee?.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false
  return callee.object.name === 'Promise' && callee.property.type === 'Identifier' && callee.property.name === 'all'
}

const STANDS_ALONE = new Set([
  'VariableDeclarator',
  'ReturnStatement',
  'ExpressionStatement',
  'AssignmentExpression',
  'Property',
  'CallExpression',
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentPattern',
])

/** { a: await f(), b: await g() }   ->   const [a, b] = await Promise.all([f(), g()])   before   { a, b } */
function awaitedBefore(
  { members, run: { owner } }: GroupedForm,
  container: PartsContainer,
  texts: OperandTexts,
  parsed: Parsed,
): EditList | RefusalCode {
  const statement = statementAround(container)
  if (!isInList(statement) || !isEvaluatedFirst(members[0]!.value, statement)) return 'unsupported-form'
  const names = groupedNames(members, statement, parsed)
  const list = new EditList()
  for (const [member, name] of names) {
    const refusal = replaceAwait(list, member, name, parsed)
    if (refusal) return refusal
  }
  const operands = members.map((member) => {
    return { text: texts.get(member)!, indent: indentAt(member.wait.range[0], parsed), above: [], beside: '' }
  })
  const combined = { kind: 'const', patterns: [...names.values()], types: '', operands }
  const before = readAhead(list, members[0]!, statement, owner, [...names.values()], parsed)
  if (before === null) return 'unsupported-form'
  const text = combinedText(combined, indentAt(statement.range[0], parsed), fileStyle(parsed))
  insertBefore(list, statement, before + text, parsed)
  return list
}

function statementAround(inner: Node): Node {
  let node = inner
  while (node.parent && !/Statement$|^VariableDeclaration$/.test(node.type)) node = node.parent
  return node
}
