import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { pathToName } from './pattern-path.ts'
import { ANY_KEY } from './place.ts'

/** Which parameter a variable of the callee stems from, and by which properties. */
export function parameterOf(
  variable: Variable,
  callee: FunctionNode,
): { index: number; path: readonly string[] } | null {
  const [def] = variable.defs
  if (def?.type !== 'Parameter' || def.node !== callee) return null
  const index = callee.params.findIndex(
    (param) => def.name.range[0] >= param.range[0] && def.name.range[1] <= param.range[1],
  )
  return index < 0 ? null : { index, path: pathToName(variable) ?? [ANY_KEY] }
}

/** What a call gives for a parameter with one plain name that is never assigned again; null where that is not told. */
export function argumentFor(variable: Variable, callee: FunctionNode, args: readonly Node[]): Node | null {
  const parameter = isNeverReassigned(variable) ? parameterOf(variable, callee) : null
  if (!parameter || callee.params[parameter.index]!.type !== 'Identifier') return null
  const given = args.slice(0, parameter.index + 1)
  return given.some(({ type }) => type === 'SpreadElement') ? null : (given[parameter.index] ?? null)
}
