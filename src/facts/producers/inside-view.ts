import type { ArrayFiller } from '../../model/find-array-fillers.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { Behaviour } from '../effects/behaviour.ts'
import { collectBehaviour } from '../effects/collect-behaviour.ts'
import type { Region } from '../effects/region.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import type { Held } from './held-values.ts'
import { heldValues } from './held-values.ts'

/** All that a function does, to its own variables too, and what is in each value that it appends. */
export interface InsideView {
  readonly behaviour: Behaviour
  /** In the order of the appends. */
  readonly held: readonly (readonly Held[])[]
}

export function insideView(
  { node, appends }: ArrayFiller,
  parsed: Parsed,
  knownCalls: readonly KnownCallRow[],
): InsideView {
  // Seen from a call within, all variables of the function are outside: none of what happens to them is left out.
  const region: Region = { parsed, knownCalls, node: appends[0]!.call, elements: new Set(), bound: new Map() }
  const behaviour = collectBehaviour([node.body as Node], region)
  return { behaviour, held: appends.map(({ call }) => heldValues(call.arguments, node, behaviour, region)) }
}
