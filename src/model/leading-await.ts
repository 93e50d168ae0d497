import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { suspends } from './form-nodes.ts'

/** The await that a statement always comes to first, with what it evaluates before, in that order. */
export interface LeadingAwait {
  readonly before: readonly Node[]
  readonly wait: TSESTree.AwaitExpression
}

/** `await f()` of `return (await f()).a`, `use(b, await f())`, `if (await f()) {}`, `for (const a of await f()) {}`. */
export function leadingAwait(statement: TSESTree.Statement, parsed: Parsed): LeadingAwait | null {
  const before: Node[] = []
  let node: Node | null = firstOf(statement)
  while (node && (node.type !== 'AwaitExpression' || suspends(node.argument, parsed))) {
    const parts = partsInOrder(node)
    const at = parts.findIndex((part) => suspends(part, parsed))
    before.push(...parts.slice(0, Math.max(at, 0)))
    node = parts[at] ?? null
  }
  return node && { before, wait: node }
}

function firstOf(statement: TSESTree.Statement): Node | null {
  switch (statement.type) {
    case 'ExpressionStatement':
      return statement.expression
    case 'ReturnStatement':
    case 'ThrowStatement':
      return statement.argument
    case 'VariableDeclaration':
      return statement.declarations[0]?.init ?? null
    case 'IfStatement':
      return statement.test
    case 'SwitchStatement':
      return statement.discriminant
    case 'ForOfStatement':
    case 'ForInStatement':
      return statement.right
    default:
      return null
  }
}

/** Parts that are evaluated in any case, in order; none of what is not understood. */
function partsInOrder(node: Node): readonly Node[] {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
      return [node.expression]
    case 'AwaitExpression':
    case 'UnaryExpression':
    case 'SpreadElement':
      return [node.argument]
    case 'ConditionalExpression':
      return [node.test]
    case 'LogicalExpression':
      return [node.left]
    case 'BinaryExpression':
      return [node.left, node.right]
    case 'AssignmentExpression':
      return /^(\|\||&&|\?\?)=$/.test(node.operator) ? [] : [node.left, node.right]
    case 'MemberExpression':
      return node.computed && !node.optional ? [node.object, node.property] : [node.object]
    case 'CallExpression':
      return node.optional ? [node.callee] : [node.callee, ...node.arguments]
    case 'NewExpression':
      return [node.callee, ...node.arguments]
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null)
    case 'ObjectExpression':
      return node.properties.flatMap((property): Node[] =>
        property.type === 'SpreadElement' ? [property] : [...(property.computed ? [property.key] : []), property.value],
      )
    case 'TemplateLiteral':
    case 'SequenceExpression':
      return node.expressions
    default:
      return []
  }
}
