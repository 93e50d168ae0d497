import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { ClassNode } from '../callees/class-node.ts'
import { isClass } from '../callees/class-node.ts'
import { argumentAt } from '../known-calls/call-arguments.ts'
import { isNamed } from '../known-calls/row-condition.ts'
import type { CallNode } from '../known-calls/call-arguments.ts'
import type { KnownCallRow, RowCondition } from '../known-calls/row.ts'
import { valueKindOf } from '../values/value-of.ts'
import type { Signs, Use } from './behaviour.ts'
import { argumentFor, parameterOf } from './parameter-of.ts'
import { refsOf } from './refs.ts'
import type { Region } from './region.ts'

/** What an effect is by signs: a read whose value is thrown away is made for what it does. */
export function doneBySigns(does: 'read' | 'write', signs: Signs | null, used: Use): 'read' | 'write' {
  return signs && used === 'discarded' ? 'write' : does
}

/** Whether it goes by signs what the call does, by its row; null where it is known. */
export function signsOf({ bySigns }: KnownCallRow, call: CallNode, region: Region): Signs | null {
  if (bySigns === undefined) return null
  if (bySigns === true) return {}
  const argument = argumentAt(call, bySigns.argument)
  return argument && argument !== 'unknown' ? signsOfArgument(argument, bySigns, region) : {}
}

/**
 * The same for a caller of the function that makes the call, which may give it a text:
 *
 *     const load = (url) => fetch(url)        await load('/users')
 */
export function signsForCaller(
  signs: Signs,
  callee: FunctionNode | ClassNode,
  args: readonly Node[],
  region: Region,
): Signs | null {
  const { unless } = signs
  if (!unless || isClass(callee) || !parameterOf(unless.variable, callee)) return signs
  const argument = argumentFor(unless.variable, callee, args)
  return argument ? signsOfArgument(argument, { kind: unless.kinds }, region) : {}
}

function signsOfArgument(argument: Node, { kind: kinds = [], named }: Pick<RowCondition, 'kind' | 'named'>, region: Region): Signs | null {
  if (named && !isNamed(argument, named)) return null
  if (kinds.includes(valueKindOf(argument, region.parsed, region.knownCalls) ?? 'unknown')) return null
  const [ref, ...others] = refsOf(argument, region)
  const isName = ref?.root.kind === 'variable' && ref.path.length === 0 && others.length === 0
  return isName && ref.root.kind === 'variable' ? { unless: { variable: ref.root.variable, kinds } } : {}
}
