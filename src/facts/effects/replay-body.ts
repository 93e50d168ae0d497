import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import type { Access, Happening, OpaqueCall, Use } from './behaviour.ts'
import { keyOfRef } from './distinct.ts'
import type { Recorder } from './recorder.ts'
import type { Ref } from './place.ts'
import { ANY_KEY, extendRef } from './place.ts'
import type { NamePart, PlaceName } from './place-name.ts'
import { fewRefs, refsAt, refsOf, refsOfVariable } from './refs.ts'
import { callsGivenFunction } from './given-function.ts'
import { isKnownOf } from './given-receiver.ts'
import { parameterOf } from './parameter-of.ts'
import { isLocal, regionAt } from './region.ts'
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
  const toRefs = translator(node, (ref) => translate(ref, callee, receiver, args, recorder, given))
  const toUse = (used: Use): Use => (used === 'returned' ? use : used)
  for (const access of behaviour.accesses) replayAccess(access, node, toRefs, recorder)
  for (const world of behaviour.world) {
    const at = world.at && toName(world.at, toRefs)
    recorder.world.push({ ...deeper(world), at, used: toUse(world.used), anchor: node })
  }
  // A callee paces only where waiting is all that it does.
  const waitsOnly = use === 'discarded' && behaviour.world.length === 0 && behaviour.opaque.length === 0
  for (const mark of behaviour.marks) {
    if (mark.what === 'pacing' && !waitsOnly) continue
    recorder.marks.push({ ...deeper(mark), receiver: toRefs(mark.receiver), used: toUse(mark.used), anchor: node })
  }
  for (const call of behaviour.opaque) {
    if (isKnownOf(call, callee, args, recorder.region) || callsGivenFunction(call, callee, args, recorder)) continue
    replayCall(call, node, toRefs, toUse(call.used), recorder)
  }
  for (const { origin } of behaviour.assumed) recorder.assumed.push({ anchor: node, origin })
  return !behaviour.partial
}

function deeper<Item extends Happening>(item: Item): Item {
  return { ...item, depth: (item.depth ?? 0) + 1 }
}

/** From what the body calls its objects to what they are for the caller. */
type Translator = (refs: readonly Ref[]) => readonly Ref[]

/** Each object is translated once; where one may be too many, it is one that nothing is known of. */
function translator(node: Node, translateOne: (ref: Ref) => readonly Ref[]): Translator {
  const known = new Map<string, readonly Ref[]>()
  const toRefs = (ref: Ref): readonly Ref[] => {
    const key = keyOfRef(ref)
    const found = known.get(key) ?? fewRefs(translateOne(ref), node)
    known.set(key, found)
    return found
  }
  return (refs) => (refs.length === 1 ? toRefs(refs[0]!) : fewRefs(refs.flatMap(toRefs), node))
}

/** A name of more parts than these may mean any place. */
const MOST_PARTS = 16

function toName(name: PlaceName, toRefs: Translator): PlaceName | null {
  const parts = name.parts.flatMap((part): NamePart[] =>
    'text' in part
      ? [part]
      : toRefs([part.ref]).map((ref, _, all) => ({
        ref,
        exact: part.exact && all.length === 1,
        ...(part.respelled && { respelled: true as const }),
      })),
  )
  return parts.length > MOST_PARTS ? null : { parts }
}

function replayCall(
  call: OpaqueCall,
  node: Node,
  toRefs: Translator,
  used: Use,
  recorder: Recorder,
): void {
  recorder.opaque.push({
    ...deeper(call),
    receiver: call.receiver && toRefs(call.receiver),
    chainStart: toRefs(call.chainStart),
    args: call.args.map(toRefs),
    used,
    awaited: call.awaited || (call.used === 'returned' && isAwaited(node, recorder.region.parsed)),
    calleeVariable: calledOutside(call, toRefs),
    callsElement: call.callsElement || callsElement(call, toRefs),
    anchor: node,
  })
}

