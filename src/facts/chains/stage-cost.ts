import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isAccessorCall, isPredicateName, namesCheapMethod } from '../signs/cost-signs.ts'

/** What makes a callback cost more than building the array does. */
export interface Cost {
  readonly node: Node
  /** What a reader knows it by: `findNode`, `/^a+/`, `for`. */
  readonly name: string
}

type Rows = readonly KnownCallRow[]

/** Callees of callees that are read. */
const DEEPEST = 4

/**
 * What one call of a callback does that costs something: it calls what is not known, or a function that loops, matches
 * a regular expression, reads the world. Null where it only compares, picks properties, looks
 * up: that costs less than a tenth of a microsecond (see docs/performance-of-pipelines.md).
 */
export function costOfCallback(callback: Node, parsed: Parsed, knownCalls: Rows): Cost | null {
  const node = plainExpression(callback)
  const body = findFunction(node, parsed)
  if (body) return costOfBody(body, [], parsed, knownCalls)
  const name = nameOfCallee(node)
  return name === null || CONVERTERS.has(name) || isPredicateName(name) ? null : { node, name }
}

/** Functions of the language that are passed by name. */
const CONVERTERS = new Set(['Boolean', 'String', 'Number'])

function costOfBody(body: FunctionNode, callers: readonly Node[], near: Parsed, knownCalls: Rows): Cost | null {
  if (callers.includes(body)) return { node: body, name: nameOfFunction(body) }
  if (callers.length > DEEPEST) return null
  const parsed = fileOf(body, near)
  let found: Cost | null = null
  walk(body.body as Node, parsed, (node) => {
    if (found) return 'skip'
    found = costOfNode(node, [...callers, body], parsed, knownCalls)
    return isFunction(node) && !isCalledInPlace(node) ? 'skip' : undefined
  })
  return found
}

/** A function within a callback costs something only when it is called, which array methods do. */
function isCalledInPlace({ parent }: FunctionNode): boolean {
  return parent.type === 'CallExpression'
}

function costOfNode(node: Node, callers: readonly Node[], parsed: Parsed, knownCalls: Rows): Cost | null {
  if (isLoopStatement(node)) return { node, name: 'for' }
  if (node.type === 'TaggedTemplateExpression' || node.type === 'AwaitExpression') return { node, name: 'await' }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null
  const callee = plainExpression(node.callee)
  const name = nameOfCallee(callee) ?? 'function'
  const known = lookUpCall(node, parsed, knownCalls)
  if (known) return isCostlyRow(known.row, node) ? { node, name } : null
  if (node.type === 'NewExpression') return { node, name }
  const body = findFunction(callee, parsed)
  if (body) {
    const inner = costOfBody(body, callers, parsed, knownCalls)
    return inner && { node, name: name === 'function' ? inner.name : name }
  }
  const isPredicate = isPredicateName(name) && node.arguments.length < 2
  const isCheap = isPredicate || isAccessorCall(node) || namesCheapMethod(callee)
  return isCheap ? null : { node, name }
}

/** A row whose call touches the world, calls back for each element of something, parses, copies or matches. */
type Call = TSESTree.CallExpression | TSESTree.NewExpression

function isCostlyRow({ effects, calls, name }: KnownCallRow, node: Call): boolean {
  if (effects.some(({ on }) => typeof on === 'string' && on !== 'receiver')) return true
  if ((calls ?? []).some((index) => isFunctionLike(node.arguments[index]))) return true
  const names = typeof name === 'string' ? [name] : name
  return names.some((one) => COSTLY_ROWS.test(one)) || node.arguments.some(isRegExp)
}

const COSTLY_ROWS =
  /^(?:JSON\.|structuredClone$|(?:Fixed)?RegExp#(?:test|exec)$|string#match|createH(?:ash|mac)|new (?:Set|Map|RegExp)$)/

function isFunctionLike(node: Node | undefined): boolean {
  return node !== undefined && (isFunction(node) || node.type === 'Identifier')
}

function isRegExp(node: Node): boolean {
  return node.type === 'Literal' && 'regex' in node
}

/** `f`, `api.f`; null for what has no name. */
function nameOfCallee(callee: Node): string | null {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier'
    ? callee.property.name
    : null
}

function nameOfFunction(node: FunctionNode): string {
  return node.id?.name ?? 'function'
}
