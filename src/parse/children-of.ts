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

/** Puts the child nodes on a stack, the last one first; no list of them is made. */
export function pushChildren(node: Node, visitorKeys: Parsed['visitorKeys'], stack: Node[]): void {
  const keys = visitorKeys[node.type] ?? []
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const value = (node as unknown as Record<string, unknown>)[keys[at]!]
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) if (isNode(value[index])) stack.push(value[index])
    } else if (isNode(value)) {
      stack.push(value)
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}
