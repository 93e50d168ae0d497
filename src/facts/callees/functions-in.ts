import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { findFunction } from './find-function.ts'

const DEEPEST = 3

/**
 * Functions of this file that whoever gets the value may call: the value itself, or what an object or list of it holds,
 * as in `{ enter() { ... }, leave: count }`; for a callee, those that it may be: `cond ? f : g`, `table[key]`.
 */
export function functionsIn(value: Node, parsed: Parsed, depth = 0): readonly FunctionNode[] {
  const node = plainExpression(value)
  if (isFunction(node)) return [node]
  if (depth > DEEPEST) return []
  const next = (inner: Node): readonly FunctionNode[] => functionsIn(inner, parsed, depth + 1)
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((property) =>
        next(property.type === 'Property' ? property.value : property.argument),
      )
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element ? next(element) : []))
    case 'SpreadElement':
      return next(node.argument)
    case 'ConditionalExpression':
      return [...next(node.consequent), ...next(node.alternate)]
    case 'LogicalExpression':
      return [...next(node.left), ...next(node.right)]
    case 'MemberExpression':
      return node.computed ? next(node.object) : functionsOfName(node, parsed, next)
    case 'Identifier':
      return functionsOfName(node, parsed, next)
    default:
      return []
  }
}

function functionsOfName(
  node: Node,
  parsed: Parsed,
  next: (inner: Node) => readonly FunctionNode[],
): readonly FunctionNode[] {
  const found = findFunction(node, parsed)
  if (found) return [found]
  const init = initOfName(node, parsed)
  return init ? next(init) : []
}
