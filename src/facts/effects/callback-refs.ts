import type { Node } from '../../parse/node-types.ts'
import type { KnownCall } from '../known-calls/find-call.ts'
import type { Ref } from './place.ts'
import { ANY_KEY } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'

/** What the parameters of a function hold that a known call calls: `(sum, x, i, xs)` of a `reduce`, `x` of a `map`. */
export function callbackRefs(
  { row }: KnownCall,
  args: readonly Node[],
  receiver: readonly Ref[],
  region: Region,
  { refsOf, refsAt }: Pick<RefAsking, 'refsOf' | 'refsAt'>,
): (index: number) => readonly Ref[] {
  const refsOfArgument = (index: number): readonly Ref[] => {
    const argument = args[index]
    return argument ? refsOf(argument.type === 'SpreadElement' ? argument.argument : argument, region) : []
  }
  const elementsOf = (refs: readonly Ref[]): readonly Ref[] => refsAt(refs, [ANY_KEY], region)
  return (index) => {
    switch (row.callbackGets?.[index]) {
      case '$this':
        return receiver
      case 'number':
      case 'string':
        return []
      // What a promise gives is what the promise is.
      case '$awaited':
        return receiver
      case '$each0':
        return elementsOf(refsOfArgument(0))
      // What is folded begins as an argument that the row says to be in the result.
      case 'unknown': {
        const begun = (row.holds ?? []).filter((where) => typeof where === 'number' && args[where] && !row.calls?.includes(where))
        return begun.length > 0 ? begun.flatMap((where) => refsOfArgument(where as number)) : elementsOf(receiver)
      }
      default:
        return elementsOf(receiver)
    }
  }
}
