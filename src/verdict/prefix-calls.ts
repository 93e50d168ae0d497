import type { OpaqueCall } from '../facts/effects/behaviour.ts'
import { valueUseOf } from '../facts/effects/value-use.ts'
import { beginsTurn } from '../facts/loops/begins-turn.ts'
import { changesRowByKey } from '../facts/loops/own-row.ts'
import { collectionsHanded } from '../facts/loops/handed-collections.ts'
import { givenTransaction } from '../facts/loops/given-transaction.ts'
import { endsInFailure } from '../facts/loops/ends-in-failure.ts'
import { isHandledInTurn } from '../facts/loops/handles-failure.ts'
import { isLocal } from '../facts/effects/region.ts'
import type { Region } from '../facts/effects/region.ts'
import { sendsToOneAddress } from '../facts/loops/sends-change.ts'
import { takesElement } from '../facts/loops/takes-element.ts'
import { singleInit } from '../facts/scopes/binding.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { variableOf } from '../facts/scopes/variable-of.ts'
import type { AwaitLoop } from '../model/await-loop.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Sign } from '../facts/signs/name-signs.ts'
import {
  namesDetail,
  namesGiving,
  namesLimiter,
  namesLogLine,
  namesOrderedThing,
  namesSeen,
  namesSingleUseThing,
  namesTransaction,
  signOfName,
  splitName,
} from '../facts/signs/name-signs.ts'
import { namesGiven } from '../facts/signs/names-given.ts'
import { isFarAway, isOnTheWay, isSaidAside } from './kept-state.ts'
import type { Question } from './question.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'
import type { Weight } from './weight.ts'
import { allow, forbid } from './weight.ts'
import { whereOf } from './where.ts'

/** The loop where there is one: calls in a line have none. */
type CallQuestion = Pick<Question, 'parsed' | 'region'> & Partial<Pick<Question, 'loop' | 'turn'>>

/** Weighs a call that would overlap and of which nothing is known but its name, and what it is given and gives. */
export function weighPrefixCall(call: OpaqueCall, question: CallQuestion): Weight {
  const { loop, turn } = question
  const name = call.name ?? 'it'
  const bar = barOfNames(call, question) ?? barOfCollections(call, question)
  if (bar) return forbid(bar)
  const unknown = reason('callee-unknown', call.anchor, { name, ...whereOf(call, question.parsed) })
  if (call.callsElement && call.receiver === null && call.call.type === 'CallExpression') {
    return call.awaited ? forbid(reason('ordered-effect', call.anchor, { name })) : allow('possible', unknown)
  }
  const sign = call.name === null ? null : signOfName(call.name)
  if ((call.depth ?? 0) > 0 && !call.awaited) {
    if (valueUseOf(call.anchor, question.parsed) !== 'discarded') return weighAside(call, sign, unknown, question)
    // run(() => ...), deep in a callee that is called for what it does
    if (call.calleeVariable && sign === null) return allow('possible', unknown)
  }
  // What it writes is held against the others by its place.
  if (call.isTold && loop && turn && changesRowByKey(call, turn, loop.node)) return allow('likely', unknown)
  if (call.used === 'discarded') {
    const waits = call.awaited && (sign === 'pacing' || namesLimiter(name)) && isOnTheWay(call, question.parsed)
    const fails = !call.awaited && loop !== undefined && endsInFailure(call, loop)
    const isLine = namesDetail(call.name, call.receiverNames) || isAnnouncement(call, loop, question.parsed)
    const cap = waits || fails || (isLine && !call.awaited) || isOwnAffair(call, sign, question) ? 'likely' : 'possible'
    return allow(cap, reason('value-discarded', call.anchor, { name }), unknown)
  }
  // ids.next(): what is asked for nothing and held outside may give another answer each time.
  const counts = call.args.length === 0 && sign === 'writes' && isHeldOutside(call)
  if (!call.awaited && !counts) return allow('likely', unknown)
  if ((sign === 'writes' || sign === 'ordered') && !isSaidAside(call, question.parsed)) {
    return allow('possible', reason('callee-named-like-write', call.anchor, { name }))
  }
  const isChange = loop !== undefined && call.depth === undefined && sendsToOneAddress(call.call, question.region, loop)
  const cap = call.name === null || isChange ? 'possible' : 'likely'
  return allow(cap, reason('value-used', call.anchor, { name }), unknown)
}

/** A line of a log before the turn awaits anything comes in the order of the elements all the same. */
function isAnnouncement(call: OpaqueCall, loop: AwaitLoop | undefined, parsed: Parsed): boolean {
  return loop !== undefined && namesLogLine(call.name, call.receiverNames) && beginsTurn(call, loop, parsed)
}

/**
 * A turn that handles its own failure, so that the others go on, is meant to stand alone. So is what it calls then,
 * where that sounds like a read, or is a method of what the turn has picked for its element:
 *
 *     try { await channels[message.kind].send(message) } catch (error) { log(error) }
 */
