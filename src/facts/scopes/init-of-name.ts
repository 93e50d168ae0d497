import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { singleInit } from './binding.ts'
import { variableOf } from './variable-of.ts'

/** `init` of `const x = init`, for `x` where it is used; null where it may hold something else, or is no name. */
export function initOfName(name: Node, parsed: Parsed): TSESTree.Expression | null {
  const variable = name.type === 'Identifier' ? variableOf(name, parsed) : null
  return variable && singleInit(variable)
}
