import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import type { Access, Happening, OpaqueCall, Use, WorldAccess } from './behaviour.ts'
import { doneBySigns, signsForCaller } from './by-signs.ts'
import type { Recorder } from './recorder.ts'
import type { Ref } from './place.ts'
import { extendRef } from './place.ts'
import { readsClock } from './measured-wait.ts'
import type { NamePart, PlaceName } from './place-name.ts'
import { callsGivenFunction } from './given-function.ts'
import { isKnownOf } from './given-receiver.ts'
import { partOfKey } from './key-name.ts'
import { nameForCaller } from './name-for-caller.ts'
import type { Region } from './region.ts'
import { isLocal } from './region.ts'
import type { ToldCall } from './told-refs.ts'
import type { Translator } from './translator.ts'
import { createTranslator } from './translator.ts'
import { markFor, measureFor } from './time-for-caller.ts'
import { isAwaited, valueUseOf } from './value-use.ts'

/**
 * Records at `node` what the body of a function does, told in terms of the arguments and the receiver; false where it
 * cannot. `given`: what every parameter may hold, where the callee is a callback that another function calls.
 */
export function replayBody(
  callee: FunctionNode | ClassNode,
  node: Node,
  receiver: readonly Ref[] | null,
  args: readonly Node[],
  recorder: Recorder,
  given: readonly Ref[] = [],
): boolean {
  const behaviour = recorder.summarise(callee)
  if (!behaviour) return false
  const use = valueUseOf(node, recorder.region.parsed)
  const told = { callee, node, receiver, args, given }
  const translator = createTranslator(told, recorder)
  const toUse = (used: Use): Use => (used === 'returned' ? use : used)
  for (const access of behaviour.accesses) replayAccess(access, node, translator, recorder)
  for (const world of behaviour.world) {
    const at = world.at && nameForCaller(world.at, told, translator, recorder.region)
    const used = toUse(world.used)
    const measures = readsClock(world) ? measureFor(world, told, behaviour, recorder.region.parsed) : null
    const signed = signedFor(world, used, told, recorder.region)
    recorder.world.push({ ...retold(world, node), at, used, ...(measures && { measures }), ...signed })
  }
  for (const mark of behaviour.marks) {
    const what = markFor(mark, told, behaviour, recorder.region.parsed)
    if (what === null) continue
    const receiver = translator.toRefs(mark.receiver)
    recorder.marks.push({ ...retold(mark, node), what, receiver, used: toUse(mark.used) })
  }
  for (const call of behaviour.opaque) {
    if (isHeardOf(call, translator, recorder) || isKnownOf(call, callee, args, recorder.region)) continue
    if (callsGivenFunction(call, callee, args, recorder)) continue
    replayCall(call, node, translator, toUse(call.used), recorder)
  }
  for (const assumed of behaviour.assumed) {
    const signs = assumed.signs && signsForCaller(assumed.signs, callee, args, recorder.region)
    if (signs !== null) recorder.assumed.push({ ...retold(assumed, node), ...(signs && { signs }) })
  }
  return !behaviour.partial
}

/** What a caller that gives a text or throws the value away makes of what goes by signs. */
function signedFor(
  { bySigns }: WorldAccess,
  used: Use,
  { callee, args }: ToldCall,
  region: Region,
): Pick<WorldAccess, 'does' | 'bySigns'> | null {
  if (!bySigns) return null
  const signs = signsForCaller(bySigns.signs, callee, args, region)
  const does = doneBySigns(bySigns.does, signs, used)
  return { does, bySigns: signs ? { signs, does: bySigns.does } : undefined }
}

/** What is told of another place has another key. */
function retold<Item extends Happening>(item: Item, node: Node, key?: string): Item {
  return { ...item, depth: (item.depth ?? 0) + 1, anchor: node, key }
}

