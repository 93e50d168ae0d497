import type { TSESTree } from '@typescript-eslint/utils'
import { declaresVar } from '../facts/rewrite-legality/declared-in-function.ts'
import { isReassignedIn } from '../facts/rewrite-legality/head-use.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { isDeclaredIn, referencesIn } from '../facts/rewrite-legality/references-in.ts'
import { isSettled } from '../facts/rewrite-legality/settled-value.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import type { DroppedForm } from '../verdict/dropped.ts'
import { becomeAsync } from './become-async.ts'
import { needsParentheses, returnsToContinues } from './callback-returns.ts'
import type { Draft } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { freshName } from './fresh-name.ts'
import { textInParentheses } from './source-text.ts'

const TITLE = 'Await each call in a `for...of` loop (the function waits for them, one after the other; a failure ends the loop).'

/**
 * xs.forEach(async (x) => {        for (const x of xs) {
 *   await save(x)             ->     await save(x)
 * })                               }
 */
export function awaitingLoop(form: DroppedForm, parsed: Parsed): Draft | RefusalCode {
  const { dropped, callback } = form
  const list = new EditList()
  if (!becomeAsync(list, dropped.owner, parsed)) return 'not-async'
  const head = headOf(form, parsed)
  if (typeof head === 'string' && REFUSALS.has(head)) return head as RefusalCode
  const done = callback === dropped.callback ? inline(list, form, head, parsed) : byName(list, form, head, parsed)
  return typeof done === 'string' ? done : { form: 'awaiting-loop', title: TITLE, list }
}

const REFUSALS = new Set<string>(['unsupported-form', 'loses-narrowing', 'unsafe-capture'])

/** `for (const x of xs)`, or why there is none. */
function headOf({ dropped, callback, walked }: DroppedForm, parsed: Parsed): string {
  const { receiver, callee } = dropped
  const { params } = callback
  if (params.length > (walked === 'Set' ? 1 : 2) || !params.every(isPlainParameter)) return 'unsupported-form'
  if (params.some((parameter) => isAnyParameter(parameter))) return 'loses-narrowing'
  if (isTouched(receiver, callback, parsed)) return 'unsafe-capture'
  const isInline = callback === dropped.callback
  const [element, index] = isInline
    ? params.map((parameter) => patternText(parameter, parsed))
    : [freshName(['item', 'element'], dropped.node, parsed)]
  const text = textInParentheses(receiver, parsed)
  const whole = walked !== 'Map' && index === undefined
  if (callee.optional && !whole) return 'unsupported-form'
  const source = callee.optional ? `${text} ?? []` : text
  const kind = isInline && isAssigned(callback, parsed) ? 'let' : 'const'
  const name = element ?? freshName(['_', '_item'], dropped.node, parsed)
  if (whole) return `for (${kind} ${name} of ${source})`
  if (walked === 'Map') {
    return index === undefined
      ? `for (${kind} ${name} of ${source}.values())`
      : `for (${kind} [${index}, ${name}] of ${source})`
  }
  return walked === 'Array' || walked === 'NodeList'
    ? `for (${kind} [${index}, ${name}] of ${source}.entries())`
    : 'unsupported-form'
}

function isPlainParameter({ type }: TSESTree.Parameter): boolean {
  return type === 'Identifier' || type === 'ObjectPattern' || type === 'ArrayPattern'
}

function isAnyParameter(parameter: TSESTree.Parameter): boolean {
  return 'typeAnnotation' in parameter && parameter.typeAnnotation?.typeAnnotation.type === 'TSAnyKeyword'
}

/** The pattern without its type, which the head of a loop cannot have. */
function patternText(parameter: TSESTree.Parameter, parsed: Parsed): string {
  const type = 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined
  const text = parsed.text.slice(parameter.range[0], type?.range[0] ?? parameter.range[1])
  return text.endsWith('?') ? text.slice(0, -1).trimEnd() : text
}

function isAssigned(callback: FunctionNode, parsed: Parsed): boolean {
  const variables = parsed.scopes.getDeclaredVariables(callback)
  return variables.some((variable) => isReassignedIn(variable, callback.body as Node))
}

/** Whether the body uses the list, which a loop would see change, or a parameter hides a name of the list's. */
function isTouched(receiver: Node, callback: FunctionNode, parsed: Parsed): boolean {
  const parameters = parsed.scopes.getDeclaredVariables(callback).map(({ name }) => name)
  const used = referencesIn([receiver], parsed)
  if (used.some(({ reference }) => parameters.includes(reference.identifier.name as string))) return true
  const node = plainExpression(receiver)
  const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
  if (!variable || isDeclaredIn(variable, [callback])) return false
  const uses = referencesIn([callback.body as Node], parsed).filter((use) => use.variable === variable)
  return uses.some(({ reference }) => !isMeasured(reference.identifier as Node))
}

/** xs.length, xs[i] */
function isMeasured(name: Node): boolean {
  const { parent } = name
  if (parent?.type !== 'MemberExpression' || parent.object.range[0] !== name.range[0]) return false
  const isRead = parent.parent.type !== 'AssignmentExpression' && parent.parent.type !== 'UpdateExpression'
  return isRead && (parent.computed || (parent.property.type === 'Identifier' && parent.property.name === 'length'))
}

function inline(list: EditList, { dropped, callback }: DroppedForm, head: string, parsed: Parsed): RefusalCode | true {
  const body = callback.body as Node
  const { range: [start, end] } = dropped.statement!
  if (declaresVar([body], parsed)) return 'declares-var'
  if (body.type === 'BlockStatement') {
    if (!returnsToContinues(list, callback, parsed)) return 'keeps-exit'
    list.replace(start, body.range[0], `${head} `).replace(body.range[1], end, '')
    return true
  }
  const awaits = body.type === 'AwaitExpression' || (isInert(body) && isSettled(body))
  const isWrapped = !awaits && needsParentheses(body)
  const semicolon = parsed.text[end - 1] === ';' ? ';' : ''
  list.replace(start, body.range[0], `${head} ${awaits ? '' : 'await '}${isWrapped ? '(' : ''}`)
  list.replace(body.range[1], end, `${isWrapped ? ')' : ''}${semicolon}`)
  return true
}

/** xs.forEach(save)   ->   for (const item of xs) await save(item) */
function byName(list: EditList, { dropped, callback }: DroppedForm, head: string, parsed: Parsed): RefusalCode | true {
  const { range: [start, end] } = dropped.statement!
  if (callback.params.length > 1 || dropped.callback.type !== 'Identifier') return 'unsupported-form'
  const [, name] = /^for \(const (\S+) of/.exec(head) ?? []
  if (!name) return 'unsupported-form'
  const semicolon = parsed.text[end - 1] === ';' ? ';' : ''
  list.replace(start, end, `${head} await ${dropped.callback.name}(${name})${semicolon}`)
  return true
}
