import type { Variable } from '@typescript-eslint/scope-manager'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { variableOf } from '../scopes/variable-of.ts'

/** A name or a chain of properties as TypeScript narrows it: `client`, `this.client`, `options.url`. */
export interface AccessPath {
  readonly node: Node
  /** The variable, or `this`. */
  readonly root: Variable | 'this'
  /** Properties from the root on; empty for the name itself. */
  readonly keys: readonly string[]
}

/** Every name and property chain in the parts, also each shorter chain of a longer one, in source order. */
export function accessPathsIn(parts: readonly Node[], parsed: Parsed): readonly AccessPath[] {
  const paths: AccessPath[] = []
  for (const part of parts) {
    walk(part, parsed, (node) => {
      const path = accessPathOf(node, parsed)
      if (path) paths.push(path)
    })
  }
  return paths
}

/** Null where the chain is computed or starts from something else than a variable or `this`. */
export function accessPathOf(node: Node, parsed: Parsed): AccessPath | null {
  const keys: string[] = []
  let at: Node = node
  for (;;) {
    if (at.type === 'TSNonNullExpression' || at.type === 'ChainExpression') at = at.expression
    else if (at.type === 'MemberExpression') {
      const key = keyOf(at)
      if (key === null) return null
      keys.unshift(key)
      at = at.object
    } else break
  }
  if (at.type === 'ThisExpression') return { node, root: 'this', keys }
  const variable = at.type === 'Identifier' ? variableOf(at, parsed) : null
  return variable ? { node, root: variable, keys } : null
}

export function isSamePath(a: AccessPath, b: AccessPath): boolean {
  return a.root === b.root && a.keys.length === b.keys.length && a.keys.every((key, index) => key === b.keys[index])
}

function keyOf(node: Extract<Node, { type: 'MemberExpression' }>): string | null {
  if (!node.computed)
    return node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
  return node.property.type === 'Literal' ? String(node.property.value) : null
}
