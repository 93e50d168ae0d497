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
import { callbackRefs } from './callback-refs.ts'
import { callbackRegionIn } from './callback-region.ts'
import type { Recorder } from './recorder.ts'
import type { Ref } from './place.ts'
import { keyName } from './key-name.ts'
import { opaqueCall } from './opaque-call.ts'
import type { PlaceName } from './place-name.ts'
import { placeNameOf } from './place-name.ts'
import { refsAt, refsOf } from './refs.ts'
import type { Region } from './region.ts'
import { replayBody } from './replay-body.ts'
import { rowNameOf } from './row-name.ts'
import { valueUseOf } from './value-use.ts'

/** Records the effects of a row, what the call is beyond them, and the functions that it calls. */
export function recordKnownCall(node: OpaqueNode, known: KnownCall, args: readonly Node[], recorder: Recorder): void {
  const { region } = recorder
  const { row } = known
  const receiver = known.receiver ? refsOf(known.receiver, region) : []
  const used = valueUseOf(node, region.parsed)
  for (const effect of row.effects) recordEffect(effect, node, known, receiver, recorder)
  if (known.isByGiven) recorder.assumed.push({ anchor: node, origin: node })
  for (const what of marksOf(known, node)) {
    recorder.marks.push({ what, row, name: known.calleeName, receiver, used, anchor: node, origin: node })
  }
  for (const index of [...(row.calls ?? []), ...(row.callsLater ?? [])]) {
    recordCallback(args[index], node, callbackRefs(known, args, receiver, region, { refsOf, refsAt }), recorder)
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
    if (argument && argument !== 'unknown')
      for (const ref of refsOf(argument, region)) recorder.access(effect.does, ref, node, 'deep')
  } else {
    const naming = namingArguments(effect, node)
    const used = valueUseOf(node, region.parsed)
    const tells = effect.idempotent === 'unused' && used === 'used'
    recorder.world.push({
      does: effect.does,
      world: effect.on,
      at: naming && { parts: naming.flatMap((one) => nameOf(one, region).parts) },
      idempotent: effect.idempotent === true || (effect.idempotent === 'unused' && !tells),
      // Which folder is the first depends on those above, too.
      tree: effect.tree === true || tells,
      used,
      name: known.calleeName,
      anchor: node,
      origin: node,
      ...(known.row.forDebugging && { isForDebugging: true }),
    })
  }
}

function nameOf(naming: Node, region: Region): PlaceName {
  const node = plainExpression(naming)
  return node.type === 'ObjectExpression' ? rowNameOf(node, region) : placeNameOf(node, region)
}

function marksOf(known: KnownCall, node: OpaqueNode): readonly Mark['what'][] {
  const { row } = known
  const marks: Mark['what'][] = []
  if (row.interactive) marks.push('interactive')
  if (row.pacing && isWaitedFor(node)) marks.push('pacing')
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

/** A timer paces only where something waits for it: `await sleep(n)`, `new Promise((r) => setTimeout(r, n))`. */
function isWaitedFor(node: OpaqueNode): boolean {
  for (let parent: Node | undefined = node.parent; parent; parent = parent.parent) {
    if (parent.type === 'AwaitExpression' || parent.type === 'ReturnStatement') return true
    if (isFunction(parent)) return parent.parent.type === 'NewExpression'
  }
  return false
}

/** A function given to a known call: it gets elements of the receiver, `xs.map((x) => ...)`. */
function recordCallback(
  argument: Node | undefined,
  node: OpaqueNode,
  given: (index: number) => readonly Ref[],
  recorder: Recorder,
): void {
  if (!argument) return
  if (!isFunction(argument)) return recordNamedCallback(argument, node, [0, 1, 2, 3].flatMap(given), recorder)
  const { body } = argument
  if (body) recorder.visit(body, callbackRegionIn(argument, given, recorder.region, { refsAt }))
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
  for (const what of marksOf(known, node)) {
    const used = valueUseOf(node, region.parsed)
    recorder.marks.push({ what, row, name: known.calleeName, receiver: [], used, anchor: node, origin: node })
  }
}
