import type { OpaqueCall, WorldAccess } from '../facts/effects/behaviour.ts'
import { valueUseOf } from '../facts/effects/value-use.ts'
import { givesWriteText, namesMovingThing, namesPlainRead, namesWriteToo } from '../facts/signs/line-signs.ts'
import { asksPerson, namesWait, signOfName, splitName } from '../facts/signs/name-signs.ts'
import type { Operation } from './await-operation.ts'
import { isOfLocal, knownOperation, nameOfOperation } from './await-operation.ts'
import { isReadAtOnce } from './asks-and-waits.ts'
import { isSaidAside } from './kept-state.ts'
import { barOfMark } from './mark-bars.ts'
import { weighPrefixCall } from './prefix-calls.ts'
import { reason } from './question.ts'
import type { Confidence, Reason } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow, forbid, lower } from './weight.ts'
import { whereOf } from './where.ts'

const weighed = new WeakMap<Operation, Weight>()

/** Whether an awaited operation may overlap with others at all, whatever those are, and how sure that is. */
export function weighOperation(operation: Operation): Weight {
  const weight = weighed.get(operation) ?? weigh(operation)
  weighed.set(operation, weight)
  return weight
}

function weigh(operation: Operation): Weight {
  const bar = barAtSight(operation) ?? barOfBehaviour(operation)
  if (bar) return forbid(bar)
  const { behaviour, parsed } = operation
  const weights = behaviour.opaque.map((call) => weighCall(call, operation))
  const barred = weights.find((weight) => weight.bar)
  if (barred) return barred
  const { accesses, world, assumed } = behaviour
  const isDoubtful = assumed.length > 0 || accesses.some((access) => access.does === 'write' && !isOfLocal(access))
  const caps: Confidence[] = [
    ...weights.map(({ cap }) => cap),
    ...world.map((access) => capOfAccess(access)),
    isDoubtful ? 'likely' : 'certain',
  ]
  const known = world.slice(0, 3).map((access) => {
    const code = access.does === 'read' ? 'callee-reads' : 'writes-apart'
    return reason(code, access.anchor, { name: access.name, ...whereOf(access, parsed) })
  })
  return allow(caps.reduce(lower), ...known, ...weights.flatMap(({ reasons }) => reasons))
}

/** Why it may not overlap, by what can be seen without a look into the callee. */
export function barAtSight(operation: Operation): Reason | null {
  return barOfUse(operation) ?? barOfNames(operation)
}

/** A write at a named place, for which the place decides whether it may overlap. */
export function isPlacedWrite(operation: Operation): boolean {
  if (knownOperation(operation) === null) return false
  const writes = operation.behaviour.world.filter(({ does }) => does === 'write')
  return writes.length > 0 && writes.every(({ at, world: where }) => at !== null && where === 'file-system')
}

/** What is awaited for its effect alone may be what the next one needs, or a check that stops it. */
function barOfUse(operation: Operation): Reason | null {
  const { step, parsed } = operation
  if (valueUseOf(step.operation, parsed) !== 'discarded' || isPlacedWrite(operation)) return null
  return reason('for-effect', step.operation, { name: nameOf(operation) })
}

function nameOf({ step }: Operation): string {
  return nameOfOperation(step.operation).name ?? 'it'
}

function barOfNames(operation: Operation): Reason | null {
  const { operation: call } = operation.step
  const { name, receivers } = nameOfOperation(call)
  if (knownOperation(operation)?.row.effects.some(({ does }) => does === 'write')) return null
  return barOfName(name, receivers, call)
}

function barOfName(name: string | null, receivers: readonly string[], node: OpaqueCall['call']): Reason | null {
  const data = { name: name ?? 'it' }
  const sign = name === null ? null : signOfName(name)
  if (asksPerson(name, receivers)) return reason('interactive', node, data)
  if (sign === 'pacing' || (name !== null && namesWait(name))) return reason('pacing', node, data)
  if (sign === 'ordered') return reason('ordered-effect', node, data)
  const isWrite = sign === 'writes' || (name !== null && namesWriteToo(name)) || givesWriteText(node)
  if (isWrite) return reason('callee-named-like-write', node, data)
  const moving = receivers.find(namesMovingThing)
  return moving === undefined ? null : reason('stateful-receiver', node, { name: moving })
}

function barOfBehaviour(operation: Operation): Reason | null {
  const { behaviour, parsed } = operation
  const exit = behaviour.marks.find(({ what }) => what === 'exits')
  if (exit) return reason('guard', exit.anchor, { name: exit.name })
  for (const mark of behaviour.marks) {
    const bar = barOfMark(mark, parsed)
    if (bar) return bar
    if (mark.what === 'interactive' || (mark.what === 'pacing' && mark.depth === undefined))
      return reason(mark.what, mark.anchor, { name: mark.name })
  }
  const change = behaviour.world.find((access) => changes(access, operation))
  if (change) return reason('ordered-effect', change.anchor, { name: change.name, ...whereOf(change, parsed) })
  return null
}

/** Whether something is waited for that takes its time elsewhere: what only computes gains nothing by an overlap. */
export function waitsForWork(operation: Operation): boolean {
  const { opaque, world } = operation.behaviour
  if (opaque.some(({ awaited }) => awaited)) return true
  if (world.some((access) => access.world !== 'clock' && access.world !== 'random')) return true
  // response.json() takes what is still on its way.
  return knownOperation(operation)?.row.effects.some(({ does, on }) => does === 'write' && on === 'receiver') ?? false
}

function changes(access: WorldAccess, operation: Operation): boolean {
  if (access.does === 'read' || access.world === 'clock' || access.world === 'random') return false
  if (access.world === 'modules') return false
  if (access.world === 'console') return !isSaidAside(access, operation.parsed)
  return !isPlacedWrite(operation)
}

/** A module that is loaded runs; one that is not named may be somebody's configuration, which reads anything. */
function capOfAccess({ world, origin }: WorldAccess): Confidence {
  if (world !== 'modules') return 'certain'
  const isNamed = origin.type === 'ImportExpression' && origin.source.type === 'Literal'
  return isNamed ? 'likely' : 'possible'
}

/** A call of which nothing is known; the awaited one itself must read by all signs. */
function weighCall(call: OpaqueCall, operation: Operation): Weight {
  // Also in a callee of a callee: a person is asked one thing at a time.
  const { name } = call
  if (asksPerson(name, call.receiverNames) && !isReadAtOnce(call)) return forbid(reason('interactive', call.anchor, { name: name ?? 'it' }))
  const weight = weighPrefixCall(call, operation)
  if (weight.bar || call.depth !== undefined || !call.awaited) return weight
  const bar = barOfName(call.name, call.receiverNames, call.call)
  if (bar) return forbid(bar)
  if (name !== null && namesPlainRead(name)) return weight
  // `completeOrder` tells what it does by a word that is not known here; `posts` only names a thing.
  const isDeed = name !== null && signOfName(name) === null && splitName(name).length > 1
  if (isDeed) return forbid(reason('callee-unknown', call.anchor, { name }))
  return { ...weight, cap: lower(weight.cap, 'possible') }
}
