import type { Node } from '../../parse/node-types.ts'
import { isClass } from '../callees/class-node.ts'
import { argumentFor } from './parameter-of.ts'
import type { NamedPart, NamePart, PlaceName } from './place-name.ts'
import { climbs, concatenate, isKnownPart, placeNameOf } from './place-name.ts'
import type { Region } from './region.ts'
import type { ToldCall } from './told-refs.ts'
import type { Translator } from './translator.ts'

/** More parts are not told: a function that calls itself with a longer name would make ever longer ones. */
const MOST_PARTS = 10

/**
 * The name of a place in a callee as its caller would tell it; null where it may be any. What the caller made of
 * parts keeps them:
 *
 *     write(join(out, page.slug))      async function write(file) { await writeFile(file, '') }
 */
export function nameForCaller(
  name: PlaceName,
  call: ToldCall,
  translator: Translator,
  region: Region,
): PlaceName | null {
  const { parts } = concatenate(name.parts.map((part) => ({ parts: partsFor(part, call, translator, region) })))
  if (parts.length <= MOST_PARTS) return { parts }
  if (parts.slice(MOST_PARTS - 1).some(climbs)) return null
  const rest: NamedPart = { ref: { root: { kind: 'fresh', node: call.callee }, path: [] }, exact: false }
  return { parts: [...parts.slice(0, MOST_PARTS - 1), rest] }
}

function partsFor(part: NamePart, call: ToldCall, { toRefs }: Translator, region: Region): readonly NamePart[] {
  if ('text' in part) return [part]
  const made = madeName(part, call, region)
  if (made) return made.parts.map((one) => ('text' in one ? one : asUsed(one, part)))
  const refs = toRefs([part.ref])
  return refs.map((ref) => ({
    ref,
    exact: part.exact && refs.length === 1,
    ...(part.respelled && { respelled: true as const }),
  }))
}

/** What the caller made for a parameter, or wrote out; null where that is no better than what the parameter holds. */
function madeName({ ref }: NamedPart, { callee, args }: ToldCall, region: Region): PlaceName | null {
  if (isClass(callee) || ref.root.kind !== 'variable' || ref.path.length > 0) return null
  const argument: Node | null = argumentFor(ref.root.variable, callee, args)
  if (!argument) return null
  const name = placeNameOf(argument, region)
  const [first] = name.parts
  const isMade = name.parts.length > 1 || (first !== undefined && 'text' in first)
  return isMade && name.parts.every(isKnownPart) ? name : null
}

/** Known no better than the callee knows the whole. */
function asUsed(part: NamedPart, { exact, respelled }: NamedPart): NamedPart {
  if (exact) return part
  const isRespelled = respelled && (part.exact || part.respelled)
  return { ref: part.ref, exact: false, ...(isRespelled && { respelled: true as const }) }
}
