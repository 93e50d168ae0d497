import { isEvaluatedFirst } from '../facts/rewrite-legality/evaluated-first.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { splitName } from '../facts/signs/name-signs.ts'
import type { AwaitStep, PartsContainer } from '../model/await-run.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { GroupedForm } from '../verdict/grouped.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { EditList } from './edit-list.ts'
import { freshName } from './fresh-name.ts'
import type { OperandTexts } from './grouped-operand.ts'
import { insertBefore, isInList } from './insert-line.ts'

/** The awaits of one expression together: in place where the whole list is awaited, else in a statement before. */
export function groupParts(
  form: GroupedForm,
  container: PartsContainer,
  texts: OperandTexts,
  parsed: Parsed,
): EditList | RefusalCode {
  const { members, run } = form
  const isList = container.type === 'ArrayExpression' && members.length === container.elements.length
  if (isList) return awaitedList(members, container, texts)
  // The other parts are evaluated after the awaits then, and not between or before them.
  const last = members.at(-1)!.node.range[0]
  const isQuiet = run.steps.every(({ kind, node }) => kind === 'await' || node.range[0] > last || isInert(node))
  return isQuiet ? awaitedBefore(members, container, texts, parsed) : 'unsupported-form'
}

/** [await f(), await g()]   ->   await Promise.all([f(), g()]) */
function awaitedList(members: readonly AwaitStep[], { range, parent }: PartsContainer, texts: OperandTexts): EditList {
  const list = new EditList()
  const [open, close] = isCombinedAlready(parent)
    ? ['', '']
    : STANDS_ALONE.has(parent.type)
      ? ['await Promise.all(', ')']
      : ['(await Promise.all(', '))']
  if (open) list.insert(range[0], open)
  for (const member of members) list.replace(...member.value.range, texts.get(member)!)
  return close ? list.insert(range[1], close) : list
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
  members: readonly AwaitStep[],
  container: PartsContainer,
  texts: OperandTexts,
  parsed: Parsed,
): EditList | RefusalCode {
  const statement = statementAround(container)
  if (!isInList(statement) || !isEvaluatedFirst(members[0]!.value, statement)) return 'unsupported-form'
  const names: string[] = []
  const list = new EditList()
  for (const member of members) {
    const name = nameFor(member, names, statement, parsed)
    names.push(name)
    // { a: await f() }   ->   { a }
    const isKey = keyOf(member) === name
    list.replace(...(isKey ? member.node.parent! : member.value).range, name)
  }
  const operands = members.map((member) => texts.get(member)!).join(', ')
  insertBefore(list, statement, `const [${names.join(', ')}] = await Promise.all([${operands}])`, parsed)
  return list
}

function statementAround(inner: Node): Node {
  let node = inner
  while (node.parent && !/Statement$|^VariableDeclaration$/.test(node.type)) node = node.parent
  return node
}

/** After the property that it becomes, or after what is called: `user` for `getUser()`. */
function nameFor(member: AwaitStep, taken: readonly string[], place: Node, parsed: Parsed): string {
  const { operation } = member
  const callee = operation.type === 'CallExpression' ? operation.callee : null
  const called = callee?.type === 'MemberExpression' ? callee.property : callee
  const [, ...words] = called?.type === 'Identifier' ? splitName(called.name) : []
  const thing = words.map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('')
  const wished = [keyOf(member), thing, 'value'].filter((name) => name && !taken.includes(name))
  const name = freshName([...(wished as string[]), `value${taken.length + 1}`], place, parsed)
  return taken.includes(name) ? `${name}${taken.length + 1}` : name
}

/** `a` of `{ a: await f() }`. */
function keyOf({ node: { parent } }: AwaitStep): string | null {
  if (parent?.type !== 'Property' || parent.computed) return null
  return parent.key.type === 'Identifier' ? parent.key.name : null
}
