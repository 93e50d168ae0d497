import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../model/await-loop.ts'
import { lastAwait } from '../model/last-await.ts'
import type { Node } from '../parse/node-types.ts'
import { isWithin } from '../parse/walk.ts'
import type { Cut } from './verdict.ts'

/** Every cut is judged by itself; a turn of more awaits than these is tried at its last ones. */
const MOST_CUTS = 32

/**
 * Where the turn can be cut so that an await ends the prefix: between the statements of the body, the latest cut
 * first, then within a branch or a `try` of it, where the prefix is what comes before. After the last statement
 * nothing is left for a suffix; that is no cut.
 */
export function cutsOf(loop: AwaitLoop): readonly Cut[] {
  const whole = statementsOf(loop.body)
  const between = whole.flatMap((statement) => {
    const last = lastAwait(loop.awaits.filter((node) => isWithin(node, statement)))
    return last ? [cutAt(statement, last)] : []
  })
  const within = new Map<TSESTree.Statement, TSESTree.AwaitExpression[]>()
  for (const node of loop.awaits) {
    const statement = statementAround(node)
    if (whole.includes(statement) || !isWithin(statement, loop.body)) continue
    within.set(statement, [...(within.get(statement) ?? []), node])
  }
  const inner = [...within].map(([statement, awaits]) => cutAt(statement, lastAwait(awaits)!))
  const cuts = [...between.reverse(), ...inner.reverse()]
  return cuts.filter((cut) => cut.kind === 'at' || !endsTurn(cut.statement, loop.body)).slice(0, MOST_CUTS)
}

function statementAround(inner: Node): TSESTree.Statement {
  let node: Node = inner
  while (!/Statement$|^VariableDeclaration$/.test(node.type)) node = node.parent!
  return node as TSESTree.Statement
}

/** Whether nothing of the turn comes after the statement. */
function endsTurn(statement: Node, body: Node): boolean {
  for (let child = statement, node = statement.parent; node && child !== body; child = node, node = node.parent) {
    if (node.type === 'BlockStatement' && node.body.at(-1) !== child) return false
    if (node.type === 'SwitchCase') return false
  }
  return true
}

export function statementsOf(body: AwaitLoop['body']): readonly TSESTree.Statement[] {
  if (body.type === 'BlockStatement') return body.body
  return body.type.endsWith('Statement') ? [body as TSESTree.Statement] : []
}

/** Whether what happens at `node` belongs to the prefix; without a cut all of the turn does. */
export function isInPrefix(node: Node, cut: Cut | null): boolean {
  if (!cut) return true
  if (cut.kind === 'after') return node.range[1] <= cut.statement.range[1]
  return node.range[1] <= cut.statement.range[0] || isWithin(node, cut.expression)
}

function cutAt(statement: TSESTree.Statement, last: TSESTree.AwaitExpression): Cut {
  const after: Cut = { kind: 'after', statement }
  const head = headOf(statement)
  if (!head || !isWithin(last, head)) return after
  if (statement.type === 'VariableDeclaration') return after
  const expression = unconditional(last, head)
  if (statement.type === 'ExpressionStatement' && expression === statement.expression) return after
  return { kind: 'at', statement, expression }
}

/** The expression of a statement that is evaluated first and always. */
function headOf(statement: TSESTree.Statement): TSESTree.Expression | null {
  switch (statement.type) {
    case 'ExpressionStatement':
      return statement.expression
    case 'VariableDeclaration':
      return statement.declarations.at(-1)?.init ?? null
    case 'IfStatement':
      return statement.test
    case 'SwitchStatement':
      return statement.discriminant
    case 'ForOfStatement':
    case 'ForInStatement':
      return statement.right
    case 'ReturnStatement':
    case 'ThrowStatement':
      return statement.argument
    default:
      return null
  }
}

/** The smallest expression around the await that is evaluated whenever the statement is: not the right side of `&&`. */
function unconditional(inner: TSESTree.AwaitExpression, head: TSESTree.Expression): TSESTree.Expression {
  let expression: Node = inner
  for (let node: Node = inner; node !== head; node = node.parent!) {
    const parent = node.parent!
    const conditional =
      (parent.type === 'LogicalExpression' && parent.right === node) ||
      (parent.type === 'ConditionalExpression' && parent.test !== node) ||
      parent.type === 'ChainExpression' ||
      (parent.type === 'AssignmentExpression' &&
        parent.right === node &&
        ['||=', '&&=', '??='].includes(parent.operator))
    if (conditional) expression = parent
  }
  return expression as TSESTree.Expression
}
