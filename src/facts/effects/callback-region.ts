import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { pathToName } from './pattern-path.ts'
import type { Ref } from './place.ts'
import { ANY_KEY } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'

/** The region with what the parameters of a function hold that is written in it, and called there. */
export function callbackRegionIn(
  callback: FunctionNode,
  given: (index: number) => readonly Ref[],
  region: Region,
  { refsAt }: Pick<RefAsking, 'refsAt'>,
): Region {
  const bound = new Map(region.bound)
  for (const variable of region.parsed.scopes.getDeclaredVariables(callback)) {
    const [def] = variable.defs
    if (def?.type !== 'Parameter') continue
    const holds = ({ range }: Node): boolean => range[0] <= def.name.range[0] && def.name.range[1] <= range[1]
    const refs = given(callback.params.findIndex(holds))
    bound.set(variable, refsAt(refs, pathToName(variable) ?? [ANY_KEY], region))
  }
  return { ...region, bound }
}
