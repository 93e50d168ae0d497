import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { isNothing } from '../scopes/is-nothing.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { classOfThis, fieldValues, propertyName } from '../values/class-members.ts'
import { returnedBy } from '../values/kind-of-result.ts'
import { importedValue, valueOfName } from './value-of-name.ts'

type FindFunction = (callee: Node, parsed: Parsed) => FunctionNode | null

/**
 * The object literal or `new C()` that a value was made as, by all that its files show: what a class gives to a field,
 * what a function returns.
 *
 *     class Api { #store = new Store() }        this.#store
 *     const api = createApi(options)            function createApi() { return { load() {} } }
 */
export function madeValue(value: Node, parsed: Parsed, findFunction: FindFunction, depth = 0): Node | null {
  if (depth > MAX_DEPTH) return null
  const next = (inner: Node | null): Node | null =>
    inner && madeValue(inner, fileOf(inner, parsed), findFunction, depth + 1)
  const node = plainExpression(value)
  switch (node.type) {
    case 'ObjectExpression':
    case 'NewExpression':
      return node
    case 'AwaitExpression':
      return next(node.argument)
    case 'Identifier':
      return next(valueOfName(node, parsed))
    case 'MemberExpression':
      return node.object.type === 'ThisExpression' ? next(valueOfField(node, parsed)) : next(importedValue(node, parsed))
    case 'CallExpression': {
      const callee = findFunction(node.callee, parsed)
      return callee && !callee.generator ? next(resultOf(callee, fileOf(callee, parsed))) : null
    }
    default:
      return null
  }
}

const MAX_DEPTH = 6

/** The one value that the class gives to the field, beside nothing at all. */
function valueOfField(node: Extract<Node, { type: 'MemberExpression' }>, parsed: Parsed): Node | null {
  const name = node.computed ? null : propertyName(node.property)
  const owner = name === null ? null : classOfThis(node)
  const values = (owner && fieldValues(owner, parsed).get(name!)) ?? []
  const given = values.filter((value) => value === null || !isNothing(value))
  return given.length === 1 ? given[0]! : null
}

/** What a function with one `return` gives. */
function resultOf(node: FunctionNode, parsed: Parsed): Node | null {
  const values = node.body ? returnedBy(node, parsed) : []
  return values.length === 1 ? values[0]! : null
}
