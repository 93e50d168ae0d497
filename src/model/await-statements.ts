import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { AwaitStep, AwaitTarget, OperationNode, Step } from './await-run.ts'
import { suspends } from './form-nodes.ts'

/** What a statement is in a run of awaits; null where it ends the run. */
export function statementStep(statement: TSESTree.Statement, parsed: Parsed): Step | null {
  switch (statement.type) {
    case 'ExpressionStatement':
      return expressionStep(statement, parsed)
    case 'VariableDeclaration':
      return declarationStep(statement, parsed)
    case 'FunctionDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'EmptyStatement':
      return { kind: 'between', node: statement }
    default:
      return null
  }
}

function expressionStep(statement: TSESTree.ExpressionStatement, parsed: Parsed): Step | null {
  const { expression } = statement
  if (expression.type !== 'AssignmentExpression') return awaitStep(statement, expression, { kind: 'none' }, parsed)
  if (expression.operator !== '=') return null
  return awaitStep(statement, expression.right, { kind: 'assigned', pattern: expression.left }, parsed)
}

function declarationStep(declaration: TSESTree.VariableDeclaration, parsed: Parsed): Step | null {
  if (declaration.kind === 'using' || declaration.kind === 'await using' || declaration.declare) return null
  const [declarator] = declaration.declarations
  if (!suspends(declaration, parsed)) return { kind: 'between', node: declaration }
  if (declaration.declarations.length > 1 || !declarator?.init) return null
  const target = { kind: 'declared', declaration, pattern: declarator.id } as const
  return awaitStep(declaration, declarator.init, target, parsed) ?? propertyStep(declaration, declarator.init, parsed)
}

/** const { b } = (await f()).a */
function propertyStep(statement: TSESTree.VariableDeclaration, init: TSESTree.Expression, parsed: Parsed): Step | null {
  let value = withoutTypes(init)
  while (value.type === 'MemberExpression' && !value.computed) value = withoutTypes(value.object)
  if (suspends(statement.declarations[0]!.id, parsed)) return null
  return awaitStep(statement, value, { kind: 'part', statement }, parsed)
}

/** Null where the value is not that of one awaited call, or something else is awaited on the way to it. */
export function awaitStep(
  node: Node,
  value: TSESTree.Expression,
  target: AwaitTarget,
  parsed: Parsed,
): AwaitStep | null {
  const wait = withoutTypes(value)
  if (wait.type !== 'AwaitExpression') return null
  const operation = withoutTypes(wait.argument)
  if (!isOperation(operation) || suspends(operation, parsed)) return null
  if ('pattern' in target && suspends(target.pattern, parsed)) return null
  return { kind: 'await', node, wait, operation, value, target }
}

function isOperation(node: Node): node is OperationNode {
  return node.type === 'CallExpression' || node.type === 'ImportExpression' || node.type === 'TaggedTemplateExpression'
}

/** `f()` of `(f() as A)!`, `f()?.[0]` stays what it is. */
export function withoutTypes(node: TSESTree.Expression): TSESTree.Expression {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return withoutTypes(node.expression)
    case 'ChainExpression':
      return node.expression.type === 'CallExpression' ? node.expression : node
    default:
      return node
  }
}
