import type { Node } from '../../parse/node-types.ts'
import type { Behaviour, OpaqueCall } from './behaviour.ts'
import { distinctBy, identityOf, keyOfRef } from './distinct.ts'

/**
 * The behaviour without repetitions, as a summary of a function keeps it: one entry for what is done to one place,
 * one for each place in the code that is reached. Without this, summaries would grow with the number of call paths.
 */
export function distinctBehaviour({ accesses, world, marks, opaque, assumed }: Behaviour): Behaviour {
  return {
    accesses: distinctBy(
      accesses,
      ({ does, place, slot, origin }) =>
        `${does} ${slot ?? ''} ${does === 'write' ? methodOf(origin) : ''} ${'variable' in place ? `=${identityOf(place.variable)}` : keyOfRef(place.ref)}`,
    ),
    world: distinctBy(
      world,
      ({ origin, does, at, isAssumed }) =>
        `${identityOf(origin)} ${does} ${isAssumed ?? ''} ${at?.parts.map((part) => ('text' in part ? part.text : keyOfRef(part.ref))).join(' ') ?? ''}`,
    ),
    marks: distinctBy(marks, ({ origin, what }) => `${identityOf(origin)} ${what}`),
    opaque: distinctBy(opaque, ({ origin, args }) => `${identityOf(origin)} ${keyOfArguments(args)}`),
    assumed: distinctBy(assumed, ({ origin }) => String(identityOf(origin))),
  }
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
