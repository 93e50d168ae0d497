import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import { findFunction } from '../callees/find-function.ts'
import { lookUpReference } from '../known-calls/look-up-reference.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isPlainKind } from '../values/is-plain-kind.ts'
import { returnedBy } from '../values/kind-of-result.ts'
import { callbackRegionIn } from './callback-region.ts'
import type { Key, Ref } from './place.ts'
import { extendRef } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'
import { regionAt } from './region.ts'
import { toldRefs } from './told-refs.ts'

/** Functions whose results are being asked for. */
const open = new Set<Node>()

/**
 * What `path` leads to in what a function gives that a known call calls: `x` of `(x) => [x.id, x]` at `1`. What the
 * function makes is `fresh`; what it gives that cannot be told, nothing is known of.
 */
export function callbackResults(
  argument: Node,
  given: (index: number) => readonly Ref[],
  path: readonly Key[],
  region: Region,
  asking: RefAsking,
): readonly Ref[] {
  const node = plainExpression(argument)
  const callee = isFunction(node) ? node : findFunction(node, region.parsed)
  const unknown = extendRef({ root: { kind: 'opaque', node }, path: [] }, path)
  if (!callee) return isKnownToMake(node, region) ? [{ root: { kind: 'fresh', node }, path: [] }] : [unknown]
  if (callee.generator || open.has(callee)) return [unknown]
  open.add(callee)
  try {
    return resultsOf(callee, node, given, path, region, asking)
  } finally {
    open.delete(callee)
  }
}

function resultsOf(
  callee: FunctionNode,
  node: Node,
  given: (index: number) => readonly Ref[],
  path: readonly Key[],
  region: Region,
  asking: RefAsking,
): readonly Ref[] {
  const isInline = callee === node
  const inner = isInline ? callbackRegionIn(callee, given, region, asking) : regionAt(callee, region)
  const values = returnedBy(callee, fileOf(callee, region.parsed))
  const refs = values.flatMap((value) => (value ? asking.refsAt(asking.refsOf(value, inner), path, inner) : []))
  if (isInline) return refs
  const all = [0, 1, 2, 3].flatMap(given)
  const unknown: Ref = { root: { kind: 'opaque', node }, path: [] }
  const call = { callee, node, receiver: null, args: [], given: all.length > 0 ? all : [unknown] }
  return refs.flatMap((ref) => toldRefs(ref, call, region, asking))
}

/** `texts.map(Number)`, `text.then(JSON.parse)` */
function isKnownToMake(node: Node, { parsed, knownCalls }: Region): boolean {
  if (node.type === 'Literal') return true
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
  const row = lookUpReference(node, parsed, knownCalls)
  return row !== null && (row.fresh === true || isPlainKind(row.returns))
}
