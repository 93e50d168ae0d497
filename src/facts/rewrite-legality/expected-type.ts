import { ownerOf } from '../../model/find-await-loops.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** Whether what is written around an expression says of which type it is to be. */
export function hasExpectedType(node: Node, parsed: Parsed): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
      return true
    case 'VariableDeclarator':
      return parent.id.typeAnnotation !== undefined
    case 'AssignmentPattern':
      return parent.right === node && parent.left.typeAnnotation !== undefined
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node
    case 'AssignmentExpression':
      return parent.right === node && isOfWrittenType(parent.left, parsed)
    case 'ReturnStatement':
    case 'YieldExpression':
      return hasWrittenResult(ownerOf(parent), parsed)
    case 'ArrowFunctionExpression':
      return hasWrittenResult(parent, parsed)
    case 'Property':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'TSNonNullExpression':
      return hasExpectedType(parent, parsed)
    default:
      return false
  }
}

/** A property is of the type that its object has it. */
function isOfWrittenType(target: Node, parsed: Parsed): boolean {
  if (target.type !== 'Identifier') return true
  const name = variableOf(target, parsed)?.defs[0]?.name
  return name?.type === 'Identifier' && name.typeAnnotation !== undefined
}

/** Of its own, or of the variable that it is the value of; what a call is given may have any result. */
function hasWrittenResult(owner: Node, parsed: Parsed): boolean {
  if (!isFunction(owner)) return false
  const isGiven = owner.parent.type === 'CallExpression' || owner.parent.type === 'NewExpression'
  return owner.returnType !== undefined || (!isGiven && hasExpectedType(owner, parsed))
}
