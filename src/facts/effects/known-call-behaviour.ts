import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { findFunction } from '../callees/find-function.ts'
import { isPromiseSettler } from '../callees/is-promise-settler.ts'
import { functionsIn } from '../callees/functions-in.ts'
import type { KnownCall } from '../known-calls/find-call.ts'
import { namingArguments } from '../known-calls/naming-argument.ts'
import { lookUpReference } from '../known-calls/look-up-reference.ts'
import { argumentAt } from '../known-calls/call-arguments.ts'
import type { KnownCallRow, RowEffect } from '../known-calls/row.ts'
import { optionOf } from '../known-calls/row-condition.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { Mark, OpaqueNode } from './behaviour.ts'
import { isBusyWait } from './busy-wait.ts'
import { doneBySigns, signsOf } from './by-signs.ts'
import { recordOption, recordRequest } from './client-behaviour.ts'
import { callbackRefs } from './callback-refs.ts'
import { callbackRegionIn } from './callback-region.ts'
import type { Recorder } from './recorder.ts'
import type { Ref } from './place.ts'
import type { Region } from './region.ts'
import { keyName } from './key-name.ts'
import { opaqueCall } from './opaque-call.ts'
import { placeOfEffect } from './effect-place.ts'
import { refsAt, refsOf } from './refs.ts'
import { replayBody } from './replay-body.ts'
import { valueUseOf } from './value-use.ts'
import { settledBy, waitOf } from './wait-of.ts'

/** Records the effects of a row, what the call is beyond them, and the functions that it calls. */
export function recordKnownCall(node: OpaqueNode, known: KnownCall, args: readonly Node[], recorder: Recorder): void {
  const { region } = recorder
  const { row } = known
  const receiver = known.receiver ? refsOf(known.receiver, region) : []
  const used = valueUseOf(node, region.parsed)
  for (const effect of row.effects) recordEffect(effect, node, known, receiver, recorder)
  const signs = known.isByGiven ? {} : signsOf(row, node, region)
  if (signs) recorder.assumed.push({ anchor: node, origin: node, signs })
  recordRequest(node, known, recorder)
  for (const what of marksOf(known, node, region)) {
    recorder.marks.push({ what, row, name: known.calleeName, receiver, used, anchor: node, origin: node })
  }
  for (const index of [...(row.calls ?? []), ...(row.callsLater ?? [])]) {
    const own = row.callbackThis ? receiver : null
    const of = callbackRefs(known, args, receiver, region, { refsOf, refsAt })
    recordCallback(args[index], node, { of, own }, recorder)
  }
  if (!onlyStores(row)) for (const argument of args) recordOptions(argument, node, recorder)
}

/** Records what the call does by the way it is written; what else it does is not known. */
export function recordTold(node: OpaqueNode, told: KnownCall, recorder: Recorder): void {
  for (const effect of told.row.effects) recordEffect(effect, node, told, [], recorder)
}

/** `list.push({ run: () => ... })`, `map.set(key, { ... })`: what the language's collections hold they do not call. */
function onlyStores({ module, effects }: KnownCallRow): boolean {
  const isWrite = effects.some(({ does }) => does === 'write')
  return module === 'global' && isWrite && effects.every(({ on }) => on === 'receiver')
}

/** `{ onProgress: () => ... }`: functions in an object that a call gets may be called by it. */
function recordOptions(argument: Node, node: OpaqueNode, recorder: Recorder): void {
  const options = plainExpression(argument)
  if (options.type !== 'ObjectExpression') return
  const given: readonly Ref[] = [{ root: { kind: 'opaque', node }, path: [] }]
  for (const callback of functionsIn(options, recorder.region.parsed)) {
    replayBody(callback, node, null, [], recorder, given)
  }
}

