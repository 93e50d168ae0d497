import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import type { Behaviour } from './behaviour.ts'
import { distinctBehaviour } from './distinct-behaviour.ts'
import { FixedPoint } from './fixed-point.ts'
import { limitedBehaviour } from './limited-behaviour.ts'
import type { Region } from './region.ts'

const NOTHING: Behaviour = { accesses: [], world: [], marks: [], opaque: [] }
/** Each round adds to the summaries of functions that call each other; paths are short, so few are needed. */
const MOST_ROUNDS = 12
/** Callees of callees that are read; a call beyond is one that nothing is known of. */
const DEEPEST_CALL = 40

type Callee = FunctionNode | ClassNode
type Collect = (parts: readonly Node[], region: Region) => Behaviour

/** Summaries of one file under one table. */
const summaries = new WeakMap<Region['parsed'], WeakMap<Region['knownCalls'], FixedPoint<Callee, Behaviour | null>>>()

/**
 * What the body of a function does, in terms of its parameters, its receiver and the variables around it; of a class,
 * what the fields of a new instance do. Null where calls are nested too deeply to follow.
 */
export function bodyBehaviour(callee: Callee, { parsed, knownCalls }: Region, collect: Collect): Behaviour | null {
  const byTable = summaries.get(parsed) ?? new WeakMap<Region['knownCalls'], FixedPoint<Callee, Behaviour | null>>()
  const known = byTable.get(knownCalls) ?? createSummaries()
  summaries.set(parsed, byTable.set(knownCalls, known))
  return known.ask(callee, () => {
    const region: Region = { parsed, knownCalls, node: callee, elements: new Set(), bound: new Map() }
    return limitedBehaviour(distinctBehaviour(collect(partsOf(callee), region)))
  })
}

function createSummaries(): FixedPoint<Callee, Behaviour | null> {
  return new FixedPoint<Callee, Behaviour | null>({
    nothing: NOTHING,
    isSame: (before, after) => before === after || (before && size(before)) === (after && size(after)),
    mostRounds: MOST_ROUNDS,
    giveUp: (_, last) => last && { ...last, partial: true },
    deepest: DEEPEST_CALL,
    tooDeep: () => null,
  })
}

function partsOf(callee: Callee): readonly Node[] {
  if (!isClass(callee)) return [...callee.params, ...(callee.body ? [callee.body] : [])]
  return callee.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && !member.static && member.value ? [member.value] : [],
  )
}

function size(behaviour: Behaviour): number {
  return behaviour.accesses.length + behaviour.world.length + behaviour.marks.length + behaviour.opaque.length
}
