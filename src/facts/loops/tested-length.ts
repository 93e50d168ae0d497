import type { Variable } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { isNeverReassigned } from '../scopes/binding.ts'
import { isSmallNumber } from './small-number.ts'

/**
 * Whether a list is short where it is used, as its length has been tested:
 *
 *     if (xs.length > 1) throw new Error(...)        if (xs.length <= 4) { ... xs ... }
 */
export function isShortByTest(use: Node, variable: Variable, parsed: Parsed): boolean {
  if (!isNeverReassigned(variable)) return false
  return variable.references.some(({ identifier }) => {
    const test = testOf(identifier as Node, parsed)
    return test !== null && (test.isShort ? isWithin(use, test.branch) : isAfterExit(use, test))
  })
}

interface LengthTest {
  /** The list is short where the test holds; else where it does not. */
  readonly isShort: boolean
  readonly statement: TSESTree.IfStatement | TSESTree.ConditionalExpression
  readonly branch: Node
}

function testOf(name: Node, parsed: Parsed): LengthTest | null {
  const member = name.parent
  const isLength = member?.type === 'MemberExpression' && member.object === name && !member.computed
  if (!isLength || member.property.type !== 'Identifier' || member.property.name !== 'length') return null
  const comparison = member.parent
  if (comparison.type !== 'BinaryExpression' || comparison.left !== member) return null
  const isShort = SHORT.has(comparison.operator)
  if ((!isShort && !LONG.has(comparison.operator)) || !isSmallNumber(comparison.right, parsed)) return null
  // Of `a && b` both hold where it holds, of `a || b` neither where it does not.
  let test: Node = comparison
  while (test.parent?.type === 'LogicalExpression' && test.parent.operator === (isShort ? '&&' : '||')) test = test.parent
  const statement = test.parent
  if (statement?.type !== 'IfStatement' && statement?.type !== 'ConditionalExpression') return null
  return statement.test === test ? { isShort, statement, branch: statement.consequent } : null
}

const SHORT = new Set(['<', '<=', '===', '=='])
const LONG = new Set(['>', '>=', '!==', '!='])

/** Whether the use is reached only where the test has failed: behind `if (test) throw`, or in its `else`. */
function isAfterExit(use: Node, { statement, branch }: LengthTest): boolean {
  if (statement.alternate && isWithin(use, statement.alternate)) return true
  if (statement.type !== 'IfStatement' || !leaves(branch) || use.range[0] < statement.range[1]) return false
  return statement.parent.type === 'BlockStatement' || statement.parent.type === 'Program'
    ? isWithin(use, statement.parent)
    : false
}

function leaves(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch
  return last?.type === 'ThrowStatement' || last?.type === 'ReturnStatement' || last?.type === 'ContinueStatement'
}
