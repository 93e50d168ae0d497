import type { Node } from '../../parse/node-types.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

const PARTS_OF_PAGES = /^(?:querySelectorAll|getElementsBy\w+|childNodes|classList|selectedOptions|cssRules)$/

/** Whether a list is by its name one of parts of a page, which are few: `root.querySelectorAll('a')`, `a.classList`. */
export function looksLikePartsOfPage(list: Node): boolean {
  const node = plainExpression(list)
  const named = node.type === 'CallExpression' ? plainExpression(node.callee) : node
  const name = named.type === 'MemberExpression' && !named.computed ? named.property : named
  return name.type === 'Identifier' && PARTS_OF_PAGES.test(name.name)
}
