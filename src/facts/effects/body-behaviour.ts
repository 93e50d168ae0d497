import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Behaviour } from './behaviour.ts'
import { distinctBehaviour } from './distinct-behaviour.ts'
import type { Region } from './region.ts'

const NOTHING: Behaviour = { accesses: [], world: [], marks: [], opaque: [] }
const MOST_ROUNDS = 4

/** Summaries of one file under one table; made on demand. */
interface Summaries {
  readonly done: Map<FunctionNode, Behaviour>
  /** Functions being summarised: what is known of them so far. Recursive calls see that, until nothing is added. */
  readonly open: Map<FunctionNode, Behaviour>
  /** Open functions that were asked for since. */
  readonly touched: Set<FunctionNode>
}

const caches = new WeakMap<Region['parsed'], WeakMap<Region['knownCalls'], Summaries>>()

/** What the body of a function does, in terms of its parameters, its receiver and the variables around it. */
export function bodyBehaviour(
  callee: FunctionNode,
  from: Region,
  collect: (parts: readonly Node[], region: Region) => Behaviour,
): Behaviour {
  const summaries = summariesOf(from)
  const known = summaries.done.get(callee)
  if (known) return known
  const open = summaries.open.get(callee)
  if (open) {
    summaries.touched.add(callee)
    return open
  }
  const region: Region = { parsed: from.parsed, knownCalls: from.knownCalls, node: callee, elements: new Set(), bound: new Map() }
  let behaviour = NOTHING
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    summaries.open.set(callee, behaviour)
    summaries.touched.delete(callee)
    const next = distinctBehaviour(collect([...callee.params, ...(callee.body ? [callee.body] : [])], region))
    const settled = !summaries.touched.has(callee) || size(next) === size(behaviour)
    behaviour = next
    if (settled) break
  }
  summaries.open.delete(callee)
  summaries.touched.delete(callee)
  // While a caller is open, this may rest on a part of that caller's summary.
  if (summaries.touched.size === 0) summaries.done.set(callee, behaviour)
  return behaviour
}

function summariesOf({ parsed, knownCalls }: Region): Summaries {
  const byTable = caches.get(parsed) ?? new WeakMap<Region['knownCalls'], Summaries>()
  caches.set(parsed, byTable)
  const summaries = byTable.get(knownCalls) ?? { done: new Map(), open: new Map(), touched: new Set() }
  byTable.set(knownCalls, summaries)
  return summaries
}

function size(behaviour: Behaviour): number {
  return behaviour.accesses.length + behaviour.world.length + behaviour.marks.length + behaviour.opaque.length
}
