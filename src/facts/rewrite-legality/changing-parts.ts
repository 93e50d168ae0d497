import type { Variable } from '@typescript-eslint/scope-manager'
import { ownerOf } from '../../model/find-await-loops.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isWithin } from '../../parse/walk.ts'
import { definingVariable } from '../callees/imported-node.ts'
import { referencesOf } from '../scopes/binding.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

/** A function, or the program, whose code waits. */
type Owner = FunctionNode | Node

/**
 * The smallest parts of an expression without effects that may give something else once the function has waited, in
 * the order of their evaluation:
 *
 *     none   limit   'a'   () => n   `${id}`   where nobody else assigns the names
 *     some   this.n   page.next   n, where another function assigns it   ...page
 */
export function changingParts(node: Node, owner: Owner, parsed: Parsed): readonly Node[] {
  const inParts = (parts: readonly (Node | null)[]): readonly Node[] =>
    parts.flatMap((part) => (part ? changingParts(part, owner, parsed) : []))
  switch (node.type) {
    case 'Identifier':
      return isGlobal(node, parsed) || keepsValue(variableOf(node, parsed)!, owner, parsed) ? [] : [node]
    case 'MemberExpression':
      return isFixed(node.object, parsed) ? [] : [node]
    case 'SpreadElement':
      return [node]
    case 'ArrayExpression':
      return inParts(node.elements)
    case 'ObjectExpression':
      return inParts(node.properties)
    case 'Property':
      return inParts([node.computed ? node.key : null, node.value])
    case 'TemplateLiteral':
      return inParts(node.expressions)
    case 'UnaryExpression':
      return inParts([node.argument])
    case 'BinaryExpression':
      return inParts([node.left, node.right])
    // Only the part that is chosen may be evaluated.
    case 'LogicalExpression':
      return inParts([node.left, node.right]).length > 0 ? [node] : []
    case 'ConditionalExpression':
      return inParts([node.test, node.consequent, node.alternate]).length > 0 ? [node] : []
    case 'ChainExpression':
      return inParts([node.expression]).length > 0 ? [node] : []
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return inParts([node.expression])
    default:
      return []
  }
}

/** Whether nobody gives the variable another value while the function waits: not even another call of the function. */
export function keepsValue(variable: Variable, owner: Owner, parsed: Parsed): boolean {
  const defined = definingVariable(variable, parsed)
  const [definition] = defined.defs
  // What is imported by its name may be a variable of the other file, which that assigns.
  if (definition?.type === 'ImportBinding') return definition.node.type !== 'ImportSpecifier'
  const writes = referencesOf(defined).filter((reference) => reference.isWrite() && !reference.init)
  if (writes.length === 0) return true
  const isOwn = definition !== undefined && isWithin(definition.node as Node, owner)
  return isOwn && writes.every(({ identifier }) => ownerOf(identifier as Node) === owner)
}

/** import.meta.url, Kind.Page of `enum Kind {}` */
function isFixed(object: Node, parsed: Parsed): boolean {
  if (object.type === 'MetaProperty') return true
  const variable = object.type === 'Identifier' ? variableOf(object, parsed) : null
  return variable !== null && isEnum(variable, parsed)
}

export function isEnum(variable: Variable, parsed: Parsed): boolean {
  return definingVariable(variable, parsed).defs[0]?.type === 'TSEnumName'
}
