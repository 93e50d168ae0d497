import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { Failing } from './may-fail.ts'
import { failingOfFunction, failingOfValue } from './may-fail.ts'
import { handlesFailure, returnedBy, soundsSafe } from './never-rejects.ts'
import { signOfExecutor } from './promise-executor.ts'

/**
 * What evaluating an expression gives:
 *
 *     promise   surely a promise, of work that has been started and may fail
 *     unsure    surely a promise, which fails only where a callee does of which nothing is known
 *     entrusted the same, where all such callees are handed a function, whose failure they may let through or not
 *     maybe     what a call gives whose callee is not known
 *     lazy      the same at the end of a chain of calls, which may be a query that starts only when it is awaited
 *     handled   a promise whose failure has a handler: `f().catch(log)`
 *     harmless  a promise that does not fail
 *     other     no promise, or nothing that is started here
 */
export type PromiseSign = 'promise' | 'unsure' | 'entrusted' | 'maybe' | 'lazy' | 'handled' | 'harmless' | 'other'

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
      const init = initOfName(node, parsed)
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
  if (found.async) return SIGNS[failingOfFunction(found, parsed, rows)]
  const file = fileOf(found, parsed)
  const signs = new Set(returnedBy(found, file).map((value) => promiseSignOf(value, file, rows, depth + 1)))
  const [sign] = signs
  return signs.size === 1 && sign !== undefined ? sign : 'other'
}

const SIGNS: Readonly<Record<Failing, PromiseSign>> = {
  yes: 'promise',
  unknown: 'unsure',
  entrusted: 'entrusted',
  no: 'harmless',
}

function signOfCall(
  node: TSESTree.CallExpression,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth: number,
): PromiseSign {
  const { callee } = node
  if (callee.type === 'MemberExpression' && isPromiseName(callee.object, parsed)) {
    return signOfCombinator(node, callee, parsed, rows)
  }
  const known = lookUpCall(node, parsed, rows)
  if (known?.row.pacing) return 'harmless'
  if (known?.row.lazy) return 'lazy'
  if (known?.row.async) return 'promise'
  const method = callee.type === 'MemberExpression' ? nameOf(callee) : null
  if (handlesFailure(node, parsed)) return 'handled'
  if (callee.type === 'MemberExpression' && (method === 'then' || method === 'catch' || method === 'finally')) {
    const sign = promiseSignOf(callee.object, parsed, rows, depth + 1)
    if (sign !== 'harmless' && sign !== 'handled') return sign
    const failing = failingOfValue(node, parsed, rows)
    // f().catch(log).finally(tidyUp): whoever handles the failure of the first has thought of failures.
    return sign === 'handled' && method === 'finally' && failing !== 'yes' ? 'handled' : SIGNS[failing]
  }
  const kind = valueKindOf(node, parsed, rows)
  if (kind !== null && classOf(parseKind(kind)) !== 'Promise') return 'other'
  const found = findFunction(callee, parsed)
  if (found) return signOfResult(found, parsed, rows, depth)
  if (kind !== null) return known ? 'promise' : 'unsure'
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

/** `Promise.resolve(x)` has nothing to wait for; `allSettled` gives no failure, and `all` those of its elements. */
function signOfCombinator(
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
): PromiseSign {
  const name = nameOf(callee)
  return name === 'resolve' || name === 'withResolvers' ? 'other' : SIGNS[failingOfValue(node, parsed, rows)]
}

function isPromiseName(node: Node, parsed: Parsed): boolean {
  return node.type === 'Identifier' && node.name === 'Promise' && isGlobal(node, parsed)
}

function nameOf({ computed, property }: TSESTree.MemberExpression): string | null {
  return !computed && property.type === 'Identifier' ? property.name : null
}
