import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { fileOf, isOfFile } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import { findFunction } from '../callees/find-function.ts'
import { assignedValues } from '../effects/assigned-values.ts'
import type { Region } from '../effects/region.ts'
import { isLocal, regionAt } from '../effects/region.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { isNeverReassigned, referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { valueKindOf } from '../values/value-of.ts'
import { isAfter, isExported, ownerOf } from './holder.ts'
import { objectUseOf } from './object-use.ts'

/**
 * Whether others may hold the object that a variable holds, so that it has another name somewhere: a parameter, what
 * was handed on, what a call gave that is not known.
 */
export function isHandedOut(variable: Variable, region: Region): boolean {
  return remember(handedOut, variable, region, () => findsHandedOut(variable, region))
}

/** Each name is held against each other. */
const handedOut = new WeakMap<Region, Map<Variable, boolean>>()
const onlyOwn = new WeakMap<Region, Map<Variable, boolean>>()

function remember(answers: typeof handedOut, variable: Variable, region: Region, ask: () => boolean): boolean {
  const known = answers.get(region) ?? new Map<Variable, boolean>()
  answers.set(region, known)
  const answer = known.get(variable) ?? ask()
  known.set(variable, answer)
  return answer
}

function findsHandedOut(variable: Variable, region: Region): boolean {
  const name = variable.identifiers[0] as Node | undefined
  if (!name || isExported(variable)) return true
  const home = isOfFile(name, region.parsed) ? region : regionAt(fileOf(name, region.parsed).ast, region)
  if (!allValues(variable, (value) => isMade(value, home))) return true
  return referencesOf(variable).some((reference) => {
    if (reference.isWrite()) return false
    const mention = reference.identifier as Node
    const use = objectUseOf(mention, home)
    if (use === 'reads' || use === 'changes' || isGivenToUse(mention, home)) return false
    // What is given back, or on, when the region is over has one name as long as it runs.
    const isOwn = home === region && ownerOf(mention) === ownerOf(name)
    return !isOwn || (use === 'escapes' && !isAfter(mention, region.node))
  })
}

function allValues(variable: Variable, isSo: (value: Node) => boolean): boolean {
  const values = assignedValues(variable)
  return values !== null && values.length > 0 && values.every(({ node, path }) => path.length === 0 && isSo(node))
}

/** `f(out)`, where the body of `f` only reads what it is given, or changes it. */
function isGivenToUse(mention: Node, region: Region, depth = 0): boolean {
  const call = mention.parent
  if (call?.type !== 'CallExpression' || depth > DEEPEST) return false
  const index = call.arguments.indexOf(mention as TSESTree.Expression)
  const callee = index < 0 ? null : findFunction(call.callee, region.parsed)
  const parameter = callee?.params[index]
  if (!callee || parameter?.type !== 'Identifier') return false
  const inner = regionAt(callee, region)
  const variable = variableOf(parameter, inner.parsed)
  return variable !== null && isNeverReassigned(variable) && referencesOf(variable).every(({ identifier }) => {
    const use = objectUseOf(identifier as Node, inner)
    return use === 'reads' || use === 'changes' || isGivenToUse(identifier as Node, inner, depth + 1)
  })
}

/** Whether all that is put into what a variable holds is new, or no object: `[]`, `out.push(await f(key))`. */
export function holdsOnlyOwn(variable: Variable, region: Region): boolean {
  return remember(onlyOwn, variable, region, () => isFilledWithOwn(variable, region))
}

function isFilledWithOwn(variable: Variable, region: Region): boolean {
  if (!allValues(variable, (value) => isOwn(value, region))) return false
  return referencesOf(variable).every(({ identifier, init: isInit }) => {
    const mention = identifier as Node
    return isInit || (!givesParts(mention, region) && storedBy(mention).every((value) => isOwn(value, region)))
  })
}

/** A new object: a literal, or what a known function makes. */
export function isMade(value: Node, region: Region): boolean {
  const node = plainExpression(value)
  switch (node.type) {
    case 'AwaitExpression':
      return isMade(node.argument, region)
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'Literal':
      return true
    case 'NewExpression':
    case 'CallExpression': {
      const row = lookUpCall(node, region.parsed, region.knownCalls)?.row
      if (row === undefined || node.type === 'NewExpression') return row !== undefined
      return row.fresh === true || (row.gives === undefined && (row.holds ?? []).length === 0)
    }
    default:
      return isPlain(node, region)
  }
}

const DEEPEST = 6

/** What nobody else has under another name: nothing that a name outside leads to is in it. */
function isOwn(value: Node, region: Region, depth = 0): boolean {
  const node = plainExpression(value)
  if (depth > DEEPEST) return false
  const own = (one: Node | null): boolean => one === null || isOwn(one, region, depth + 1)
  switch (node.type) {
    case 'AwaitExpression':
    case 'SpreadElement':
      return own(node.argument)
    case 'ArrayExpression':
      return node.elements.every(own)
    case 'ObjectExpression':
      return node.properties.every((property) => own(property.type === 'SpreadElement' ? property : property.value))
    case 'ConditionalExpression':
      return own(node.consequent) && own(node.alternate)
    case 'LogicalExpression':
      return own(node.left) && own(node.right)
    case 'NewExpression':
      return node.arguments.every(own)
    case 'CallExpression':
      return node.arguments.every(own) && (node.callee.type !== 'MemberExpression' || own(node.callee.object) || isMade(node, region))
    case 'Identifier': {
      if (isPlain(node, region)) return true
      const variable = variableOf(node, region.parsed)
      const init = variable && isLocal(variable, region) ? singleInit(variable) : null
      return init !== null && own(init)
    }
    default:
      return isPlain(node, region)
  }
}

/** A text, a number, a function: it has no state that another name would lead to. */
export function isPlain(node: Node, { parsed, knownCalls }: Region): boolean {
  return isFunction(node) || PLAIN_KINDS.has(valueKindOf(node, parsed, knownCalls) ?? '')
}

const PLAIN_KINDS = new Set(['string', 'number', 'boolean', 'bigint', 'symbol', 'undefined', 'null', 'Function'])

/** `xs.slice()`, `new Map(xs)`, `Object.values(xs)`: what is in it is in something else, too. */
function givesParts(mention: Node, { parsed, knownCalls }: Region): boolean {
  const { parent } = mention
  const call = parent?.type === 'MemberExpression' && parent.object === mention ? parent.parent : parent
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false
  const row = lookUpCall(call, parsed, knownCalls)?.row
  const index = call.arguments.indexOf(mention as TSESTree.Expression)
  // xs.map((x) => x): what a function gives may be what it got.
  return [row?.gives, ...(row?.holds ?? [])].some((where) =>
    where === 'receiver' ? call.callee === parent : where !== undefined && (where === index || row?.calls?.includes(where)),
  )
}

/** What a mention puts into the object: `x` of `out.push(x)`, `out.names[key] = x`. */
function storedBy(mention: Node): readonly Node[] {
  let node: Node = mention
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = node.parent
  const { parent } = node
  if (parent?.type === 'AssignmentExpression' && parent.left === node) return [parent.right]
  return node !== mention && parent?.type === 'CallExpression' && parent.callee === node ? (parent.arguments as TSESTree.Expression[]) : []
}
