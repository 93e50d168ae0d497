import { plainExpression } from '../facts/scopes/plain-expression.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'

/** What a write puts where, as it is written. */
export interface Fill {
  readonly origin: Node
  /** `sizes` of `sizes.set(path, size)` and `sizes[path] = size`, `this.token` of `this.token = token`. */
  readonly name: string
  /** `path`; null where the place is the variable or property itself, or a list. */
  readonly key: string | null
  /** `size`; null where nothing is kept under the key: `seen.add(path)`, `list.push(x)`. */
  readonly value: Node | null
  readonly isAppend: boolean
}

export function fillOf(origin: Node, { text }: Parsed): Fill | null {
  const target = targetOf(origin)
  if (!target) return null
  const key = keyOf(origin)
  const method = methodOf(origin)
  return {
    origin,
    name: text.slice(...target.range),
    key: key && text.slice(...key.range),
    value: valueOf(origin),
    isAppend: method === 'push' || method === 'unshift',
  }
}

/** `push` of `list.push(x)`. */
export function methodOf(call: Node | undefined): string | null {
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return null
  const { property } = call.callee
  return property.type === 'Identifier' ? property.name : null
}

function targetOf(origin: Node): Node | null {
  if (origin.type === 'CallExpression') return origin.callee.type === 'MemberExpression' ? origin.callee.object : null
  if (origin.type === 'MemberExpression') return origin.computed ? origin.object : origin
  return origin.type === 'Identifier' ? origin : null
}

function keyOf(origin: Node): Node | null {
  if (origin.type === 'MemberExpression') return origin.computed ? origin.property : null
  const method = methodOf(origin)
  return origin.type === 'CallExpression' && (method === 'set' || method === 'add') ? (origin.arguments[0] ?? null) : null
}

function valueOf(origin: Node): Node | null {
  if (origin.type === 'CallExpression') return origin.arguments[1] ? plainExpression(origin.arguments[1]) : null
  const { parent } = origin
  return parent?.type === 'AssignmentExpression' && parent.left === origin ? plainExpression(parent.right) : null
}
