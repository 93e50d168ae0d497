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
  const whole = new Set(statementsOf(loop.body))
  const between = cutsBy(loop, (node) => outermost(node, whole))
  const within = cutsBy(loop, (node) => {
    const statement = statementAround(node)
    return statement && !whole.has(statement) && isWithin(statement, loop.body) ? statement : null
  })
  const cuts = [...between.reverse(), ...within.reverse()]
  return cuts.filter((cut) => cut.kind === 'at' || !endsTurn(cut.statement, loop.body)).slice(0, MOST_CUTS)
}

/** A cut for each statement that an await belongs to, at the last one of it. */
function cutsBy(loop: AwaitLoop, statementOf: (node: TSESTree.AwaitExpression) => TSESTree.Statement | null): Cut[] {
  const awaits = new Map<TSESTree.Statement, TSESTree.AwaitExpression[]>()
  for (const node of loop.awaits) {
    const statement = statementOf(node)
    if (!statement) continue
    const found = awaits.get(statement) ?? []
    found.push(node)
    awaits.set(statement, found)
  }
  return [...awaits].map(([statement, found]) => cutAt(statement, lastAwait(found)!))
}

function outermost(inner: Node, whole: ReadonlySet<Node>): TSESTree.Statement | null {
  let node: Node | undefined = inner
  while (node && !whole.has(node)) node = node.parent
  return (node as TSESTree.Statement | undefined) ?? null
}

/** None is around `export default async (names) => names.forEach(async (name) => list.push(await load(name)))`. */
function statementAround(inner: Node): TSESTree.Statement | null {
  let node: Node | undefined = inner
  while (node && !/Statement$|^VariableDeclaration$/.test(node.type)) node = node.parent
  return (node as TSESTree.Statement | undefined) ?? null
}

/** Whether nothing of the turn comes after the statement. */
function endsTurn(statement: Node, body: Node): boolean {
  for (let child = statement, node = statement.parent; node && child !== body; child = node, node = node.parent) {
    if (node.type === 'BlockStatement' && node.body.at(-1) !== child) return false
    if (node.type === 'SwitchCase') return false
    // What handles a failure comes after what fails.
    if (node.type === 'TryStatement' && node.handler && node.block === child) return false
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