function recordEffect(
  effect: RowEffect,
  node: OpaqueNode,
  known: KnownCall,
  receiver: readonly Ref[],
  recorder: Recorder,
): void {
  const { region } = recorder
  if (effect.on === 'receiver') {
    const key = namingArguments(effect, node)?.[0]
    const by = key ? keyName(key, region) : null
    for (const ref of receiver) recorder.access(effect.does, ref, node, 'deep', by)
  } else if (typeof effect.on === 'object') {
    const argument = argumentAt(node, effect.on.argument)
    if (!argument || argument === 'unknown') return
    const { option } = effect.on
    if (option !== undefined) recordOption(effect.does, argument, option, node, recorder)
    else
      for (const ref of refsOf(argument, region)) recorder.access(effect.does, ref, node, 'deep')
  } else {
    const used = valueUseOf(node, region.parsed)
    const signs = signsOf(known.row, node, region)
    const tells = effect.idempotent === 'unused' && used === 'used'
    recorder.world.push({
      does: doneBySigns(effect.does, signs, used),
      world: effect.on,
      at: placeOfEffect(effect, node, region),
      idempotent: effect.idempotent === true || (effect.idempotent === 'unused' && !tells),
      // Which folder is the first depends on those above, too.
      tree: effect.tree === true || tells,
      used,
      name: known.calleeName,
      anchor: node,
      origin: node,
      ...(signs && { bySigns: { signs, does: effect.does } }),
      ...(known.row.forDebugging && { isForDebugging: true }),
    })
  }
}

function marksOf(known: KnownCall, node: OpaqueNode, { parsed }: Region): readonly Mark['what'][] {
  const { row } = known
  const marks: Mark['what'][] = []
  if (row.interactive) marks.push('interactive')
  // `const arm = () => setTimeout(flush, 10)` gives a handle, for which nobody waits.
  const isHandle = row.callsLater !== undefined && settledBy(node) === null
  const wait = row.pacing && !isHandle ? waitOf(node, parsed) : null
  if (wait) marks.push(wait === 'value' ? 'waits' : 'pacing')
  if (row.effects.some(({ on }) => on === 'clock') && isBusyWait(node, parsed)) marks.push('pacing')
  if (row.oneAtATime || isGivenTransaction(row, node)) marks.push('one-at-a-time')
  if (row.ordered) marks.push('ordered')
  if (row.exits) marks.push('exits')
  return marks
}

/** An argument or option that carries a transaction: `{ transaction: t }`. */
function isGivenTransaction({ transactionIn }: KnownCallRow, node: OpaqueNode): boolean {
  return (transactionIn ?? []).some(({ argument, option }) => {
    const given = argumentAt(node, argument)
    if (given === null || given === 'unknown' || option === undefined) return given !== null && option === undefined
    const value = plainExpression(given)
    return value.type === 'ObjectExpression' && optionOf(value, option) !== null
  })
}

/** What a function that a known call calls gets as its parameters, and as `this`. */
interface Given {
  readonly of: (index: number) => readonly Ref[]
  readonly own: readonly Ref[] | null
}

/** A function given to a known call: it gets elements of the receiver, `xs.map((x) => ...)`. */
function recordCallback(
  argument: Node | undefined,
  node: OpaqueNode,
  given: Given,
  recorder: Recorder,
): void {
  if (!argument) return
  if (!isFunction(argument)) return recordNamedCallback(argument, node, [0, 1, 2, 3].flatMap(given.of), recorder)
  const { body } = argument
  const { receivers } = recorder.region
  const told = given.own ? { receivers: new Map(receivers).set(argument, given.own) } : {}
  if (body) recorder.visit(body, { ...callbackRegionIn(argument, given.of, recorder.region, { refsAt }), ...told })
}

/** `xs.map(normalize)`: read where it is a function of this file, else known by its row, or not at all. */
function recordNamedCallback(argument: Node, node: OpaqueNode, given: readonly Ref[], recorder: Recorder): void {
  const { region } = recorder
  const callee = plainExpression(argument)
  if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return
  if (isPromiseSettler(callee, region.parsed)) return
  const body = findFunction(callee, region.parsed)
  if (body && replayBody(body, node, null, [], recorder, given)) return
  const row = lookUpReference(callee, region.parsed, region.knownCalls)
  if (!row) {
    recorder.opaque.push(opaqueCall(node, callee, [given], region))
    return
  }
  const known: KnownCall = { row, receiver: null, calleeName: region.parsed.text.slice(...callee.range) }
  for (const effect of row.effects) recordEffect({ does: effect.does, on: effect.on }, node, known, [], recorder)
  for (const what of marksOf(known, node, region)) {
    const used = valueUseOf(node, region.parsed)
    recorder.marks.push({ what, row, name: known.calleeName, receiver: [], used, anchor: node, origin: node })
  }
}
