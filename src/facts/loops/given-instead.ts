import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { isNothing } from '../scopes/is-nothing.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** Calls between the callback and the code. */
const DEEPEST = 3

/**
 * Whether a callee runs the code only where it is not given what the calls of the callback give it:
 *
 *     (file) => parse(file.path, file.text)        function parse(path, text) { text ??= await readFile(path); ... }
 */
export function isGivenInstead(code: Node, callback: FunctionNode, parsed: Parsed): boolean {
  const owner = functionAround(code)
  if (!owner || owner === callback) return false
  const missing = missingAround(code, owner, fileOf(code, parsed))
  if (missing === null) return false
  const answers = answersFrom(callback, null, parsed, { owner, missing, left: DEEPEST })
  return answers.length > 0 && answers.every(Boolean)
}

function functionAround(code: Node): FunctionNode | null {
  let node = code.parent
  while (node && !isFunction(node)) node = node.parent
  return node ?? null
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

interface Search {
  readonly owner: FunctionNode
  readonly missing: number
  readonly left: number
}

/** Whether all calls that lead from a function to the owner give a value for the parameter; none where none leads. */
function answersFrom(from: FunctionNode, given: ReadonlySet<number> | null, parsed: Parsed, search: Search): readonly boolean[] {
  const file = fileOf(from, parsed)
  return callsIn(from, file).flatMap((call): readonly boolean[] => {
    const callee = findFunction(call.callee, file)
    if (!callee || callee === from) return []
    const values = new Set(call.arguments.flatMap((value, at) => (hasValue(value, from, given, file) ? [at] : [])))
    if (callee === search.owner) return [values.has(search.missing)]
    return search.left > 0 ? answersFrom(callee, values, file, { ...search, left: search.left - 1 }) : []
  })
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

/** Not where it is nothing, or a parameter for which nothing was given. Null for `given`: all were. */
function hasValue(value: Node, from: FunctionNode, given: ReadonlySet<number> | null, parsed: Parsed): boolean {
  if (isNothing(value) || value.type === 'SpreadElement') return false
  const variable = value.type === 'Identifier' && given ? variableOf(value, parsed) : null
  const at = variable ? from.params.findIndex((parameter) => isNameOf(parameter, variable, parsed)) : -1
  return at < 0 || given!.has(at)
}
