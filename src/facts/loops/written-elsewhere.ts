import type { Variable } from '@typescript-eslint/scope-manager'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { referencesOf } from '../scopes/binding.ts'

/**
 * Whether another function than the one around the loop gives the variable another value: it may run between two
 * turns.
 */
export function isWrittenElsewhere(variable: Variable, loop: AwaitLoop): boolean {
  return referencesOf(variable).some(
    (reference) =>
      reference.isWrite() && !reference.init && functionAround(reference.identifier as Node) !== loop.owner,
  )
}

function functionAround(node: Node): Node | undefined {
  let around: Node | undefined = node.parent
  while (around && !isFunction(around) && around.type !== 'Program') around = around.parent
  return around
}
