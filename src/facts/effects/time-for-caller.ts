import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { ClassNode } from '../callees/class-node.ts'
import type { World } from '../known-calls/row.ts'
import type { Behaviour, Mark, Measure, OpaqueCall, WorldAccess } from './behaviour.ts'
import { measuredIn } from './measured-wait.ts'
import { valueUseOf } from './value-use.ts'
import { waitOf } from './wait-of.ts'
import { waitsByItself } from './waits-by-itself.ts'

interface Call {
  readonly callee: FunctionNode | ClassNode
  readonly node: Node
}

/** A callee paces only where waiting is all that it does, however it comes to the time, and for the time alone. */
export function markFor(
  { what, anchor }: Mark,
  { callee, node }: Call,
  { opaque, world }: Behaviour,
  parsed: Parsed,
): Mark['what'] | null {
  if (what !== 'pacing' && what !== 'waits') return what
  const works = opaque.some(isWaitedFor) || world.some((access) => !IDLE.has(access.world))
  const wait = works ? null : waitOf(node, parsed)
  const isForTime = wait === 'time' || wait === 'returned' || valueUseOf(node, parsed) === 'discarded'
  if (!works && isForTime) return what
  return waitsByItself(anchor, callee, parsed) ? 'waits' : null
}

/** Beyond its caller a measure counts where that hands it on. */
export function measureFor(
  { measures, anchor }: WorldAccess,
  { callee, node }: Call,
  behaviour: Behaviour,
  parsed: Parsed,
): Measure | null {
  const isHandedOn = measures === undefined || valueUseOf(anchor, parsed) === 'returned'
  const measure = measures ?? measuredIn(behaviour, callee, parsed)
  return measure && (!isHandedOn || valueUseOf(node, parsed) === 'discarded') ? 'aside' : measure
}

function isWaitedFor({ awaited, used }: OpaqueCall): boolean {
  return awaited || used === 'returned'
}

const IDLE: ReadonlySet<World> = new Set(['random', 'clock', 'console'])
