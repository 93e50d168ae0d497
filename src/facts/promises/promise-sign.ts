import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'
import { failuresOf, handlesFailure, returnedBy, soundsSafe } from './never-rejects.ts'

/**
 * What evaluating an expression gives:
 *
 *     promise   surely a promise, of work that has been started and may fail
 *     unsure    a promise of an async function that fails only where a callee does of which nothing is known
 *     maybe     what a call gives whose callee is not known
 *     lazy      the same at the end of a chain of calls, which may be a query that starts only when it is awaited
 *     handled   a promise whose failure has a handler: `f().catch(log)`
 *     harmless  a promise that does not fail
 *     other     no promise, or nothing that is started here
 */
export type PromiseSign = 'promise' | 'unsure' | 'maybe' | 'lazy' | 'handled' | 'harmless' | 'other'

const DEEPEST = 8

export function promiseSignOf(
  expression: Node,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth = 0,
): PromiseSign {
  if (depth > DEEPEST) return 'other'
  const node = plainExpression(expression)
  switch (node.type) {
    case 'ImportExpression':
      return 'promise'
    case 'NewExpression':
      return isPromiseName(node.callee, parsed) ? signOfExecutor(node, parsed) : 'other'
    case 'CallExpression':
      return signOfCall(node, parsed, rows, depth)
    case 'Identifier': {
      const variable = variableOf(node, parsed)
      const init = variable && singleInit(variable)
      return init ? promiseSignOf(init, parsed, rows, depth + 1) : 'other'
    }
    default:
      return 'other'
  }
}

/** What the function gives when it is called. */
export function signOfResult(
  callee: Node,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth = 0,
): PromiseSign {
  const found = findFunction(callee, parsed)
  if (!found) return 'maybe'
  if (found.generator) return 'other'
  if (found.async) return signOfBody(found, parsed, rows, depth)
  const file = fileOf(found, parsed)
  const signs = new Set(returnedBy(found, file).map((value) => promiseSignOf(value, file, rows, depth + 1)))
  const [sign] = signs
  return signs.size === 1 && sign !== undefined ? sign : 'other'
}

/** Of an async function: whether it fails by what is seen, or only where a callee does of which nothing is known. */
function signOfBody(node: FunctionNode, parsed: Parsed, rows: readonly KnownCallRow[], depth: number): PromiseSign {
  const failures = failuresOf(node, parsed)
  if (failures.length === 0) return 'harmless'
  const file = fileOf(node, parsed)
  const isSure = failures.some((failure) => {
    const inner = plainExpression(failure.type === 'AwaitExpression' ? failure.argument : failure)
    if (inner.type !== 'CallExpression') return inner.type === 'ThrowStatement' || inner.type === 'ImportExpression'
    return promiseSignOf(inner, file, rows, depth + 1) === 'promise'
  })
  return isSure ? 'promise' : 'unsure'
}

function signOfCall(
  node: TSESTree.CallExpression,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth: number,
): PromiseSign {
  const { callee } = node
  if (callee.type === 'MemberExpression' && isPromiseName(callee.object, parsed)) {
    return signOfCombinator(callee, node.arguments[0], parsed, rows, depth)
  }
  const known = lookUpCall(node, parsed, rows)
  if (known?.row.pacing) return 'harmless'
  if (known?.row.async) return 'promise'
  const method = callee.type === 'MemberExpression' ? nameOf(callee) : null
  if (handlesFailure(node, parsed)) return 'handled'
  if (callee.type === 'MemberExpression' && (method === 'then' || method === 'catch' || method === 'finally')) {
    const sign = promiseSignOf(callee.object, parsed, rows, depth + 1)
    return sign === 'harmless' || sign === 'handled' ? 'promise' : sign
  }
  const kind = valueKindOf(node, parsed, rows)
  if (kind !== null && classOf(parseKind(kind)) !== 'Promise') return 'other'
  const found = findFunction(callee, parsed)
  if (found) return signOfResult(found, parsed, rows, depth)
  // Its type says that it is a promise, and not that it fails.
  if (kind !== null) return 'unsure'
  if (known) return 'other'
  if (soundsSafe(node)) return 'harmless'
  return startsFromCall(callee) ? 'lazy' : 'maybe'
}

/** `db.select().from(users)`: the receiver is itself what a call gave. */
function startsFromCall(callee: Node): boolean {
  for (let node = plainExpression(callee); node.type === 'MemberExpression'; node = plainExpression(node.object)) {
    const object = plainExpression(node.object)
    if (object.type === 'CallExpression' || object.type === 'TaggedTemplateExpression') return true
  }
  return false
}

/** `Promise.resolve(x)` has nothing to wait for; `allSettled` gives no failure, and `all` those of its list. */
function signOfCombinator(
  callee: TSESTree.MemberExpression,
  given: Node | undefined,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth: number,
): PromiseSign {
  const name = nameOf(callee)
  if (name === 'allSettled') return 'harmless'
  if (name === 'resolve' || name === 'withResolvers') return 'other'
  const list = given && plainExpression(given)
  const mapper = list?.type === 'CallExpression' && mapperOf(list)
  if (name !== 'all' || !mapper) return 'promise'
  const sign = signOfResult(mapper, parsed, rows, depth + 1)
  return sign === 'harmless' || sign === 'handled' ? 'harmless' : sign === 'promise' ? 'promise' : 'unsure'
}

/** xs.map(f) */
function mapperOf({ callee, arguments: [mapper] }: TSESTree.CallExpression): Node | null {
  return callee.type === 'MemberExpression' && nameOf(callee) === 'map' && mapper ? mapper : null
}

/**
 * `new Promise((resolve) => setTimeout(resolve, 100))` does not fail, as it takes no `reject`. One that only puts it
 * aside, `failing.push(reject)`, fails when others say so, which may be no sooner than it is awaited.
 */
function signOfExecutor({ arguments: [executor] }: TSESTree.NewExpression, parsed: Parsed): PromiseSign {
  if (!executor || !isFunction(executor)) return 'promise'
  const [, reject] = executor.params
  const variable = reject?.type === 'Identifier' ? variableOf(reject, parsed) : null
  if (!reject || variable?.references.length === 0) return 'harmless'
  return variable?.references.every(({ identifier }) => isPutAside(identifier as Node)) ? 'other' : 'promise'
}

/** this.reject = reject   failing.push(reject) */
function isPutAside(name: Node): boolean {
  const { parent } = name
  if (parent?.type === 'AssignmentExpression') return parent.right === name
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false
  return nameOf(parent.callee) === 'push' || nameOf(parent.callee) === 'add'
}

function isPromiseName(node: Node, parsed: Parsed): boolean {
  return node.type === 'Identifier' && node.name === 'Promise' && isGlobal(node, parsed)
}

function nameOf({ computed, property }: TSESTree.MemberExpression): string | null {
  return !computed && property.type === 'Identifier' ? property.name : null
}