function replayAccess(access: Access, node: Node, toRefs: Translator, recorder: Recorder): void {
  if ('ref' in access.place) {
    const { root, path } = access.place.ref
    const slot = access.slot ? path.slice(-1) : []
    const owner: Ref = access.slot ? { root, path: path.slice(0, -1) } : access.place.ref
    for (const ref of toRefs([owner])) {
      if (ref.root.kind !== 'fresh') recorder.accesses.push(deeperAccess(access, { ref: extendRef(ref, slot) }, node))
    }
  } else if (!isLocal(access.place.variable, recorder.region)) {
    recorder.accesses.push(deeperAccess(access, access.place, node))
  }
}

/** The variable of the caller that stands for the called one: `work` in `run(work)`. */
function calledOutside({ calleeVariable }: OpaqueCall, toRefs: Translator): Variable | null {
  if (!calleeVariable) return null
  const [ref, ...others] = toRefs([{ root: { kind: 'variable', variable: calleeVariable }, path: [] }])
  if (ref?.root.kind !== 'variable' || ref.path.length > 0 || others.length > 0) return calleeVariable
  return ref.root.variable
}

/** Copied once, as this is done for each access of each callee. */
function deeperAccess(access: Access, place: Access['place'], anchor: Node): Access {
  return { ...access, depth: (access.depth ?? 0) + 1, place, anchor }
}

/** A callback that the turn hands to a function of this file and that is the element: `run(hook)`. */
function callsElement(call: OpaqueCall, toRefs: Translator): boolean {
  const { callee } = call.call.type === 'CallExpression' ? call.call : { callee: null }
  if (callee?.type !== 'Identifier' || !call.calleeVariable) return false
  return toRefs([{ root: { kind: 'variable', variable: call.calleeVariable }, path: [] }]).some(
    ({ root }) => root.kind === 'element',
  )
}

function translate(
  ref: Ref,
  callee: FunctionNode | ClassNode,
  receiver: readonly Ref[] | null,
  args: readonly Node[],
  recorder: Recorder,
  given: readonly Ref[],
): readonly Ref[] {
  const { root, path } = ref
  if (root.kind === 'this' && callee.type !== 'ArrowFunctionExpression') {
    return receiver ? refsAt(receiver, path, recorder.region) : [ref]
  }
  if (root.kind !== 'variable') return [ref]
  const parameter = isClass(callee) ? null : parameterOf(root.variable, callee)
  if (!parameter || isClass(callee)) {
    return isLocal(root.variable, recorder.region) ||
      recorder.region.elements.has(root.variable) ||
      recorder.region.bound.has(root.variable)
      ? refsAt(refsOfVariable(root.variable, recorder.region), path, recorder.region)
      : [ref]
  }
  if (given.length > 0) return given.map((one) => extendRef(one, [...parameter.path, ...path]))
  const fallback = defaultsOf(root.variable, callee)
    .flatMap((value) => refsOf(value, regionAt(callee, recorder.region)))
    .flatMap((one) =>
      one.root.kind === 'variable' && one.root.variable === root.variable
        ? []
        : translate(one, callee, receiver, args, recorder, given),
    )
  return [...givenRefs(parameter, path, callee, args, recorder), ...fallback.map((one) => extendRef(one, path))]
}

/** What the caller gives for a parameter. */
function givenRefs(
  parameter: { index: number; path: readonly string[] },
  path: readonly string[],
  callee: FunctionNode,
  args: readonly Node[],
  { region }: Recorder,
): readonly Ref[] {
  const isRest = callee.params[parameter.index]!.type === 'RestElement'
  if (isRest || args.slice(0, parameter.index + 1).some(({ type }) => type === 'SpreadElement')) {
    return args
      .flatMap((one) => refsOf(one.type === 'SpreadElement' ? one.argument : one, region))
      .map((one) => extendRef(one, [ANY_KEY]))
  }
  const argument = args[parameter.index]
  return argument ? refsAt(refsOf(argument, region), [...parameter.path, ...path], region) : []
}

/** `log` in `function add(line, { to = log } = {})`: what a parameter may hold where nothing is given. */
function defaultsOf(variable: Variable, callee: FunctionNode): readonly Node[] {
  const defaults: Node[] = []
  for (let child = variable.defs[0]!.name as Node; child !== callee && child.parent; child = child.parent) {
    if (child.parent.type === 'AssignmentPattern' && child.parent.left === child) defaults.push(child.parent.right)
  }
  return defaults
}
