import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * `new Promise((resolve) => setTimeout(resolve, 100))` does not fail, as it takes no `reject`. One that only puts it
 * aside, `failing.push(reject)`, fails when others say so, which may be no sooner than it is awaited.
 */
export function signOfExecutor(
  { arguments: [executor] }: TSESTree.NewExpression,
  parsed: Parsed,
): 'promise' | 'harmless' | 'other' {
  if (!executor || !isFunction(executor)) return 'promise'
  const [, reject] = executor.params
  const variable = reject?.type === 'Identifier' ? variableOf(reject, parsed) : null
  if (!reject || variable?.references.length === 0) return 'harmless'
  return variable?.references.every(({ identifier }) => isPutAside(identifier as Node)) ? 'other' : 'promise'
}

/** this.reject = reject   failing.push(reject) */
function isPutAside(name: Node): boolean {
  const { parent } = name
  if (parent?.type === 'AssignmentExpression') return parent.right === name
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false
  return KEEPING.has(nameOf(parent.callee) ?? '')
}

const KEEPING = new Set(['push', 'unshift', 'add', 'set'])

function nameOf({ computed, property }: TSESTree.MemberExpression): string | null {
  return !computed && property.type === 'Identifier' ? property.name : null
}
