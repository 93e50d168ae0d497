import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import { ownerOf } from './find-await-loops.ts'
import { formNodes } from './form-nodes.ts'

/**
 *     function evens(xs) {
 *       const out = []
 *       for (const x of xs) if (x % 2 === 0) out.push(x)
 *       return out
 *     }
 */
export interface ArrayFiller {
  readonly node: FunctionNode
  /** The name by which it is called; null for a function without one. */
  readonly name: TSESTree.Identifier | TSESTree.PrivateIdentifier | null
  readonly array: Variable
  readonly declarator: TSESTree.VariableDeclarator
  readonly appends: readonly Append[]
  readonly returns: readonly TSESTree.ReturnStatement[]
  /** The first use of the array for something else, or `return` of something else; null where there is none. */
  readonly otherUse: Node | null
}

/** `out.push(x)`, `out.push(...xs)` as a statement. */
export interface Append {
  readonly statement: TSESTree.ExpressionStatement
  readonly call: TSESTree.CallExpression
}

/** The functions of the file that fill one array of their own and return it, in source order. */
export function findArrayFillers(parsed: Parsed): readonly ArrayFiller[] {
  const functions: FunctionNode[] = []
  const returns = new Map<Node, TSESTree.ReturnStatement[]>()
  for (const node of formNodes(parsed)) {
    if (isFunction(node) && !node.generator && node.body?.type === 'BlockStatement') functions.push(node)
    if (node.type !== 'ReturnStatement') continue
    const owner = ownerOf(node)
    returns.set(owner, [...(returns.get(owner) ?? []), node])
  }
  return functions.flatMap((node) => fillerOf(node, returns.get(node) ?? [], parsed) ?? [])
}

function fillerOf(
  node: FunctionNode,
  returns: readonly TSESTree.ReturnStatement[],
  parsed: Parsed,
): ArrayFiller | null {
  for (const statement of (node.body as TSESTree.BlockStatement).body) {
    if (statement.type !== 'VariableDeclaration') continue
    for (const declarator of statement.declarations) {
      const filler = isEmptyArray(declarator.init) ? fillerWith(declarator, node, returns, parsed) : null
      if (filler) return filler
    }
  }
  return null
}

function fillerWith(
  declarator: TSESTree.VariableDeclarator,
  node: FunctionNode,
  returns: readonly TSESTree.ReturnStatement[],
  parsed: Parsed,
): ArrayFiller | null {
  const { id } = declarator
  // By its name first: the scopes of a file take longer than all that is asked here.
  if (id.type !== 'Identifier' || !returns.some(({ argument }) => isNamed(argument, id.name))) return null
  const [array] = parsed.scopes.getDeclaredVariables(declarator)
  if (!array) return null
  const appends: Append[] = []
  let otherUse: Node | null = array.defs.length === 1 ? null : declarator
  let [isReturned, isFilled] = [false, false]
  for (const reference of array.references) {
    const name = reference.identifier as Node
    if (reference.init) continue
    const append = appendOf(name)
    isFilled ||= append !== null
    if (append && ownerOf(name) === node) appends.push(append)
    else if (name.parent?.type === 'ReturnStatement' && ownerOf(name) === node) isReturned = true
    else otherUse ??= name
  }
  if (!isFilled || !isReturned) return null
  otherUse ??= returns.find(({ argument }) => !isNameOf(array, argument) && !isEmptyArray(argument)) ?? null
  return { node, name: nameOf(node), array, declarator, appends, returns, otherUse }
}

function isNamed(node: Node | null, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name
}

/** `[]`, `[] as string[]`, `new Array()` */
export function isEmptyArray(value: Node | null): boolean {
  if (value?.type === 'TSAsExpression' || value?.type === 'TSTypeAssertion') return isEmptyArray(value.expression)
  if (value?.type === 'ArrayExpression') return value.elements.length === 0
  const isNew = value?.type === 'NewExpression' && value.callee.type === 'Identifier' && value.callee.name === 'Array'
  return isNew && value.arguments.length === 0
}

function isNameOf(variable: Variable, node: Node | null): boolean {
  return variable.references.some(({ identifier }) => identifier === node)
}

function appendOf(name: Node): Append | null {
  const member = name.parent
  if (member?.type !== 'MemberExpression' || member.object !== name || member.computed) return null
  const call = member.parent
  const isPush = member.property.type === 'Identifier' && member.property.name === 'push' && !member.optional
  if (!isPush || call.type !== 'CallExpression' || call.callee !== member || call.optional) return null
  return call.parent.type === 'ExpressionStatement' && call.arguments.length > 0
    ? { call, statement: call.parent }
    : null
}

/** `evens` of `function evens() {}`, `const evens = () => {}`, `evens() {}` in a class. */
function nameOf(node: FunctionNode): ArrayFiller['name'] {
  const { parent } = node
  if (node.type === 'FunctionDeclaration') return node.id
  if (parent.type === 'VariableDeclarator' && parent.init === node) return parent.id.type === 'Identifier' ? parent.id : null
  const isMethod = (parent.type === 'MethodDefinition' && parent.kind === 'method') || (parent.type === 'Property' && parent.method)
  if (!isMethod || parent.computed) return null
  return parent.key.type === 'Identifier' || parent.key.type === 'PrivateIdentifier' ? parent.key : null
}
