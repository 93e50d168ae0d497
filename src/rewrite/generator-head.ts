import type { FunctionNode } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { EditList } from './edit-list.ts'
import { tokenAfter, tokenBefore } from './source-text.ts'

/**
 *     function f(x)           function* f(x)
 *     async f(x)              async *f(x)
 *     async (x) =>            async function* (x)
 */
export function generatorHead(list: EditList, node: FunctionNode, parsed: Parsed): void {
  const { parent } = node
  if (node.type === 'ArrowFunctionExpression') return arrowHead(list, node, parsed)
  if (parent.type === 'MethodDefinition' || (parent.type === 'Property' && parent.method)) {
    list.insert(parent.key.range[0], '*')
    return
  }
  const first = tokenAfter(node.range[0], parsed)!
  const keyword = first.value === 'async' ? tokenAfter(first.range[1], parsed)! : first
  list.insert(keyword.range[1], '*')
}

function arrowHead(list: EditList, node: FunctionNode, parsed: Parsed): void {
  const first = tokenAfter(node.range[0], parsed)!
  const start = node.async ? tokenAfter(first.range[1], parsed)!.range[0] : node.range[0]
  const arrow = tokenBefore(node.body!.range[0], parsed)!
  const [only] = node.params
  const isBare = only !== undefined && start === only.range[0] && parsed.text[start] !== '('
  list.insert(start, `function* ${isBare ? '(' : ''}`)
  if (isBare) list.insert(only.range[1], ')')
  list.replace(arrow.range[0], node.body!.range[0], '')
}
