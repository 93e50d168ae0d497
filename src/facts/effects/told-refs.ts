import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { parameterOf } from './parameter-of.ts'
import type { Key, Ref } from './place.ts'
import { ANY_KEY } from './place.ts'
import type { RefAsking } from './ref-asking.ts'
import type { Region } from './region.ts'
import { isLocal, regionAt } from './region.ts'

/** A call that is told in terms of its caller; every parameter may hold the `given` where there are any. */
export interface ToldCall {
  readonly callee: FunctionNode | ClassNode
  readonly node: Node
  readonly receiver: readonly Ref[] | null
  readonly args: readonly Node[]
  readonly given: readonly Ref[]
}

/** What an object of the callee is for the caller, whose region it is. */
export function toldRefs(ref: Ref, call: ToldCall, region: Region, asking: RefAsking): readonly Ref[] {
  const { callee, receiver, given } = call
  const { root, path } = ref
  if (root.kind === 'this' && callee.type !== 'ArrowFunctionExpression') {
    return receiver ? asking.refsAt(receiver, path, region) : [ref]
  }
  if (root.kind !== 'variable') return [ref]
  const parameter = isClass(callee) ? null : parameterOf(root.variable, callee)
  if (!parameter || isClass(callee)) {
    return isOfCaller(root.variable, region)
      ? asking.refsAt(asking.refsOfVariable(root.variable, region), path, region)
      : [ref]
  }
  if (given.length > 0) return asking.refsAt(given, [...parameter.path, ...path], region)
  const fallback = defaultsOf(root.variable, callee, call.args[parameter.index])
    .flatMap((value) => asking.refsOf(value, regionAt(callee, region)))
    .flatMap((one) =>
      one.root.kind === 'variable' && one.root.variable === root.variable ? [] : toldRefs(one, call, region, asking),
    )
  return [...givenRefs(parameter, path, call, region, asking), ...asking.refsAt(fallback, path, region)]
}

/** The caller may know what it holds. */
export function isOfCaller(variable: Variable, region: Region): boolean {
  return isLocal(variable, region) || region.elements.has(variable) || region.bound.has(variable)
}

/** What the caller gives for a parameter. */
function givenRefs(
  { index, path: within }: { index: number; path: readonly Key[] },
  path: readonly Key[],
  { callee, args }: ToldCall,
  region: Region,
  { refsOf, refsAt }: RefAsking,
): readonly Ref[] {
  const spread = args.findIndex(({ type }) => type === 'SpreadElement')
  const isRest = !isClass(callee) && callee.params[index]!.type === 'RestElement'
  const isShifted = spread >= 0 && spread <= index
  if (!isRest && !isShifted) {
    const argument = args[index]
    return argument ? refsAt(refsOf(argument, region), [...within, ...path], region) : []
  }
  const first = isRest && !isShifted ? index : spread
  const all = args.slice(first).flatMap((one, at) => {
    if (one.type !== 'SpreadElement') return refsOf(one, region)
    // Of the first list it is known which of its entries stands for the parameter.
    const key = at === 0 && !isRest ? String(index - spread) : ANY_KEY
    return refsAt(refsOf(one.argument, region), [key], region)
  })
  if (!isRest) return refsAt(all, [...within, ...path], region)
  // function log(...parts): the list is new, its entries are the arguments.
  return refsAt(all, path.length === 0 ? [ANY_KEY] : path.slice(1), region)
}

/** `log` in `function add(line, { to = log } = {})`: what a parameter may hold where nothing is given. */
function defaultsOf(variable: Variable, callee: FunctionNode, given: Node | undefined): readonly Node[] {
  const defaults: Node[] = []
  for (let child = variable.defs[0]!.name as Node; child !== callee && child.parent; child = child.parent) {
    const { parent } = child
    if (parent.type !== 'AssignmentPattern' || parent.left !== child) continue
    if (!(isWhole(parent, callee) && given && isSurelyGiven(given))) defaults.push(parent.right)
  }
  return defaults
}

/** The default of the parameter itself, not of a part of it. */
function isWhole(pattern: Node, callee: FunctionNode): boolean {
  return pattern.parent === callee || pattern.parent?.type === 'TSParameterProperty'
}

function isSurelyGiven(given: Node): boolean {
  return ['ObjectExpression', 'ArrayExpression', 'NewExpression'].includes(plainExpression(given).type)
}
