import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import type { Behaviour } from './behaviour.ts'
import { distinctBehaviour } from './distinct-behaviour.ts'
import { limitedBehaviour } from './limited-behaviour.ts'
import type { Region } from './region.ts'

const NOTHING: Behaviour = { accesses: [], world: [], marks: [], opaque: [] }
/** Each round adds to the summaries of functions that call each other; paths are short, so few are needed. */
const MOST_ROUNDS = 12
/** Callees of callees that are read; a call beyond is one that nothing is known of. */
const DEEPEST_CALL = 40

/** Summaries of one file under one table, made on demand. */
interface Summaries {
  readonly done: Map<Node, Behaviour>
  /** What is known so far of the functions that the outermost one reaches; those that call each other see that. */
  readonly soFar: Map<Node, Behaviour>
  readonly visited: Set<Node>
  readonly open: Set<Node>
  recursive: boolean
  grown: boolean
}

type Collect = (parts: readonly Node[], region: Region) => Behaviour

const caches = new WeakMap<Region['parsed'], WeakMap<Region['knownCalls'], Summaries>>()

/**
 * What the body of a function does, in terms of its parameters, its receiver and the variables around it; of a class,
 * what the fields of a new instance do. Functions that call each other are summarised again and again until nothing
 * is added. Null where calls are nested too deeply to follow.
 */
export function bodyBehaviour(callee: FunctionNode | ClassNode, from: Region, collect: Collect): Behaviour | null {
  const summaries = summariesOf(from)
  const known = summaries.done.get(callee)
  if (known) return known
  if (summaries.open.size > 0) return summarise(callee, from, collect, summaries)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    summaries.visited.clear()
    summaries.recursive = false
    summaries.grown = false
    summarise(callee, from, collect, summaries)
    if (!summaries.recursive || !summaries.grown) break
  }
  for (const [node, behaviour] of summaries.soFar) summaries.done.set(node, behaviour)
  summaries.soFar.clear()
  return summaries.done.get(callee)!
}

function summarise(
  callee: FunctionNode | ClassNode,
  from: Region,
  collect: Collect,
  summaries: Summaries,
): Behaviour | null {
  const before = summaries.soFar.get(callee) ?? NOTHING
  if (summaries.visited.has(callee)) {
    if (summaries.open.has(callee)) summaries.recursive = true
    return before
  }
  if (summaries.open.size >= DEEPEST_CALL) return null
  summaries.visited.add(callee)
  summaries.open.add(callee)
  const { parsed, knownCalls } = from
  const region: Region = { parsed, knownCalls, node: callee, elements: new Set(), bound: new Map() }
  const behaviour = limitedBehaviour(distinctBehaviour(collect(partsOf(callee), region)))
  summaries.open.delete(callee)
  if (size(behaviour) !== size(before)) summaries.grown = true
  summaries.soFar.set(callee, behaviour)
  return behaviour
}

function partsOf(callee: FunctionNode | ClassNode): readonly Node[] {
  if (!isClass(callee)) return [...callee.params, ...(callee.body ? [callee.body] : [])]
  return callee.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && !member.static && member.value ? [member.value] : [],
  )
}

function summariesOf({ parsed, knownCalls }: Region): Summaries {
  const byTable = caches.get(parsed) ?? new WeakMap<Region['knownCalls'], Summaries>()
  caches.set(parsed, byTable)
  const summaries = byTable.get(knownCalls) ?? {
    done: new Map(),
    soFar: new Map(),
    visited: new Set(),
    open: new Set(),
    recursive: false,
    grown: false,
  }
  byTable.set(knownCalls, summaries)
  return summaries
}

function size(behaviour: Behaviour): number {
  return behaviour.accesses.length + behaviour.world.length + behaviour.marks.length + behaviour.opaque.length
}
