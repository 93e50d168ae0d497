import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { argumentAt } from '../known-calls/call-arguments.ts'
import type { Asking } from '../known-calls/find-call.ts'
import { findCall } from '../known-calls/find-call.ts'
import { isNeverReassigned, referencesOf } from '../scopes/binding.ts'
import type { BindingSite } from './binding-site.ts'
import { bindingSiteOf } from './binding-site.ts'
import type { Kind } from './kind.ts'
import { awaitedKind, classOf, elementOf, formatKind, joinKinds, parseKind, UNKNOWN } from './kind.ts'
import { kindOfProperty } from './kind-of-member.ts'
import { fillKind } from './row-kind.ts'
import { ownEntry } from '../../parse/own-entry.ts'

/** Kind of the values that a variable without a written type holds. */
export function kindOfVariable(variable: Variable, asking: Asking): Kind {
  const site = bindingSiteOf(variable)
  if (!site) return variable.defs[0]?.type === 'FunctionName' && isNeverReassigned(variable) ? FUNCTION : UNKNOWN
  if (!isNeverReassigned(variable))
    return isPlainName(site) ? withSureElements(kindOfWrites(variable, asking), variable, asking) : UNKNOWN
  if (site.hasDefault) return UNKNOWN
  let kind = kindOfSource(site, asking)
  for (const key of site.path) kind = key === null ? UNKNOWN : kindOfProperty(kind, key)
  return withSureElements(kind, variable, asking)
}

const FUNCTION: Kind = { head: 'Function', parts: [] }

function isPlainName(site: BindingSite): boolean {
  return site.path.length === 0 && !site.parameter && site.source?.role !== 'element'
}

function kindOfSource({ source, parameter }: BindingSite, asking: Asking): Kind {
  if (parameter) return kindOfCallbackParameter(parameter.of, parameter.index, asking)
  if (!source) return UNKNOWN
  const kind = parseKind(asking.kindOf(source.expression) ?? 'unknown')
  if (source.role === 'key') return parseKind('string')
  if (source.role === 'value') return kind
  const statement = source.expression.parent as TSESTree.ForOfStatement
  return statement.await ? awaitedKind(elementOf(kind)) : elementOf(kind)
}

/** `line` in `lines.map((line) => ...)`: what the row of the call says that its callback gets. */
function kindOfCallbackParameter(callback: Node, index: number, asking: Asking): Kind {
  const call = callback.parent
  if (call?.type !== 'CallExpression') return UNKNOWN
  const known = findCall(call, asking)
  const gets = known?.row.callbackGets?.[index]
  if (!known || gets === undefined) return UNKNOWN
  const isCallback = [...(known.row.calls ?? []), ...(known.row.callsLater ?? [])].some(
    (position) => argumentAt(call, position) === callback,
  )
  return isCallback ? fillKind(gets, call, known, asking) : UNKNOWN
}

/** `this` of a function that a known call calls with its receiver. */
export function kindOfThis(node: Node, asking: Asking): Kind {
  let around = node.parent
  while (around && (!isFunction(around) || around.type === 'ArrowFunctionExpression')) around = around.parent
  const call = around?.parent
  const known = call?.type === 'CallExpression' ? findCall(call, asking) : null
  if (!known?.row.callbackThis || !known.receiver) return UNKNOWN
  return parseKind(asking.kindOf(known.receiver) ?? 'unknown')
}

/** The one kind of all values written to a `let`. */
function kindOfWrites(variable: Variable, asking: Asking): Kind {
  const writes = referencesOf(variable).filter((reference) => reference.isWrite())
  const changes = writes.filter(({ init, identifier }) => !init && isChange(identifier.parent))
  const values = writes
    .filter((write) => !changes.includes(write))
    .map(({ init, identifier, writeExpr }) => {
      const value = init ? writeExpr : assignedValue(identifier)
      return parseKind((value && asking.kindOf(value)) ?? 'unknown')
    })
  const kind = joinKinds(values)
  return changes.every(({ identifier }) => keepsKind(identifier.parent, kind, asking)) ? kind : UNKNOWN
}

/** `name += value`, `name++` */
function isChange(node: Node | undefined): boolean {
  return node?.type === 'UpdateExpression' || (node?.type === 'AssignmentExpression' && node.operator !== '=')
}

/** Whether the change keeps the kind that the variable has: `text += x` does, `number += x` if `x` is a number. */
function keepsKind(change: Node, { head }: Kind, asking: Asking): boolean {
  if (change.type !== 'AssignmentExpression') return head === 'number'
  if (change.operator === '+=' && head === 'string') return true
  return asking.kindOf(change.right) === head && (head === 'number' || LOGICAL_ASSIGNMENTS.has(change.operator))
}

const LOGICAL_ASSIGNMENTS = new Set(['??=', '||=', '&&='])

/** `value` of `name = value` */
function assignedValue(identifier: Node): Node | null {
  const { parent } = identifier
  return parent?.type === 'AssignmentExpression' && parent.left === identifier ? parent.right : null
}

/** Methods that put arguments into their receiver, with the first such argument. */
const PUTS: Readonly<Record<string, number | undefined>> = { push: 0, unshift: 0, splice: 2, fill: 0, add: 0 }

/** The kind without its elements' kind where something else is put into the collection. */
function withSureElements(kind: Kind, variable: Variable, asking: Asking): Kind {
  const head = classOf(kind)
  if (head !== 'Array' && head !== 'Set' && head !== 'Map') return kind
  const bare: Kind = { head, parts: [] }
  if (hasWrittenElements(variable)) return kind
  if (kind.parts.length === 0) return bare
  const element = formatKind(elementOf(kind))
  const isSure = referencesOf(variable).every(({ identifier }) => {
    const put = valuesPutBy(identifier)
    return put !== null && put.every((value) => asking.kindOf(value) === element)
  })
  return isSure ? kind : bare
}

/** `new Map<string, string[]>()`: written types are believed. */
function hasWrittenElements(variable: Variable): boolean {
  const value = bindingSiteOf(variable)?.source?.expression
  return value?.type === 'NewExpression' && Boolean(value.typeArguments)
}

/** What `xs.push(a, b)` or `xs[i] = a` puts into `xs`; null where it cannot be told. */
function valuesPutBy(identifier: Node): readonly Node[] | null {
  const member = identifier.parent
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return []
  const { parent } = member
  if (parent.type === 'AssignmentExpression' && parent.left === member)
    return parent.operator === '=' ? [parent.right] : null
  if (parent.type !== 'CallExpression' || parent.callee !== member) return []
  const name = member.property.type === 'Identifier' ? member.property.name : null
  if (name === 'set') return null
  const first = name === null || member.computed ? undefined : ownEntry(PUTS, name)
  return first === undefined ? [] : parent.arguments.slice(first)
}
