import type { Node } from '../../parse/node-types.ts'
import { findFunction } from '../callees/find-function.ts'
import type { Region } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'

/** `iterable`: surely iterable, of a class other than these. `unknown`: perhaps an array-like, perhaps not iterable. */
export type IterableKind = 'array' | 'set' | 'map' | 'iterator' | 'string' | 'iterable' | 'unknown'

const KINDS: Readonly<Record<string, IterableKind>> = {
  Array: 'array',
  Set: 'set',
  Map: 'map',
  Iterator: 'iterator',
  string: 'string',
  Iterable: 'iterable',
  URLSearchParams: 'iterable',
  FormData: 'iterable',
  Headers: 'iterable',
  NodeList: 'iterable',
  Buffer: 'iterable',
  Uint8Array: 'iterable',
}

/** What an expression is to a loop that walks it. Written types are believed. */
export function iterableKindOf(expression: Node, region: Pick<Region, 'parsed' | 'knownCalls'>): IterableKind {
  const { parsed, knownCalls } = region
  const kind = valueKindOf(expression, parsed, knownCalls)
  const known = kind === null ? undefined : KINDS[classOf(parseKind(kind))]
  const node = plainExpression(expression)
  return known ?? (isGeneratorCall(node, { parsed }) ? 'iterator' : kindOfEither(node, region))
}

/** `names ?? []`, `isAll ? map.keys() : names`: iterable if both are. What is left of `&&` may be `false`. */
function kindOfEither(node: Node, region: Pick<Region, 'parsed' | 'knownCalls'>): IterableKind {
  const either =
    node.type === 'ConditionalExpression' ? [node.consequent, node.alternate]
    : node.type === 'LogicalExpression' && node.operator !== '&&' ? [node.left, node.right]
    : []
  const kinds = new Set(either.map((one) => iterableKindOf(one, region)))
  if (kinds.size === 0 || kinds.has('unknown')) return 'unknown'
  const [first] = kinds
  return kinds.size === 1 ? first! : 'iterable'
}

/**
 * Whether an iterator is surely one of the language, with the methods of `Iterator.prototype`: what `map.values()` or a
 * generator gives. A type does not tell, as `IterableIterator` may be an object with `next` alone.
 */
export function hasIteratorMethods(expression: Node, { parsed, knownCalls }: Region): boolean {
  const node = plainExpression(expression)
  const init = initOfName(node, parsed)
  const made = init ? plainExpression(init) : node
  if (made.type !== 'CallExpression') return false
  return (
    isGeneratorCall(made, { parsed }) ||
    lookUpCall(made, parsed, knownCalls)?.row.returns?.startsWith('Iterator') === true
  )
}

/** A call of a generator function whose body is in sight. */
function isGeneratorCall(node: Node, { parsed }: Pick<Region, 'parsed'>): boolean {
  const callee = node.type === 'CallExpression' ? findFunction(node.callee, parsed) : null
  return callee !== null && callee.generator && !callee.async
}
