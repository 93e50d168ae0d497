import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { referencesOf } from '../scopes/binding.ts'
import { contains } from './references-in.ts'

/** Whether code outside the loop uses a name of the head: a parameter of a callback ends with the callback. */
export function isUsedOutside(variable: Variable, loop: Node): boolean {
  return (
    variable.identifiers.some((name) => !contains(loop, name as Node)) ||
    referencesOf(variable).some(({ identifier }) => !contains(loop, identifier as Node))
  )
}

/** Whether the body gives a name of the head another value. */
export function isReassignedIn(variable: Variable, body: Node): boolean {
  return referencesOf(variable).some(
    (reference) => reference.isWrite() && contains(body, reference.identifier as Node),
  )
}

/** Whether a function made in the body holds the variable; a `var` would show it what later turns write. */
export function isCapturedIn(variable: Variable, body: Node): boolean {
  return referencesOf(variable).some(({ identifier }) => {
    for (let node = identifier as Node | undefined; node && node !== body; node = node.parent) {
      if (isFunction(node)) return contains(body, node)
    }
    return false
  })
}
