import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { FillerCalls } from '../producers/calls-of-filler.ts'
import { callsOfFiller } from '../producers/calls-of-filler.ts'
import { declaratorOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

/** What the callers of a function give for a parameter. */
export interface GivenByCallers {
  /** Null where there may be callers that are not seen. */
  readonly values: readonly Node[] | null
}

/**
 * For a list that is a parameter, or made of one: `load(paths)`, `paths.filter(isText)`. Null for every other list, and
 * for parameters of callbacks, which are no function's to choose.
 */
export function givenByCallers(list: Node, parsed: Parsed): GivenByCallers | null {
  const root = rootOf(list, parsed)
  const variable = root.type === 'Identifier' ? variableOf(root, parsed) : null
  const [def] = variable?.defs ?? []
  const owner = def?.type === 'Parameter' ? (def.node as Node) : null
  if (!variable || !owner || !isFunction(owner)) return null
  const found = callsInFile(owner, parsed)
  if (!found && !nameOf(owner)) return isMethod(owner) ? { values: null } : null
  const at = owner.params.indexOf(variable.identifiers[0] as never)
  if (!found || found.handedOn || found.exported || found.calls.length === 0 || at < 0) return { values: null }
  const values = found.calls.map((call) => call.arguments.slice(0, at + 1).some(isSpread) ? null : call.arguments[at])
  return { values: values.every((value) => value !== null && value !== undefined) ? (values as Node[]) : null }
}

function isSpread({ type }: Node): boolean {
  return type === 'SpreadElement'
}

/** Whether how long the list is depends on callers that are not seen. */
export function isGivenByUnseen(list: Node, parsed: Parsed, depth = 0): boolean {
  const given = givenByCallers(list, parsed)
  if (!given?.values || depth >= DEEPEST) return given !== null
  return given.values.some((value) => isGivenByUnseen(value, parsed, depth + 1))
}

const DEEPEST = 4

/** `paths` of `paths.filter(isText).map(read)`, of `[...paths]`, `Object.keys(paths)` and of `options.paths`. */
function rootOf(list: Node, parsed: Parsed, depth = 0): Node {
  const node = plainExpression(list)
  if (depth > DEEPEST * 2) return node
  const deeper = (one: Node): Node => rootOf(one, parsed, depth + 1)
  switch (node.type) {
    case 'Identifier': {
      const variable = variableOf(node, parsed)
      const declarator = variable && declaratorOf(variable)
      return declarator?.init ? deeper(declarator.init) : node
    }
    case 'CallExpression': {
      const [first] = node.arguments
      return first && isOfGlobal(node.callee, parsed) ? deeper(first) : deeper(node.callee)
    }
    case 'MemberExpression':
      return deeper(node.object)
    case 'LogicalExpression':
      return deeper(node.left)
    case 'NewExpression':
      return node.arguments[0] ? deeper(node.arguments[0]) : node
    case 'ArrayExpression': {
      const spread = node.elements.find((element) => element?.type === 'SpreadElement')
      return spread ? deeper(spread.argument) : node
    }
    default:
      return node
  }
}

/** `Object.keys`, `Array.from` */
function isOfGlobal(callee: Node, parsed: Parsed): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && isGlobal(callee.object, parsed)
}

/** Where the file shows that a function is called; null where it has no name, or others may call it unseen. */
export function callsInFile(owner: FunctionNode, parsed: Parsed): FillerCalls | null {
  return callsOfFiller({ node: owner, name: nameOf(owner) }, parsed)
}

function nameOf(owner: FunctionNode) {
  if (owner.type === 'FunctionDeclaration') return owner.id
  const { parent } = owner
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id : null
  const isKeyed = parent.type === 'MethodDefinition' || parent.type === 'Property'
  return isKeyed && (parent.key.type === 'Identifier' || parent.key.type === 'PrivateIdentifier') ? parent.key : null
}

function isMethod({ parent }: FunctionNode): boolean {
  return parent.type === 'MethodDefinition' || parent.type === 'Property'
}
