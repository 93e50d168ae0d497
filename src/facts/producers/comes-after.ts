import type { Variable } from '@typescript-eslint/scope-manager'
import type { Append } from '../../model/find-array-fillers.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction, isLoopStatement } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { referencesIn } from '../rewrite-legality/references-in.ts'

/** What the object is known by: a variable, or the call that gave it. */
export interface KnownBy {
  readonly variable: Variable | null
  readonly given: Node | null
}

/** It stands after the append, or a loop brings it round again to what is the same in all turns. */
export function mayComeAfter(place: Node, { call }: Append, by: KnownBy | null, parsed: Parsed): boolean {
  if (isWithin(place, call)) return false
  if (place.range[0] > call.range[1]) return true
  const variable = by?.variable
  const isNamed = variable && referencesIn([place], parsed).some((use) => use.variable === variable)
  const name = isNamed ? (variable.identifiers[0] as Node) : by?.given
  for (let node: Node | undefined = call.parent; node && !isFunction(node); node = node.parent) {
    if (isLoopStatement(node) && isWithin(place, node) && !(name && isWithin(name, node))) return true
  }
  return false
}
