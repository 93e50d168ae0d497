import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Access, OpaqueCall, OpaqueNode, Use } from './behaviour.ts'
import type { Recorder } from './recorder.ts'
import { pathToName } from './pattern-path.ts'
import type { Ref } from './place.ts'
import { ANY_KEY, extendRef } from './place.ts'
import type { PlaceName } from './place-name.ts'
import { refsOf, refsOfVariable } from './refs.ts'
import { isLocal } from './region.ts'
import { valueUseOf } from './value-use.ts'

/** Records at `node` what the body of a function does, told in terms of the arguments and the receiver. */
export function replayBody(
  callee: FunctionNode,
  node: OpaqueNode,
  receiver: readonly Ref[] | null,
  args: readonly Node[],
  recorder: Recorder,
): void {
  const behaviour = recorder.summarise(callee)
  const use = valueUseOf(node, recorder.region.parsed)
  const toRefs = (ref: Ref): readonly Ref[] => translate(ref, callee, receiver, args, recorder)
  const toName = (name: PlaceName): PlaceName => ({ ...name, parts: name.parts.flatMap(toRefs) })
  const toUse = (used: Use): Use => (used === 'returned' ? use : used)
  for (const access of behaviour.accesses) replayAccess(access, node, toRefs, recorder)
  for (const world of behaviour.world) {
    recorder.world.push({ ...world, at: world.at && toName(world.at), used: toUse(world.used), anchor: node })
  }
  for (const mark of behaviour.marks) {
    recorder.marks.push({ ...mark, receiver: mark.receiver.flatMap(toRefs), used: toUse(mark.used), anchor: node })
  }
  for (const call of behaviour.opaque) {
    recorder.opaque.push({
      ...call,
      receiver: call.receiver && call.receiver.flatMap(toRefs),
      args: call.args.map((refs) => refs.flatMap(toRefs)),
      used: toUse(call.used),
      callsElement: call.callsElement || callsElement(call, toRefs),
      anchor: node,
    } satisfies OpaqueCall)
  }
}

function replayAccess(access: Access, node: Node, toRefs: (ref: Ref) => readonly Ref[], recorder: Recorder): void {
  if ('ref' in access.place) {
    for (const ref of toRefs(access.place.ref)) {
      if (ref.root.kind !== 'fresh') recorder.accesses.push({ ...access, place: { ref }, anchor: node })
    }
  } else if (!isLocal(access.place.variable, recorder.region)) {
    recorder.accesses.push({ ...access, anchor: node })
  }
}

/** A callback that the turn hands to a function of this file and that is the element: `run(hook)`. */
function callsElement(call: OpaqueCall, toRefs: (ref: Ref) => readonly Ref[]): boolean {
  const { callee } = call.call.type === 'CallExpression' ? call.call : { callee: null }
  if (callee?.type !== 'Identifier' || !call.calleeVariable) return false
  return toRefs({ root: { kind: 'variable', variable: call.calleeVariable }, path: [] }).some(({ root }) => root.kind === 'element')
}

function translate(
  ref: Ref,
  callee: FunctionNode,
  receiver: readonly Ref[] | null,
  args: readonly Node[],
  recorder: Recorder,
): readonly Ref[] {
  const { root, path } = ref
  if (root.kind === 'this' && callee.type !== 'ArrowFunctionExpression') {
    return receiver ? receiver.map((one) => extendRef(one, path)) : [ref]
  }
  if (root.kind !== 'variable') return [ref]
  const parameter = parameterOf(root.variable, callee)
  if (!parameter) {
    return isLocal(root.variable, recorder.region) || recorder.region.elements.has(root.variable) || recorder.region.bound.has(root.variable)
      ? refsOfVariable(root.variable, recorder.region).map((one) => extendRef(one, path))
      : [ref]
  }
  const argument = args[parameter.index]
  const inner = [...parameter.path, ...path]
  if (!argument) return []
  if (args.slice(0, parameter.index + 1).some(({ type }) => type === 'SpreadElement')) {
    return args.flatMap((one) => refsOf(one.type === 'SpreadElement' ? one.argument : one, recorder.region)).map((one) => extendRef(one, [ANY_KEY]))
  }
  return refsOf(argument, recorder.region).map((one) => extendRef(one, inner))
}

/** Which parameter a variable of the callee stems from, and by which properties. */
function parameterOf(variable: Variable, callee: FunctionNode): { index: number; path: readonly string[] } | null {
  const [def] = variable.defs
  if (def?.type !== 'Parameter' || def.node !== callee) return null
  const index = callee.params.findIndex((param) => def.name.range[0] >= param.range[0] && def.name.range[1] <= param.range[1])
  return index < 0 ? null : { index, path: pathToName(variable) ?? [ANY_KEY] }
}
