import { isFunction } from '../../parse/node-types.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

/**
 * Whether the callee is `resolve` or `reject` of `new Promise((resolve, reject) => ...)`: it does nothing but
 * settle that promise.
 */
export function isPromiseSettler(callee: Node, parsed: Parsed): boolean {
  const variable = callee.type === 'Identifier' ? variableOf(callee, parsed) : null
  const def = variable?.defs[0]
  if (variable?.defs.length !== 1 || def?.type !== 'Parameter' || !isFunction(def.node as Node)) return false
  if (variable.references.some((reference) => reference.isWrite())) return false
  const { parent } = def.node as Node
  return (
    parent?.type === 'NewExpression' &&
    parent.arguments[0] === def.node &&
    parent.callee.type === 'Identifier' &&
    parent.callee.name === 'Promise' &&
    isGlobal(parent.callee, parsed)
  )
}
