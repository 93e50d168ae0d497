import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { findFunction } from '../callees/find-function.ts'
import type { Behaviour } from '../effects/behaviour.ts'
import type { Region } from '../effects/region.ts'
import { regionAt } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { generatorBehaviour } from '../loops/walked-lazily.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { behaviourOfCode } from './code-effects.ts'
import { iterableKindOf } from './iterable-kind.ts'
import { hasThrow } from './may-throw.ts'

/** What is read, step by step, while something is walked. */
export interface WalkedState {
  /** The collections themselves: `users` in `users.values()`. */
  readonly collections: readonly Node[]
  /** What runs at each step: the body of a generator, callbacks of lazy stages. */
  readonly steps: readonly Behaviour[]
  /** There may be more that is not known: an unknown iterable may run any code. */
  readonly isKnown: boolean
  /** A step may fail by a `throw` in sight: after what was done with the elements before. */
  readonly mayThrow?: true
}

const NOTHING: WalkedState = { collections: [], steps: [], isKnown: true }

export function walkedStateOf(source: Node, region: Region): WalkedState {
  const node = plainExpression(source)
  const kind = iterableKindOf(node, region)
  if (kind === 'string') return NOTHING
  if (kind !== 'iterator') return { collections: [node], steps: [], isKnown: kind !== 'unknown' && kind !== 'iterable' }
  const generated = generatorBehaviour(node, regionAt(node, region))
  if (generated) {
    const call = madeBy(node, region)
    const callee = call.type === 'CallExpression' ? findFunction(call.callee, region.parsed) : null
    const mayThrow = callee !== null && hasThrow(callee, region.parsed)
    return { collections: [], steps: [generated], isKnown: true, ...(mayThrow && { mayThrow }) }
  }
  const made = madeBy(node, region)
  const walked = walkedByCall(made, region)
  // An iterator that a variable holds is itself changed by whoever takes from it.
  return made === node ? walked : { ...walked, collections: [node, ...walked.collections] }
}

function walkedByCall(node: Node, region: Region): WalkedState {
  const unknown: WalkedState = { collections: [node], steps: [], isKnown: false }
  const known = node.type === 'CallExpression' ? lookUpCall(node, region.parsed, region.knownCalls) : null
  if (!known || node.type !== 'CallExpression') return unknown
  const { row, receiver } = known
  const [first] = node.arguments
  const walked = receiver ?? (row.effects.some(({ on }) => typeof on === 'object') ? first : null)
  if (!walked || walked.type === 'SpreadElement') return unknown
  const below = walkedStateOf(walked, region)
  if (row.calls === undefined) return below
  if (!first || !isFunction(plainExpression(first))) return { ...below, isKnown: false }
  return { ...below, steps: [...below.steps, behaviourOfCode(plainExpression(first), region)] }
}

/** const names = users.keys(); ...; [...names] */
function madeBy(node: Node, { parsed }: Region): Node {
  const init = initOfName(node, parsed)
  return init ? plainExpression(init) : node
}
