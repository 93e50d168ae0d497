import type { TSESTree } from '@typescript-eslint/utils'
import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'
import type { PromiseSign } from './promise-sign.ts'
import { promiseSignOf, signOfResult } from './promise-sign.ts'

/** A list that is made where it can be seen, of what calls give. */
export interface PromiseList {
  /** The name of the list; null where it is walked where it is made. */
  readonly variable: Variable | null
  /** `list.push(f(x))`: where promises are added after the list was made. */
  readonly pushes: readonly TSESTree.CallExpression[]
  readonly signs: readonly PromiseSign[]
  /** At most one promise is in it. */
  readonly isSingle: boolean
  /** The first use that may hang handlers on the promises, or keeps them: `Promise.all(list)`, `run(list)`. */
  readonly otherUse: Node | null
}

/** The list that a loop walks; null where it is not made in this function, of calls. `walked` are its known uses. */
export function promiseListOf(
  source: Node,
  walked: readonly Node[],
  parsed: Parsed,
  rows: readonly KnownCallRow[],
): PromiseList | null {
  const node = plainExpression(source)
  if (node.type !== 'Identifier') {
    const signs = signsOf(node, parsed, rows, 0)
    return signs && { variable: null, pushes: [], signs, isSingle: isSingle(node), otherUse: null }
  }
  const variable = variableOf(node, parsed)
  const init = variable && singleInit(variable)
  const made = init && signsOf(plainExpression(init), parsed, rows, 0)
  if (!variable || !init || !made) return null
  const pushes: TSESTree.CallExpression[] = []
  let otherUse: Node | null = null
  for (const { identifier, init: isInit } of referencesOf(variable)) {
    const name = identifier as Node
    if (isInit || walked.includes(name) || isMeasured(name)) continue
    const push = pushOf(name)
    if (push) pushes.push(push)
    else otherUse ??= name
  }
  const pushed = pushes.flatMap((push) => push.arguments.map((value) => promiseSignOf(value, parsed, rows)))
  const signs = [...made, ...pushed]
  if (signs.length === 0) return null
  return { variable, pushes, signs, isSingle: pushes.length === 0 && isSingle(plainExpression(init)), otherUse }
}

/** The signs of the elements: `[f(), g()]`, `xs.map(f)`, `Array.from(xs, f)`; null for every other list. */
function signsOf(node: Node, parsed: Parsed, rows: readonly KnownCallRow[], depth: number): PromiseSign[] | null {
  if (node.type === 'ArrayExpression') {
    return node.elements.flatMap((element) => {
      if (element?.type !== 'SpreadElement') return [element ? promiseSignOf(element, parsed, rows) : 'other']
      return signsOf(plainExpression(element.argument), parsed, rows, depth + 1) ?? ['other']
    })
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || depth > 4) return null
  const { object, property, computed } = node.callee
  const name = !computed && property.type === 'Identifier' ? property.name : null
  if (name === 'filter' || name === 'slice' || name === 'reverse') {
    return signsOf(plainExpression(object), parsed, rows, depth + 1)
  }
  const isFrom = name === 'from' && object.type === 'Identifier' && object.name === 'Array' && isGlobal(object, parsed)
  const mapper = isFrom ? node.arguments[1] : name === 'map' ? node.arguments[0] : undefined
  return mapper ? [signOfResult(mapper, parsed, rows)] : null
}

function isSingle(node: Node): boolean {
  return node.type === 'ArrayExpression' && node.elements.length < 2 && node.elements[0]?.type !== 'SpreadElement'
}

/** list.length */
function isMeasured(name: Node): boolean {
  const { parent } = name
  return (
    parent?.type === 'MemberExpression' &&
    parent.object === name &&
    !parent.computed &&
    parent.property.type === 'Identifier' &&
    parent.property.name === 'length' &&
    parent.parent.type !== 'AssignmentExpression'
  )
}

/** list.push(f(x)), its value not used */
function pushOf(name: Node): TSESTree.CallExpression | null {
  const { parent } = name
  if (parent?.type !== 'MemberExpression' || parent.object !== name || parent.computed) return null
  const call = parent.parent
  const isPush = parent.property.type === 'Identifier' && parent.property.name === 'push'
  if (!isPush || call.type !== 'CallExpression' || call.callee !== parent) return null
  return call.parent.type === 'ExpressionStatement' ? call : null
}
