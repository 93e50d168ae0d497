import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { definingVariable } from '../callees/imported-node.ts'
import { variableOf } from '../scopes/variable-of.ts'
import type { Access, Assumed, Behaviour, Mark, OpaqueCall, WorldAccess } from './behaviour.ts'
import type { NamedAccess, NamedCall } from './distinct-behaviour.ts'
import type { Sink } from './distinct-list.ts'
import type { PlaceName } from './place-name.ts'
import type { Ref } from './place.ts'
import type { Region } from './region.ts'
import { isLocal } from './region.ts'

/** Where the visitors of one region put what they find. */
export interface Recorder {
  readonly region: Region
  readonly accesses: Sink<Access, NamedAccess>
  readonly world: Sink<WorldAccess>
  readonly marks: Sink<Mark>
  readonly opaque: Sink<OpaqueCall, NamedCall>
  readonly assumed: Sink<Assumed>
  /** Goes on below a node, with other bindings for the parameters of a callback. */
  visit(node: Node, region?: Region): void
  access(does: Access['does'], ref: Ref, node: Node, how?: 'deep' | 'slot', by?: PlaceName | null): void
  /** What the body of a function, or the fields of a class do, in their own terms; null where it cannot be followed. */
  summarise(callee: FunctionNode | ClassNode): Behaviour | null
}

/** The variable at the root of a path is read; the object it holds is not, beyond the path. */
export function readRoot(node: Node, recorder: Recorder): void {
  if (node.type === 'ThisExpression') return
  if (node.type !== 'Identifier') return recorder.visit(node)
  const variable = variableOf(node, recorder.region.parsed)
  if (variable && variable.defs.length > 0 && !isLocal(variable, recorder.region)) {
    recorder.accesses.push({ does: 'read', place: { variable: definingVariable(variable, recorder.region.parsed) }, anchor: node, origin: node })
  }
}
