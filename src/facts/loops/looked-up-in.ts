import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { singleInit } from '../scopes/binding.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** The table that a value comes from: `TABLE` of `TABLE[name]`, and of `found` where `const found = TABLE[name]`. */
export function lookedUpIn(value: Node, parsed: Parsed): Node | null {
  const node = plainExpression(value)
  if (node.type === 'MemberExpression') return node.computed ? node.object : null
  const variable = node.type === 'Identifier' ? variableOf(node, parsed) : null
  const init = variable && singleInit(variable)
  return init ? lookedUpIn(init, parsed) : null
}
