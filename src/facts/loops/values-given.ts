import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { singleInit } from '../scopes/binding.ts'
import { isNothing } from '../scopes/is-nothing.ts'

/** All that a variable is ever given: `let files = all`, `files = all.filter(f)`; null where a pattern gives it. */
export function valuesGiven(variable: Variable): readonly Node[] | null {
  const init = singleInit(variable)
  if (init) return [init]
  const writes = variable.defs[0]?.type === 'Variable' ? variable.references.filter((one) => one.isWrite()) : []
  const values = writes.map(({ identifier }) => valueWritten(identifier as Node))
  return values.length > 0 && !values.includes(null) ? (values as Node[]).filter((value) => !isNothing(value)) : null
}

function valueWritten(name: Node): Node | null {
  const { parent } = name
  if (parent?.type === 'VariableDeclarator') return parent.init
  return parent?.type === 'AssignmentExpression' && parent.operator === '=' && parent.left === name ? parent.right : null
}
