import type { Access, Assumed, Mark, OpaqueCall, Signs, WorldAccess } from './behaviour.ts'
import { identityOf, keyOfRef } from './distinct.ts'
import { DistinctList } from './distinct-list.ts'
import { MOST_KEPT } from './limited-behaviour.ts'
import type { PlaceName } from './place-name.ts'

/** What an access, and a call, is told by. */
export type NamedAccess = Pick<Access, 'does' | 'place' | 'slot' | 'origin' | 'by'>
export type NamedCall = Pick<OpaqueCall, 'origin' | 'args' | 'calleeVariable'>

/** One more than is kept shows that there is more. */
const most = MOST_KEPT + 1

/** The lists of a behaviour as a summary keeps them: what is done to one place once, each place in the code once. */
export function distinctLists() {
  return {
    accesses: new DistinctList<Access, NamedAccess>({ keyOf: keyOfAccess, isWrite, most }),
    world: new DistinctList<WorldAccess>({ keyOf: keyOfWorld, isWrite, most }),
    marks: new DistinctList<Mark>({ keyOf: ({ origin, what }) => `${identityOf(origin)} ${what}`, isWrite: isNone, most }),
    opaque: new DistinctList<OpaqueCall, NamedCall>({ keyOf: keyOfCall, isWrite: isNone, most }),
    assumed: new DistinctList<Assumed>({ keyOf: keyOfAssumed, isWrite: isNone, most: Infinity }),
  }
}

function isWrite({ does }: Access | WorldAccess): boolean {
  return does === 'write'
}

function isNone(): boolean {
  return false
}

function keyOfAssumed({ origin, signs }: Assumed): string {
  return `${identityOf(origin)} ${keyOfSigns(signs)}`
}

function keyOfSigns(signs: Signs | undefined): string {
  return signs?.unless ? String(identityOf(signs.unless.variable)) : signs ? 'signs' : ''
}

/** Where something is written decides what becomes of it: a flag that is set, and one that is taken back. */
function keyOfAccess({ does, place, slot, origin, by }: NamedAccess): string {
  const where = does === 'write' ? identityOf(origin) : ''
  return `${keyOfName(by)} ${does} ${slot ?? ''} ${where} ${'variable' in place ? `=${identityOf(place.variable)}` : keyOfRef(place.ref)}`
}

function keyOfWorld({ origin, anchor, depth, does, world, at, isAssumed, bySigns }: WorldAccess): string {
  // `now()` before and after a wait, where `now` asks the clock.
  const when = world === 'clock' && depth === 1 ? identityOf(anchor) : ''
  return `${identityOf(origin)} ${does} ${isAssumed ?? ''} ${keyOfSigns(bySigns?.signs)} ${keyOfName(at)} ${when}`
}

function keyOfName(name: PlaceName | null | undefined): string {
  return name?.parts.map((part) => ('text' in part ? part.text : keyOfRef(part.ref))).join(' ') ?? ''
}

function keyOfCall({ origin, args, calleeVariable }: NamedCall): string {
  return `${identityOf(origin)} ${calleeVariable ? identityOf(calleeVariable) : ''} ${keyOfArguments(args)}`
}

/** What is handed on whole decides about a call; parts of it are too many to be kept apart. */
function keyOfArguments(args: OpaqueCall['args']): string {
  const whole = args.flat().filter(({ root, path }) => root.kind === 'variable' && path.length === 0)
  return whole.map(keyOfRef).join(' ')
}
