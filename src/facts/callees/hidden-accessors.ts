import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { referencesOf, singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal, variableOf } from '../scopes/variable-of.ts'

/**
 * Whether reading or writing a property of an object may run code that its text does not show, as the file has given
 * it accessors, or put a proxy before it:
 *
 *     Object.defineProperty(box, 'size', { get() { ... } })
 *     new Proxy(box, handler)
 *     Object.create(proto, descriptors)
 */
export function hasHiddenAccessors(object: Node, parsed: Parsed): boolean {
  if (!namesMaker(parsed)) return false
  const node = plainExpression(object)
  if (isMaker(node, parsed)) return true
  const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
  if (!variable) return false
  const found = withHidden.get(variable) ?? isGivenHidden(variable, parsed)
  withHidden.set(variable, found)
  return found
}

const withHidden = new WeakMap<Variable, boolean>()

function isGivenHidden(variable: Variable, parsed: Parsed): boolean {
  const init = singleInit(variable)
  if (init && isMaker(plainExpression(init), parsed)) return true
  return referencesOf(variable).some(({ identifier }) => {
    const { parent } = identifier as Node
    return parent?.type === 'CallExpression' && parent.arguments[0] === identifier && isMaker(parent, parsed)
  })
}

const naming = new WeakMap<Parsed, boolean>()

/** Asked for each property that is read: the text is searched once. */
function namesMaker(parsed: Parsed): boolean {
  let isNamed = naming.get(parsed)
  if (isNamed === undefined) {
    isNamed = MAKERS.some((maker) => parsed.text.includes(maker))
    naming.set(parsed, isNamed)
  }
  return isNamed
}

const MAKERS = ['definePropert', 'Proxy', 'Object.create']

const OWNERS = new Set(['Object', 'Reflect'])

/** A call that gives an object accessors, and the object back. */
function isMaker(node: Node, parsed: Parsed): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false
  const { callee } = node
  if (callee.type === 'Identifier') return node.type === 'NewExpression' && callee.name === 'Proxy' && isGlobal(callee, parsed)
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return false
  const { object, property } = callee
  const isOfLanguage = object.type === 'Identifier' && OWNERS.has(object.name) && isGlobal(object, parsed)
  if (!isOfLanguage) return false
  return property.name === 'create' ? node.arguments.length > 1 : /^definePropert(?:y|ies)$/.test(property.name)
}
