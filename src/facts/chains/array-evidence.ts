import type { Stage } from '../../model/chain.ts'
import { formNodes } from '../../model/form-nodes.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { findFunction } from '../callees/find-function.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isNamedLikePredicate, parametersOf } from './parameters-of.ts'
import { looksLikeArray } from '../signs/array-signs.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'

/**
 * Whether a receiver is an array of the language. Collections of libraries have `filter`, `map` and `length` too.
 *
 *     surely   by its kind
 *     signs    it has methods, or is used elsewhere, as only arrays are
 *     unknown
 *     doubtful it is given what may be no function: nodes.filter(selector)
 *     other    of another kind, or wrapped by a library: $('a'), _(xs)
 */
export type ArrayEvidence = 'surely' | 'signs' | 'unknown' | 'doubtful' | 'other'

export function arrayEvidenceOf(
  source: Node,
  stages: readonly Stage[],
  parsed: Parsed,
  knownCalls: readonly KnownCallRow[],
): ArrayEvidence {
  const kind = valueKindOf(source, parsed, knownCalls)
  if (kind !== null) return classOf(parseKind(kind)) === 'Array' ? 'surely' : 'other'
  const node = plainExpression(source)
  if (isWrapped(node)) return 'other'
  if (stages.some(({ callback }) => callback && !isSurelyFunction(callback, parsed))) return 'doubtful'
  const isByMethods = stages.some(({ method }) => method === 'flatMap' || method === 'flat')
  return isByMethods || looksLikeArray(node, parsed) || hasPropertyUsedAsArray(node, parsed) ? 'signs' : 'unknown'
}

/** Written in place, found, or an import or property that is named like a predicate. */
function isSurelyFunction(callback: Node, parsed: Parsed): boolean {
  if (findFunction(callback, parsed) !== null || isNamedLikePredicate(callback)) return true
  return parametersOf(callback, parsed) !== null
}

/** `$('a')`, `$rows`, `_(xs)`, `chain(xs)`; `xs.values()`, which is an iterator of all that have it. */
function isWrapped(node: Node): boolean {
  if (node.type === 'Identifier') return node.name.startsWith('$')
  if (node.type !== 'CallExpression') return false
  const { callee } = node
  const name = callee.type === 'MemberExpression' ? callee.property : callee
  if (name.type !== 'Identifier') return false
  const isIterator = node.arguments.length === 0 && ['values', 'keys', 'entries'].includes(name.name)
  return /^[$_]/.test(name.name) || name.name === 'chain' || isIterator
}

/** `node.params`, where the file somewhere has `x.params.push(y)`, or spreads it into an array. */
function hasPropertyUsedAsArray(node: Node, parsed: Parsed): boolean {
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return false
  return propertiesUsedAsArrays(parsed).has(node.property.name)
}

const cache = new WeakMap<Parsed['ast'], ReadonlySet<string>>()

function propertiesUsedAsArrays(parsed: Parsed): ReadonlySet<string> {
  let names = cache.get(parsed.ast)
  if (!names) {
    const found = new Set<string>()
    for (const node of formNodes(parsed)) {
      if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) continue
      const { object, property } = node.callee
      if (property.type !== 'Identifier' || !ONLY_OF_ARRAYS.has(property.name)) continue
      if (object.type === 'MemberExpression' && object.property.type === 'Identifier') found.add(object.property.name)
    }
    cache.set(parsed.ast, (names = found))
  }
  return names
}

const ONLY_OF_ARRAYS = new Set(['push', 'unshift', 'splice', 'join', 'flatMap', 'toSorted', 'findLast', 'at'])
