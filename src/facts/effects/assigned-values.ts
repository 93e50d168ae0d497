import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isNeverReassigned, referencesOf } from '../scopes/binding.ts'
import { pathToName } from './pattern-path.ts'
import type { Key } from './place.ts'
import { ANY_KEY } from './place.ts'

/** An expression whose value, or the part of it that `path` leads to, is assigned. */
export interface AssignedValue {
  readonly node: Node
  readonly path: readonly Key[]
}

/** Every value of the variable; null where one cannot be told. */
export function assignedValues(variable: Variable): readonly AssignedValue[] | null {
  const [def] = variable.defs
  // What a `catch` is given was thrown this time.
  if (def?.type === 'CatchClause' && def.node.param === def.name && isNeverReassigned(variable)) return [{ node: def.node, path: [] }]
  if (variable.defs.length !== 1 || def?.type !== 'Variable') return null
  const values: AssignedValue[] = []
  for (const reference of referencesOf(variable)) {
    if (!reference.isWrite()) continue
    const value = reference.writeExpr as Node | null | undefined
    const path = reference.init
      ? pathToName(variable)
      : reference.identifier.parent?.type === 'AssignmentExpression'
        ? []
        : null
    if (!value || !path || values.length > 8) return null
    const loop = value.parent
    const walked = (loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement') && loop.right === value
    values.push({ node: value, path: walked ? [ANY_KEY, ...path] : path })
  }
  return values
}
