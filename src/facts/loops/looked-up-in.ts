import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/** The table that a value comes from: `TABLE` of `TABLE[name]`, and of `found` where `const found = TABLE[name]`. */
export function lookedUpIn(value: Node, parsed: Parsed): Node | null {
  const node = plainExpression(value)
  if (node.type === 'MemberExpression') return node.computed ? node.object : null
  const init = initOfName(node, parsed)
  return init ? lookedUpIn(init, parsed) : null
}
