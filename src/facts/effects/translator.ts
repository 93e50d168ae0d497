import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import { keyOfRef } from './distinct.ts'
import type { Recorder } from './recorder.ts'
import type { Ref } from './place.ts'
import { ANY_KEY, extendRef } from './place.ts'
import { fewRefs, refsAt, refsOf, refsOfVariable } from './refs.ts'
import { parameterOf } from './parameter-of.ts'
import { isLocal, regionAt } from './region.ts'

/** A call that is told in terms of its caller; every parameter may hold the `given` where there are any. */
export interface ToldCall {
  readonly callee: FunctionNode | ClassNode
  readonly node: Node
  readonly receiver: readonly Ref[] | null
  readonly args: readonly Node[]
  readonly given: readonly Ref[]
}

/** From what the body calls its objects to what they are for the caller. */
export interface Translator {
  readonly toRefs: (refs: readonly Ref[]) => readonly Ref[]
  /** Whether the caller has no other name for an object. */
  readonly isKept: (ref: Ref) => boolean
}

/** Each object is translated once; where one may be too many, it is one that nothing is known of. */
export function createTranslator(call: ToldCall, recorder: Recorder): Translator {
  const { node } = call
  const known = new Map<string, readonly Ref[]>()
  const toRefs = (ref: Ref): readonly Ref[] => {
    if (isKept(ref)) return [ref]
    const key = keyOfRef(ref)
    let found = known.get(key)
    if (found === undefined) known.set(key, (found = fewRefs(translate(ref, call, recorder), node)))
    return found
  }
  const kept = new Map<Variable, boolean>()
  const isKept = ({ root }: Ref): boolean => {
    if (root.kind === 'this') return call.callee.type === 'ArrowFunctionExpression'
    if (root.kind !== 'variable') return true
    const { variable } = root
    let found = kept.get(variable)
    if (found === undefined) {
      found = !isParameter(variable, call) && !isOfCaller(variable, recorder)
      kept.set(variable, found)
    }
    return found
  }
  return {
    isKept,
    toRefs(refs) {
      if (refs.length > 1) return fewRefs(refs.flatMap(toRefs), node)
      const [ref] = refs
      return !ref || isKept(ref) ? refs : toRefs(ref)
    },
  }
}

function isParameter(variable: Variable, { callee }: ToldCall): boolean {
  return !isClass(callee) && parameterOf(variable, callee) !== null
}

/** The caller may know what it holds. */
function isOfCaller(variable: Variable, { region }: Recorder): boolean {
  return isLocal(variable, region) || region.elements.has(variable) || region.bound.has(variable)
}

function translate(ref: Ref, call: ToldCall, recorder: Recorder): readonly Ref[] {
  const { callee, receiver, args, given } = call
  const { root, path } = ref
  if (root.kind === 'this' && callee.type !== 'ArrowFunctionExpression') {
    return receiver ? refsAt(receiver, path, recorder.region) : [ref]
  }
  if (root.kind !== 'variable') return [ref]
  const parameter = isClass(callee) ? null : parameterOf(root.variable, callee)
  if (!parameter || isClass(callee)) {
    return isOfCaller(root.variable, recorder)
      ? refsAt(refsOfVariable(root.variable, recorder.region), path, recorder.region)
      : [ref]
  }
  if (given.length > 0) return given.map((one) => extendRef(one, [...parameter.path, ...path]))
  const fallback = defaultsOf(root.variable, callee)
    .flatMap((value) => refsOf(value, regionAt(callee, recorder.region)))
    .flatMap((one) =>
      one.root.kind === 'variable' && one.root.variable === root.variable
        ? []
        : translate(one, call, recorder),
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
