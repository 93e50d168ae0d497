import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { ownerOf } from '../../model/find-await-loops.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { isNothing } from '../scopes/is-nothing.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** Calls between the callback and the code, and functions that are looked at. */
const DEEPEST = 4
const MOST_FUNCTIONS = 60

/**
 * Whether a callee runs the code only where it is not given what the calls of the callback give it:
 *
 *     (file) => parse(file.path, file.text)        function parse(path, text) { text ??= await readFile(path); ... }
 */
export function isGivenInstead(code: Node, callback: FunctionNode, parsed: Parsed): boolean {
  const owner = ownerOf(code)
  if (!isFunction(owner) || owner === callback) return false
  const search: Search = { code, owner, left: { count: MOST_FUNCTIONS }, spared: false }
  return !mayReach(callback, null, fileOf(callback, parsed), search, DEEPEST) && search.spared
}

interface Search {
  readonly code: Node
  readonly owner: FunctionNode
  readonly left: { count: number }
  /** A way to the code has been found that is not taken. */
  spared: boolean
}

/** Parameters that have a value; null: all have. */
type Given = ReadonlySet<number> | null

/** Whether the calls of a function lead to the code, by a way that is taken. */
function mayReach(from: FunctionNode, given: Given, parsed: Parsed, search: Search, depth: number): boolean {
  search.left.count -= 1
  if (search.left.count < 0) return true
  return callsIn(from, parsed).some((call) => {
    const callee = findFunction(call.callee, parsed)
    if (!callee || callee === from) return false
    const file = fileOf(callee, parsed)
    const values = new Set(call.arguments.flatMap((value, at) => (hasValue(value, from, given, parsed) ? [at] : [])))
    const isLast = callee === search.owner
    const isTaken = !isSpared(call, from, given, parsed) && !(isLast && isSpared(search.code, callee, values, file))
    const leads = isLast || (depth > 0 && mayReach(callee, values, file, isTaken ? search : { ...search }, depth - 1))
    if (leads && !isTaken) search.spared = true
    return leads && isTaken
  })
}

/** Whether code runs only without a parameter that is given. */
function isSpared(code: Node, owner: FunctionNode, given: Given, parsed: Parsed): boolean {
  const missing = given && missingAround(code, owner, parsed)
  return missing !== null && given!.has(missing)
}

/** The parameter that has no value where the code runs: `text` in `if (!text) { ... }`, `text ?? (...)`. */
function missingAround(code: Node, owner: FunctionNode, parsed: Parsed): number | null {
  for (let child = code, node = code.parent; node && child !== owner; child = node, node = node.parent) {
    const tested = testedForNothing(node, child)
    const variable = tested && variableOf(tested, parsed)
    const at = variable ? owner.params.findIndex((parameter) => isNameOf(parameter, variable, parsed)) : -1
    if (at >= 0) return at
  }
  return null
}

function testedForNothing(node: Node, child: Node): Node | null {
  if (node.type === 'LogicalExpression') return node.right === child && node.operator !== '&&' ? plainExpression(node.left) : null
  if (node.type === 'AssignmentExpression') return /^(?:\?\?|\|\|)=$/.test(node.operator) && node.right === child ? node.left : null
  if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return null
  const { test } = node
  if (test.type === 'UnaryExpression' && test.operator === '!') return node.consequent === child ? plainExpression(test.argument) : null
  if (test.type === 'BinaryExpression' && /^===?$/.test(test.operator) && isNothing(test.right)) {
    return node.consequent === child ? plainExpression(test.left) : null
  }
  return test.type === 'Identifier' && node.alternate === child ? test : null
}

/** `text`, or `let content = text`. */
function isNameOf(parameter: Node, variable: Variable, parsed: Parsed): boolean {
  if (parameter.type !== 'Identifier') return false
  if (variableOf(parameter, parsed) === variable) return true
  const node = variable.defs[0]?.node
  const init = node?.type === 'VariableDeclarator' ? node.init : null
  return init?.type === 'Identifier' && variableOf(init, parsed) === variableOf(parameter, parsed)
}

function callsIn({ body }: FunctionNode, parsed: Parsed): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = []
  if (body) {
    walk(body, parsed, (node) => {
      if (node.type === 'CallExpression') calls.push(node)
    })
  }
  return calls
}

/** Not where it is nothing, or a parameter for which nothing was given. */
function hasValue(value: Node, from: FunctionNode, given: Given, parsed: Parsed): boolean {
  if (isNothing(value) || value.type === 'SpreadElement') return false
  const variable = value.type === 'Identifier' && given ? variableOf(value, parsed) : null
  const at = variable ? from.params.findIndex((parameter) => isNameOf(parameter, variable, parsed)) : -1
  return at < 0 || given!.has(at)
}
