import type { TSESTree } from '@typescript-eslint/utils'

export interface Count {
  readonly index: TSESTree.Identifier
  /** `xs` where the bound is `xs.length`. */
  readonly source: TSESTree.Expression | null
  readonly bound: TSESTree.Expression
  readonly step: number | null
}

/**
 * The index, bound and step of a loop that counts:
 *
 *     for (let i = 0; i < xs.length; i++)        while (i < xs.length) { ...; i++ }
 */
export function readCount(node: TSESTree.ForStatement | TSESTree.WhileStatement): Count | null {
  const { test } = node
  if (test?.type !== 'BinaryExpression' || !['<', '<=', '!==', '!=', '>', '>='].includes(test.operator)) return null
  if (test.left.type !== 'Identifier') return null
  const move = node.type === 'ForStatement' ? node.update : trailingUpdate(node.body)
  if (!move || !movesIndex(move, test.left.name)) return null
  if (node.type === 'ForStatement' && !declaresOrAssigns(node.init, test.left.name)) return null
  const bound = test.right as TSESTree.Expression
  return { index: test.left, source: lengthOwner(bound), bound, step: stepOf(move) }
}

function lengthOwner(bound: TSESTree.Expression): TSESTree.Expression | null {
  return bound.type === 'MemberExpression' &&
    !bound.computed &&
    bound.property.type === 'Identifier' &&
    bound.property.name === 'length'
    ? bound.object
    : null
}

/** The last statement of a `while` body when it moves something: `i++`. */
function trailingUpdate(body: TSESTree.Statement): TSESTree.Expression | null {
  const last = body.type === 'BlockStatement' ? body.body.at(-1) : body
  return last?.type === 'ExpressionStatement' ? last.expression : null
}

/** i++, i += 2, i = i + 1; not i = next(i) */
function movesIndex(move: TSESTree.Expression, name: string): boolean {
  if (move.type === 'UpdateExpression') return isName(move.argument, name)
  if (move.type !== 'AssignmentExpression' || !isName(move.left, name)) return false
  if (move.operator !== '=') return ['+=', '-='].includes(move.operator)
  const sum = move.right
  return sum.type === 'BinaryExpression' && ['+', '-'].includes(sum.operator) && isName(sum.left, name)
}

function isName(node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}

function stepOf(move: TSESTree.Expression): number | null {
  if (move.type === 'UpdateExpression') return move.operator === '++' ? 1 : -1
  if (move.type !== 'AssignmentExpression') return null
  const sum = move.right.type === 'BinaryExpression' && move.operator === '=' ? move.right : null
  const by = sum ? sum.right : move.right
  if (by.type !== 'Literal' || typeof by.value !== 'number') return null
  return (sum ? sum.operator : move.operator).startsWith('+') ? by.value : -by.value
}

function declaresOrAssigns(init: TSESTree.ForStatement['init'], name: string): boolean {
  if (init?.type === 'VariableDeclaration') {
    return init.declarations.some(({ id }) => id.type === 'Identifier' && id.name === name)
  }
  return init?.type === 'AssignmentExpression' && init.left.type === 'Identifier' && init.left.name === name
}
