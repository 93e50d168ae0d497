import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { importedValue } from '../callees/value-of-name.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { returnedBy } from '../promises/never-rejects.ts'
import { declaratorOf } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import { classOfThis, fieldValues, propertyName } from '../values/class-members.ts'
import { givenByCallers } from './given-by-callers.ts'
import { growthsOf } from './list-growth.ts'

const DEEPEST = 8

/**
 * Whether it is seen that a list may have any length: it comes from the world outside, or is filled from what does.
 *
 *     await readdir(root)   (await glob('**')).filter(isText)   Object.keys(JSON.parse(await readFile(path)))
 *     process.argv
 */
export function isOpenList(list: Node, parsed: Parsed, rows: readonly KnownCallRow[], depth = 0): boolean {
  if (depth > DEEPEST) return false
  const node = plainExpression(list)
  const open = (part: Node): boolean => isOpenList(part, fileOf(part, parsed), rows, depth + 1)
  switch (node.type) {
    case 'AwaitExpression':
      return open(node.argument)
    case 'Identifier':
      return namesOpen(node, parsed, open)
    case 'MemberExpression':
      return isArguments(node, parsed) || isOpenField(node, parsed, open) || open(node.object)
    case 'CallExpression':
      return callsOpen(node, parsed, rows, open)
    case 'NewExpression':
      return node.arguments.some(open)
    case 'ArrayExpression':
      return node.elements.some((element) => element?.type === 'SpreadElement' && open(element.argument))
    case 'ObjectExpression':
      return node.properties.some((property) => property.type === 'SpreadElement' && open(property.argument))
    case 'LogicalExpression':
      return open(node.left) || open(node.right)
    case 'ConditionalExpression':
      return open(node.consequent) || open(node.alternate)
    default:
      return false
  }
}

function namesOpen(node: TSESTree.Identifier, parsed: Parsed, open: (part: Node) => boolean): boolean {
  const variable = variableOf(node, parsed)
  const [def] = variable?.defs ?? []
  if (!variable || !def) return false
  if (def.type === 'Parameter') return givenByCallers(node, parsed)?.values?.some(open) ?? false
  const imported = def.type === 'ImportBinding' ? importedValue(node, parsed) : null
  if (imported) return open(imported)
  const init = declaratorOf(variable)?.init
  if (init && open(init)) return true
  const { references } = variable
  const writes = references.flatMap(({ writeExpr, init: isInit }) => (writeExpr && !isInit ? [writeExpr as Node] : []))
  const growths = growthsOf(references.map(({ identifier }) => identifier as Node))
  const fillers = growths.flatMap(({ at, lists }) => [...lists, ...loopsAround(at).map(({ right }) => right)])
  return [...writes, ...fillers].some(open)
}

/** The loops that go once for each element of a list. */
function loopsAround(node: Node): readonly TSESTree.ForOfStatement[] {
  const found: TSESTree.ForOfStatement[] = []
  for (let around: Node | undefined = node; around; around = around.parent) {
    if (around.type === 'ForOfStatement') found.push(around)
  }
  return found
}

function isArguments({ object, property }: TSESTree.MemberExpression, parsed: Parsed): boolean {
  const isProcess = object.type === 'Identifier' && object.name === 'process' && isGlobal(object, parsed)
  return isProcess && property.type === 'Identifier' && property.name === 'argv'
}

function isOpenField(node: TSESTree.MemberExpression, parsed: Parsed, open: (part: Node) => boolean): boolean {
  const owner = node.object.type === 'ThisExpression' && !node.computed ? classOfThis(node) : null
  const values = owner && fieldValues(owner, parsed).get(propertyName(node.property) ?? '')
  return values?.some((value) => value !== null && open(value)) ?? false
}

function callsOpen(
  node: TSESTree.CallExpression,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  open: (part: Node) => boolean,
): boolean {
  const { callee, arguments: given } = node
  const known = lookUpCall(node, parsed, rows)
  if (known?.row.effects.some(({ does, on }) => does === 'read' && typeof on === 'string' && OUTSIDE.has(on))) return true
  const found = findFunction(callee, parsed)
  if (found) return returnedBy(found, fileOf(found, parsed)).some(open) || given.some(open)
  if (callee.type !== 'MemberExpression') return false
  const isOfGlobal = callee.object.type === 'Identifier' && isGlobal(callee.object, parsed)
  return isOfGlobal ? given.some(open) : open(callee.object)
}

const OUTSIDE = new Set<string>(['file-system', 'network', 'database', 'process', 'user'])
