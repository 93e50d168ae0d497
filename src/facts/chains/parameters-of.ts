import { isFunction } from '../../parse/node-types.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { findFunction } from '../callees/find-function.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import { isPredicateName } from '../signs/cost-signs.ts'

/**
 * How many of the arguments that it is called with a callback looks at: 3 for all of `(element, index, array)`. Null
 * where that is not known, as of every function that is passed by name and not read, `parseInt` in `xs.map(parseInt)`.
 */
export function parametersOf(callback: Node, parsed: Parsed): number | null {
  const node = plainExpression(callback)
  const body = findFunction(node, parsed)
  if (body) return seesAll(body, parsed) ? 3 : body.params.length
  if (node.type !== 'Identifier') return null
  return isGlobal(node, parsed) && ONE_ARGUMENT.has(node.name) ? 1 : null
}

/** Whether a callback that is passed by name takes one element by all signs: `ts.isImportDeclaration`. */
export function isNamedLikePredicate(callback: Node): boolean {
  const node = plainExpression(callback)
  const name = node.type === 'MemberExpression' && !node.computed ? node.property : node
  return name.type === 'Identifier' && isPredicateName(name.name)
}

const ONE_ARGUMENT = new Set(['Boolean', 'String', 'Number'])

function seesAll(body: FunctionNode, parsed: Parsed): boolean {
  if (body.params.some(({ type }) => type === 'RestElement')) return true
  if (body.type === 'ArrowFunctionExpression') return false
  let found = false
  walk(body.body as Node, parsed, (node) => {
    if (isFunction(node) && node.type !== 'ArrowFunctionExpression') return 'skip'
    if (node.type === 'Identifier' && node.name === 'arguments') found = true
  })
  return found
}
