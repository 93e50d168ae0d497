import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { isReplaceable } from '../callees/is-replaceable.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import type { Region } from './region.ts'

const answers = new WeakMap<Region['knownCalls'], WeakMap<FunctionNode, boolean>>()

/**
 * Whether a function that is read makes what it gives, anew with each call, and keeps it nowhere: what the caller does
 * to it, nobody else sees. What is in it may be held elsewhere.
 *
 *     function editsOf(release) { const edits = []; for (...) edits.push(...); return edits }
 */
export function givesNew(node: TSESTree.CallExpression, { parsed, knownCalls }: Region): boolean {
  const callee = findFunction(node.callee, parsed)
  if (!callee || callee.generator || isReplaceable(node.callee, callee)) return false
  const byCallee = answers.get(knownCalls) ?? new WeakMap<FunctionNode, boolean>()
  answers.set(knownCalls, byCallee)
  const known = byCallee.get(callee)
  if (known !== undefined) return known
  const file = fileOf(callee, parsed)
  const given = returnedBy(callee, file)
  const isNew = given.length > 0 && given.every((value) => isMadeHere(value, callee, { parsed: file, knownCalls }))
  byCallee.set(callee, isNew)
  return isNew
}

function returnedBy({ body }: FunctionNode, parsed: Parsed): readonly Node[] {
  if (!body) return []
  if (body.type !== 'BlockStatement') return [body]
  const values: Node[] = []
  walk(body, parsed, (node) => {
    if (isFunction(node) || node.type === 'ClassBody') return 'skip'
    if (node.type === 'ReturnStatement' && node.argument) values.push(node.argument)
    return undefined
  })
  return values
}

type Asked = Pick<Region, 'parsed' | 'knownCalls'>

function isMadeHere(value: Node, callee: FunctionNode, asked: Asked): boolean {
  const node = plainExpression(value)
  if (node.type === 'AwaitExpression') return isMadeHere(node.argument, callee, asked)
  if (node.type !== 'Identifier') return isMade(node, asked)
  if (node.name === 'undefined' && isGlobal(node, asked.parsed)) return true
  const variable = variableOf(node, asked.parsed)
  // What no text of the file declares has no name there: a global, `arguments`.
  const name = variable?.identifiers[0] as Node | undefined
  if (!variable || !name || ownerOf(name) !== callee) return false
  const init = singleInit(variable)
  return init !== null && isMade(plainExpression(init), asked) && isKeptInside(variable, callee, asked)
}

function isMade(node: Node, { parsed, knownCalls }: Asked): boolean {
  switch (node.type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'Literal':
    case 'TemplateLiteral':
      return true
    case 'NewExpression':
    case 'CallExpression':
      return lookUpCall(node, parsed, knownCalls)?.row.fresh === true
    default:
      return false
  }
}

/** Every mention reads or changes it in place, or gives it back; nothing else gets hold of it. */
function isKeptInside(variable: Variable, callee: FunctionNode, { parsed, knownCalls }: Asked): boolean {
  return referencesOf(variable).every(({ identifier, init }) => {
    if (init) return true
    if (ownerOf(identifier as Node) !== callee) return false
    const { parent } = identifier as Node
    if (parent?.type === 'ReturnStatement' || parent?.type === 'ForOfStatement') return true
    if (parent?.type !== 'MemberExpression' || parent.object !== identifier) return false
    const { parent: around } = parent
    if (around.type === 'AssignmentExpression' && around.left === parent) return true
    if (around.type !== 'CallExpression' || around.callee !== parent) return isValueRead(parent)
    const known = lookUpCall(around, parsed, knownCalls)
    if (!known?.receiver || known.row.holds) return false
    // list.sort() gives the list itself.
    return around.parent.type === 'ExpressionStatement' || PLAIN_VALUES.has(known.row.returns ?? '')
  })
}

const PLAIN_VALUES: ReadonlySet<string> = new Set(['string', 'number', 'boolean'])

/** `list.length`, compared or counted: a property that is handed on may be an object. */
function isValueRead(member: TSESTree.MemberExpression): boolean {
  return !member.computed && member.property.type === 'Identifier' && ['length', 'size'].includes(member.property.name)
}

function ownerOf(node: Node): Node | null {
  for (let inner = node.parent; inner; inner = inner.parent) if (isFunction(inner)) return inner
  return null
}
