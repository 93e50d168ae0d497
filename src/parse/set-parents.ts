import type { TSESTree } from '@typescript-eslint/utils'
import { childrenOf } from './children-of.ts'
import type { Node } from './node-types.ts'
import type { Parsed } from './parsed.ts'

/** Sets `parent` on every node below `ast`, without recursion (nesting may be thousands deep). */
export function setParents(ast: TSESTree.Program, visitorKeys: Parsed['visitorKeys']): void {
  const rest: Node[] = [ast]
  for (let node = rest.pop(); node; node = rest.pop()) {
    for (const child of childrenOf(node, visitorKeys)) {
      child.parent = node as never
      rest.push(child)
    }
  }
}
