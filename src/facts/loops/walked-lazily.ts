import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { findFunction } from '../callees/find-function.ts'
import type { Behaviour } from '../effects/behaviour.ts'
import { collectBehaviour } from '../effects/collect-behaviour.ts'
import type { Ref } from '../effects/place.ts'
import { refsOf } from '../effects/refs.ts'
import type { Region } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** The collections that are read while the source is walked: `xs` of `xs`, `xs ?? []` and `xs.entries()`. */
export function collectionsWalked(source: Node, region: Region): readonly Ref[] {
  const node = plainExpression(source)
  if (node.type !== 'CallExpression') return refsOf(node, region)
  const known = lookUpCall(node, region.parsed, region.knownCalls)
  return known?.receiver && known.row.returns?.startsWith('Iterator') ? collectionsWalked(known.receiver, region) : []
}

/** What a generator of this file does between the turns that walk it; null where the source is none. */
export function generatorBehaviour(source: Node, region: Region): Behaviour | null {
  const node = plainExpression(source)
  const variable = node.type === 'Identifier' ? variableOf(node, region.parsed) : null
  const made = variable && singleInit(variable)
  const call = made ? plainExpression(made) : node
  const callee = call.type === 'CallExpression' ? findFunction(call.callee, region.parsed) : null
  return isFunction(callee) && callee.generator ? collectBehaviour([call], region) : null
}
