import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed, SourceFiles } from '../../parse/parsed.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import type { Behaviour } from './behaviour.ts'
import { FixedPoint } from './fixed-point.ts'
import { limitedBehaviour } from './limited-behaviour.ts'
import type { Region } from './region.ts'
import { regionAt } from './region.ts'

const NOTHING: Behaviour = { accesses: [], world: [], marks: [], opaque: [], assumed: [] }
/** Each round adds to the summaries of functions that call each other; paths are short, so few are needed. */
const MOST_ROUNDS = 12
/** Callees of callees that are read; a call beyond is one that nothing is known of. */
const DEEPEST_CALL = 40

type Callee = FunctionNode | ClassNode
type Collect = (parts: readonly Node[], region: Region) => Behaviour

type Summaries = FixedPoint<Callee, Behaviour | null>

/** Summaries under one table of the files that are seen together. */
const summaries = new WeakMap<SourceFiles | Parsed, WeakMap<Region['knownCalls'], Summaries>>()

/**
 * What the body of a function does, in terms of its parameters, its receiver and the variables around it; of a class,
 * what the fields of a new instance do. Null where calls are nested too deeply to follow.
 */
export function bodyBehaviour(callee: Callee, from: Region, collect: Collect): Behaviour | null {
  return summariesFor(from).ask(callee, () =>
    limitedBehaviour(collect(partsOf(callee), regionAt(callee, from))),
  )
}

function summariesFor({ parsed, knownCalls }: Region): Summaries {
  const together = parsed.files ?? parsed
  const byTable = summaries.get(together) ?? new WeakMap<Region['knownCalls'], Summaries>()
  const found = byTable.get(knownCalls) ?? createSummaries()
  summaries.set(together, byTable.set(knownCalls, found))
  return found
}

function createSummaries(): Summaries {
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

function size({ accesses, world, marks, opaque, assumed }: Behaviour): number {
  return accesses.length + world.length + marks.length + opaque.length + assumed.length
}
