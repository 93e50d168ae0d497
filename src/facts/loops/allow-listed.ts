import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { returnedBy } from '../promises/never-rejects.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { bindingSiteOf } from '../values/binding-site.ts'
import type { ListLength } from './longest-length.ts'

/**
 * Whether a predicate lets only what is in a short list through; one thing may still come many times:
 *
 *     (x) => KNOWN.includes(x.name)        (x) => known.has(x) && !x.isOld        where   known = new Set(['a', 'b'])
 */
export function isAllowListed(predicate: Node, parsed: Parsed, ask: (list: Node) => ListLength): boolean {
  if (!isFunction(predicate)) return false
  const returned = returnedBy(predicate, parsed)
  return returned.length === 1 && asksAllowList(returned[0]!, ask)
}

function asksAllowList(test: Node, ask: (list: Node) => ListLength): boolean {
  const node = plainExpression(test)
  if (node.type === 'LogicalExpression') {
    return node.operator === '&&' && (asksAllowList(node.left, ask) || asksAllowList(node.right, ask))
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) return false
  const { object, property } = node.callee
  if (property.type !== 'Identifier' || !ASKS.has(property.name) || node.arguments.length !== 1) return false
  const length = ask(object)
  return length === 'few' || length === 'constant'
}

const ASKS = new Set(['includes', 'has'])

/** `const [known] = partition(xs, (x) => KNOWN.includes(x))`: the first part, which passed. */
export function isAllowedPart(variable: Variable, parsed: Parsed, ask: (list: Node) => ListLength): boolean {
  const site = bindingSiteOf(variable)
  if (site?.source?.role !== 'value' || site.path.length !== 1 || site.path[0] !== '0') return false
  const call = plainExpression(site.source.expression)
  if (call.type !== 'CallExpression') return false
  const callee = call.callee.type === 'MemberExpression' ? call.callee.property : call.callee
  const predicate = call.arguments.at(-1)
  return callee.type === 'Identifier' && callee.name === 'partition' && predicate !== undefined
    ? isAllowListed(predicate, parsed, ask)
    : false
}