/** Of a key counts what it is, not what the caller made it of. */
function toKey(name: PlaceName, { toRefs }: Translator): PlaceName {
  const parts = name.parts.flatMap((part): NamePart[] =>
    'text' in part
      ? [part]
      : toRefs([part.ref]).map((ref, _, all) => ({
        ref,
        exact: part.exact && all.length === 1,
        ...(part.respelled && { respelled: true as const }),
      })),
  )
  return { parts }
}

/** Whether a summary has the call already, as the caller would tell it. */
function isHeardOf(call: OpaqueCall, { isKept }: Translator, { opaque }: Recorder): boolean {
  if (!opaque.has || !opaque.isFullFor) return false
  return opaque.isFullFor(call) || (call.args.every((refs) => refs.every(isKept)) && opaque.has(call))
}

function replayCall(call: OpaqueCall, node: Node, translator: Translator, used: Use, recorder: Recorder): void {
  const { toRefs } = translator
  const args = call.args.map(toRefs)
  const calleeVariable = calledOutside(call, translator)
  // Most of what is called further on has been told by another callee.
  const key = recorder.opaque.newKeyOf?.({ origin: call.origin, args, calleeVariable })
  if (key === null) return
  recorder.opaque.push({
    ...call,
    depth: (call.depth ?? 0) + 1,
    anchor: node,
    key,
    receiver: call.receiver && toRefs(call.receiver),
    chainStart: toRefs(call.chainStart),
    args,
    used,
    awaited: call.awaited || (call.used === 'returned' && isAwaited(node, recorder.region.parsed)),
    calleeVariable,
    callsElement: call.callsElement || callsElement(call, translator),
  })
}

function replayAccess(access: Access, node: Node, translator: Translator, recorder: Recorder): void {
  const { accesses, region } = recorder
  if (accesses.isFullFor?.(access)) return
  const { place, slot } = access
  const isSame = 'variable' in place || translator.isKept(place.ref)
  if (isSame) {
    if (!access.by && accesses.has?.(access)) return
    const isOwn = 'variable' in place ? isLocal(place.variable, region) : place.ref.root.kind === 'fresh'
    if (!isOwn) accesses.push(access.by ? underKey(retold(access, node), translator) : retold(access, node, access.key))
    return
  }
  const { root, path } = place.ref
  const owner: Ref = { root, path: slot ? path.slice(0, -1) : path }
  const named = underKey(access, translator)
  const told = { does: named.does, origin: named.origin, ...(slot && { slot }), ...(named.by && { by: named.by }) }
  for (const found of translator.toRefs([owner])) {
    const ref = extendRef(found, slot ? path.slice(-1) : [])
    if (ref.root.kind === 'fresh') continue
    const key = accesses.newKeyOf?.({ ...told, place: { ref } })
    if (key === null) continue
    accesses.push({ ...named, depth: (access.depth ?? 0) + 1, anchor: node, key, place: { ref } })
  }
}

/** The key as the caller would tell it. */
function underKey({ by, ...access }: Access, translator: Translator): Access {
  const name = by && toKey(by, translator)
  return name && partOfKey(name) ? { ...access, by: name } : access
}

/** The variable of the caller that stands for the called one: `work` in `run(work)`. */
function calledOutside({ calleeVariable }: OpaqueCall, { toRefs }: Translator): Variable | null {
  if (!calleeVariable) return null
  const [ref, ...others] = toRefs([{ root: { kind: 'variable', variable: calleeVariable }, path: [] }])
  if (ref?.root.kind !== 'variable' || ref.path.length > 0 || others.length > 0) return calleeVariable
  return ref.root.variable
}

/** A callback that the turn hands to a function of this file and that is the element: `run(hook)`. */
function callsElement(call: OpaqueCall, { toRefs }: Translator): boolean {
  const { callee } = call.call.type === 'CallExpression' ? call.call : { callee: null }
  if (callee?.type !== 'Identifier' || !call.calleeVariable) return false
  return toRefs([{ root: { kind: 'variable', variable: call.calleeVariable }, path: [] }]).some(
    ({ root }) => root.kind === 'element',
  )
}
