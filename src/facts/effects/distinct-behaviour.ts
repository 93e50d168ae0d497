import type { Node } from '../../parse/node-types.ts'
import type { Access, Happening, Mark, OpaqueCall, WorldAccess } from './behaviour.ts'
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
    assumed: new DistinctList<Happening>({ keyOf: keyOfHappening, isWrite: isNone, most: Infinity }),
  }
}

function isWrite({ does }: Access | WorldAccess): boolean {
  return does === 'write'
}

function isNone(): boolean {
  return false
}

function keyOfHappening({ origin }: Happening): string {
  return String(identityOf(origin))
}

function keyOfAccess({ does, place, slot, origin, by }: NamedAccess): string {
  const method = does === 'write' ? methodOf(origin) : ''
  return `${keyOfName(by)} ${does} ${slot ?? ''} ${method} ${'variable' in place ? `=${identityOf(place.variable)}` : keyOfRef(place.ref)}`
}

function keyOfWorld({ origin, anchor, depth, does, world, at, isAssumed }: WorldAccess): string {
  // `now()` before and after a wait, where `now` asks the clock.
  const when = world === 'clock' && depth === 1 ? identityOf(anchor) : ''
  return `${identityOf(origin)} ${does} ${isAssumed ?? ''} ${keyOfName(at)} ${when}`
}

function keyOfName(name: PlaceName | null | undefined): string {
  return name?.parts.map((part) => ('text' in part ? part.text : keyOfRef(part.ref))).join(' ') ?? ''
}

function keyOfCall({ origin, args, calleeVariable }: NamedCall): string {
  return `${identityOf(origin)} ${calleeVariable ? identityOf(calleeVariable) : ''} ${keyOfArguments(args)}`
}

/** What is put in and what is taken out are two things. */
function methodOf(origin: Node): string {
  if (origin.type !== 'CallExpression' || origin.callee.type !== 'MemberExpression') return ''
  return origin.callee.property.type === 'Identifier' ? origin.callee.property.name : ''
}

/** What is handed on whole decides about a call; parts of it are too many to be kept apart. */
function keyOfArguments(args: OpaqueCall['args']): string {
  const whole = args.flat().filter(({ root, path }) => root.kind === 'variable' && path.length === 0)
  return whole.map(keyOfRef).join(' ')
}
