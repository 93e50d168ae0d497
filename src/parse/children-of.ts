import type { Node } from './node-types.ts'
import type { Parsed } from './parsed.ts'

/** Child nodes in the order of the visitor keys, which is source order but for decorators and type annotations. */
export function childrenOf(node: Node, visitorKeys: Parsed['visitorKeys']): Node[] {
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? []) {
    const value = (node as unknown as Record<string, unknown>)[key]
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item)
    } else if (isNode(value)) {
      children.push(value)
    }
  }
  return children
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}
