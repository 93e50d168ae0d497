import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitLoop } from '../../model/await-loop.ts'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { keyOfMember } from '../callees/class-node.ts'
import { findFunction } from '../callees/find-function.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import { elementOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'
import { isUsedAsPromise } from './settled-value.ts'

/**
 * Whether the elements are promises by some sign: the source is made of calls that give promises, is declared as such,
 * or the body waits for the element itself. A limiter would wait for them before the callback sees them.
 */
export function hasPromiseElements(loop: AwaitLoop, parsed: Parsed): boolean {
  if (loop.element.pattern?.type === 'Identifier' && loop.kind !== 'index') {
    if (loop.element.variables.some((variable) => isUsedAsPromise(variable, [loop.body]))) return true
  }
  if (loop.source === null || loop.kind === 'index' || loop.kind === 'for-in') return false
  if (hasThenables(loop.source, parsed)) return true
  const kind = elementOf(parseKind(valueKindOf(loop.source, parsed) ?? 'unknown'))
  return kind.head === 'Promise' || givesPromises(loop.source, parsed)
}

/** An object of the file has a `then` of its own, and what is walked may be such objects. */
function hasThenables(source: Node, parsed: Parsed): boolean {
  if (!THEN_IN_TEXT.test(parsed.text)) return false
  const { head } = elementOf(parseKind(valueKindOf(source, parsed) ?? 'unknown'))
  if (head === 'string' || head === 'number') return false
  let isFound = false
  walk(parsed.ast, parsed, (node) => {
    const isMember = node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition'
    if (isMember && node.parent.type !== 'ObjectPattern' && keyOfMember(node) === 'then') isFound = true
  })
  return isFound
}

const THEN_IN_TEXT = /(?<!\.)\bthen\s*[(:]/

function givesPromises(source: Node, parsed: Parsed): boolean {
  const node = plainExpression(source)
  switch (node.type) {
    case 'Identifier': {
      const init = initOfName(node, parsed)
      return init !== null && givesPromises(init, parsed)
    }
    case 'ArrayExpression':
      return node.elements.some((element) => element !== null && isPromise(element, parsed))
    case 'CallExpression':
      return isMapToPromises(node, parsed)
    default:
      return false
  }
}

/** xs.map(async (x) => ...)   xs.map((x) => fetchAll(x)) where `fetchAll` is async */
function isMapToPromises(call: TSESTree.CallExpression, parsed: Parsed): boolean {
  const { callee } = call
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false
  if (['filter', 'slice', 'values', 'reverse', 'concat'].includes(callee.property.name)) {
    return givesPromises(callee.object, parsed)
  }
  if (!['map', 'flatMap', 'from'].includes(callee.property.name)) return false
  const mapper = call.arguments.find((argument) => isFunction(argument) || argument.type === 'Identifier')
  const found = mapper && findFunction(mapper, parsed)
  if (!found) return false
  return (
    found.async || (found.body?.type !== 'BlockStatement' && found.body !== null && isPromise(found.body, parsed))
  )
}

function isPromise(expression: Node, parsed: Parsed): boolean {
  const node = plainExpression(expression)
  if (node.type === 'ImportExpression') return true
  if (node.type === 'NewExpression') return isPromiseName(node.callee, parsed)
  if (node.type !== 'CallExpression') return false
  if (node.callee.type === 'MemberExpression' && isPromiseName(node.callee.object, parsed)) return true
  return findFunction(node.callee, parsed)?.async ?? false
}

function isPromiseName(node: Node, parsed: Parsed): boolean {
  return node.type === 'Identifier' && node.name === 'Promise' && isGlobal(node, parsed)
}