function isOwnAffair(call: OpaqueCall, sign: Sign | null, { loop }: CallQuestion): boolean {
  if (!loop || !call.awaited || !isHandledInTurn(call.anchor, loop)) return false
  return sign === 'reads' || isPicked(call)
}

/** `providers[kind].send(x)` */
function isPicked({ call }: OpaqueCall): boolean {
  const callee = call.type === 'CallExpression' ? plainExpression(call.callee) : null
  const receiver = callee?.type === 'MemberExpression' ? plainExpression(callee.object) : null
  return receiver?.type === 'MemberExpression' && receiver.computed && receiver.property.type !== 'Literal'
}

/** `handlers[kind]`, `handlers.get(kind)`, perhaps by a constant, where the key is the element or made from it. */
function isPickedForElement({ call, depth }: OpaqueCall, region: Region, loop: AwaitLoop): boolean {
  const callee = depth === undefined && call.type === 'CallExpression' ? plainExpression(call.callee) : null
  if (callee?.type !== 'MemberExpression') return false
  const object = plainExpression(callee.object)
  const variable = object.type === 'Identifier' ? variableOf(object, region.parsed) : null
  const init = variable && isLocal(variable, region) ? singleInit(variable) : null
  const picked = init ? plainExpression(init) : object
  if (picked.type === 'MemberExpression') return picked.computed && takesElement(picked.property, region, loop)
  if (picked.type !== 'CallExpression' || picked.callee.type !== 'MemberExpression') return false
  const { property } = picked.callee
  const [key] = picked.arguments
  return property.type === 'Identifier' && property.name === 'get' && key !== undefined && takesElement(key, region, loop)
}

/** On the way to a value that the turn uses a callee may check and log; what it puts in something may be seen. */
function weighAside(call: OpaqueCall, sign: Sign | null, unknown: Reason, { parsed }: Pick<Question, 'parsed'>): Weight {
  const puts = sign === 'writes' && call.used === 'discarded' && isHeldOutside(call)
  return allow(puts && !isFarAway(call, parsed) ? 'possible' : 'likely', unknown)
}

function barOfNames(call: OpaqueCall, { parsed, region, loop }: CallQuestion): Reason | null {
  const name = call.name ?? 'it'
  const receivers = call.receiverNames.filter((one) => one !== 'this')
  const single = namesOfOthers(call, receivers, region).find(namesSingleUseThing)
  if (single)
    return reason(namesTransaction(single) ? 'transaction' : 'stateful-receiver', call.anchor, { name: single })
  const run = loop ? givenTransaction(call, loop.node, parsed) : null
  if (run !== null) return reason('transaction', call.anchor, { name: run })
  const sign = call.name === null ? null : signOfName(call.name)
  const isOfMany = receivers.some(namesOrderedThing) && !isAnsweredAlone(call, { parsed, region, loop })
  const orderly = sign === 'ordered' || (namesOrderedThing(name) && !isGivenThem(call)) || isOfMany
  if (orderly && call.awaited) return reason('ordered-effect', call.anchor, { name })
  const paces = sign === 'pacing' && call.used === 'discarded' && !isOnTheWay(call, parsed)
  return paces ? reason('pacing', call.anchor, { name }) : null
}

/** `const commands = await generateCommands(x)`: what gives things that have an order does not run them. */
function isGivenThem({ name, used }: OpaqueCall): boolean {
  return used !== 'discarded' && name !== null && namesGiving(name)
}

/**
 * Names of what the call may share with those of other turns: not the element itself; nor the cursor with which a
 * callee asks for its next page.
 */
function namesOfOthers(call: OpaqueCall, receivers: readonly string[], { elements }: Region): readonly string[] {
  const names = [...(isHeldOutside(call) ? receivers : []), ...namesGiven(call.call)]
  if (call.depth !== undefined) return names.filter((name) => splitName(name).at(-1) !== 'cursor')
  const own = new Set([...elements].map(({ name }) => name))
  return names.filter((name) => !own.has(name))
}

/**
 * `plugins.fetchFor(x)`, far away, is asked for a value; so is a handler that the turn has picked for its element:
 *
 *     const handler = handlers.get(scope); for (const p of await handler.evaluate(x)) ...
 */
function isAnsweredAlone(call: OpaqueCall, { parsed, region, loop }: CallQuestion): boolean {
  if (call.used === 'discarded') return false
  return isSaidAside(call, parsed) || (loop !== undefined && isPickedForElement(call, region, loop))
}

function barOfCollections(call: OpaqueCall, question: Pick<Question, 'region'>): Reason | null {
  const seen = call.awaited ? namesGiven(call.call).find(namesSeen) : undefined
  const name = collectionsHanded(call, question.region)?.name ?? seen
  return name === undefined ? null : reason('shared-argument', call.anchor, { name, callee: call.name ?? 'it' })
}

/** What a callee, or the turn, makes for itself is used by this turn alone. */
export function isHeldOutside({ chainStart }: OpaqueCall): boolean {
  return chainStart.some(({ root }) => root.kind !== 'fresh' && root.kind !== 'opaque')
}
