import type { Variable } from '@typescript-eslint/scope-manager'
import type { Append } from '../../model/find-array-fillers.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { referencesIn } from '../rewrite-legality/references-in.ts'

/** It stands after the append, or a loop brings it round again to a variable that is the same in all turns. */
export function mayComeAfter(place: Node, { call }: Append, variable: Variable | null, parsed: Parsed): boolean {
  if (isWithin(place, call)) return false
  if (place.range[0] > call.range[1]) return true
  const isNamed = variable !== null && referencesIn([place], parsed).some((use) => use.variable === variable)
  const name = isNamed ? (variable.identifiers[0] as Node) : null
  for (let node: Node | undefined = call.parent; node && !isFunction(node); node = node.parent) {
    if (isLoopStatement(node) && isWithin(place, node) && !(name && isWithin(name, node))) return true
  }
  return false
}
