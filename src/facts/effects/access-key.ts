import type { TSESTree } from '@typescript-eslint/utils'
import type { Key } from './place.ts'
import { ANY_KEY } from './place.ts'

/** `pages` of `site.pages` and `site['pages']`, `#pages` of `this.#pages`; any key where that is computed. */
export function keyOfAccess(node: TSESTree.MemberExpression): Key {
  if (!node.computed) return node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
  return node.property.type === 'Literal' ? String(node.property.value) : ANY_KEY
}
