import type { TSESTree } from '@typescript-eslint/utils'
import { plainCallback } from '../facts/arrays/plain-callback.ts'
import { declaresVar } from '../facts/rewrite-legality/declared-in-function.ts'
import { isInert } from '../facts/rewrite-legality/inert.ts'
import { isReassignedIn } from '../facts/rewrite-legality/head-use.ts'
import { referencesIn } from '../facts/rewrite-legality/references-in.ts'
import type { Copy } from '../model/find-copies.ts'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { walk } from '../parse/walk.ts'
import type { CopyForm } from '../verdict/copies.ts'
import type { RefusalCode } from '../verdict/reason-codes.ts'
import { returnsToContinues } from './callback-returns.ts'
import type { Draft } from './drafts.ts'
import { EditList } from './edit-list.ts'
import { fileStyle } from './file-style.ts'
import { freshName } from './fresh-name.ts'
import { isInList } from './insert-line.ts'
import { isOwnThis } from './own-this.ts'
import { indentAt } from './source-text.ts'
import { terminatorAt } from './statement-frame.ts'

/** [...users].forEach((user) => { greet(user) })   ->   for (const user of users) { greet(user) } */
export function forEachToLoop({ copy }: CopyForm, parsed: Parsed): Draft | RefusalCode | null {
  const call = loneCall(copy, parsed)
  if (!call || call.name !== 'forEach' || call.node.parent.type !== 'ExpressionStatement') return null
  const { callback, head } = call
  const body = callback.body as Node
  const { range: [start, end] } = call.node.parent
  if (declaresVar([body], parsed)) return 'declares-var'
  const list = new EditList()
  if (body.type === 'BlockStatement') {
    if (!returnsNothing(callback, parsed) || !returnsToContinues(list, callback, parsed)) return 'keeps-exit'
    list.replace(start, body.range[0], `${head} `).replace(body.range[1], end, '')
  } else {
    const semicolon = parsed.text[end - 1] === ';' ? ';' : ''
    list.replace(start, body.range[0], `${head} `).replace(body.range[1], end, semicolon)
  }
  return { form: 'plain-loop', title: 'Walk the source in a `for...of` loop, without a copy.', list }
}

/**
 * return [...users].some((user) => test)        for (const user of users) {
 *                                          ->     if (test) return true
 *                                               }
 *                                               return false
 */
export function returnToLoop({ copy }: CopyForm, parsed: Parsed): Draft | RefusalCode | null {
  const call = loneCall(copy, parsed)
  const statement = call?.node.parent
  if (!call || statement?.type !== 'ReturnStatement' || !isInList(statement)) return null
  const { callback, head, name } = call
  const { body, params: [element] } = callback
  if (body.type === 'BlockStatement' || !(name in ANSWERS)) return null
  if (name === 'find' && (element?.type !== 'Identifier' || callback.returnType)) return null
  const { semicolons, newline, indent } = fileStyle(parsed)
  const outer = indentAt(statement.range[0], parsed)
  const [hit, none] = ANSWERS[name]!
  const stop = semicolons ? ';' : ''
  const test = parsed.text.slice(...body.range)
  const found = name === 'find' && element?.type === 'Identifier' ? element.name : hit
  const lines = [
    `${head} {`,
    `${outer}${indent}if (${name === 'every' ? `!(${test})` : test}) return ${found}${stop}`,
    `${outer}}`,
    `${outer}return ${none}${terminatorAt(statement.range[1], parsed)}`,
  ]
  const list = new EditList().replace(...statement.range, lines.join(newline))
  return { form: 'plain-loop', title: 'Write a loop that stops at the first hit, without an array.', list }
}

/** What is returned at the first hit, and after the loop. */
const ANSWERS: Readonly<Record<string, readonly [hit: string, none: string] | undefined>> = {
  some: ['true', 'false'],
  every: ['false', 'true'],
  find: ['', 'undefined'],
}

interface LoneCall {
  readonly node: TSESTree.CallExpression
  readonly name: string
  readonly callback: FunctionNode
  /** `for (const user of users)` */
  readonly head: string
}

/** `[...users].some((user) => ...)` with a callback that may as well be the body of a loop. */
function loneCall({ source, use: { consumer, stages, named } }: Copy, parsed: Parsed): LoneCall | null {
  if (consumer.kind !== 'method' || stages.length > 0 || named) return null
  const callback = plainCallback(consumer.node, 1, parsed)
  if (!callback || consumer.name === 'reduce' || isOwnThis(callback, parsed)) return null
  const [element] = callback.params
  if (element && !PLAIN.has(element.type)) return null
  const names = parsed.scopes.getDeclaredVariables(callback)
  if (isAny(element) || isHidden(source, callback, parsed)) return null
  const isAssigned = names.some((variable) => isReassignedIn(variable, callback.body as Node))
  const pattern = element ? patternText(element, parsed) : freshName(['_'], consumer.node, parsed)
  const head = `for (${isAssigned ? 'let' : 'const'} ${pattern} of ${parsed.text.slice(...source.range)})`
  return { node: consumer.node, name: consumer.name, callback, head }
}

/** Whether a name of the source would mean a parameter of the callback in the head of the loop. */
export function isHidden(source: Node, callback: FunctionNode, parsed: Parsed): boolean {
  const names = parsed.scopes.getDeclaredVariables(callback).map(({ name }) => name)
  return referencesIn([source], parsed).some(({ reference }) => names.includes(reference.identifier.name as string))
}

const PLAIN = new Set(['Identifier', 'ObjectPattern', 'ArrayPattern'])

function isAny(parameter: TSESTree.Parameter | undefined): boolean {
  const type = parameter && 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined
  return type?.typeAnnotation.type === 'TSAnyKeyword'
}

/** The pattern without its type, which the head of a loop cannot have. */
function patternText(parameter: TSESTree.Parameter, parsed: Parsed): string {
  const type = 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined
  const text = parsed.text.slice(parameter.range[0], type?.range[0] ?? parameter.range[1])
  return text.endsWith('?') ? text.slice(0, -1).trimEnd() : text
}

/** Whether each `return` of the callback gives nothing that would have to be evaluated. */
function returnsNothing(callback: FunctionNode, parsed: Parsed): boolean {
  let found = true
  walk(callback.body as Node, parsed, (node) => {
    if (isFunction(node)) return 'skip'
    const given = node.type === 'ReturnStatement' ? node.argument : null
    if (given && (!isInert(given) || given.type === 'MemberExpression')) found = false
  })
  return found
}
