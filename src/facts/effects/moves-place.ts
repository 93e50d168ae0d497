import type { Node } from '../../parse/node-types.ts'
import { namingArguments, settingArguments } from '../known-calls/naming-argument.ts'
import type { CallNode } from '../known-calls/call-arguments.ts'
import type { RowEffect } from '../known-calls/row.ts'
import { plainExpression } from '../scopes/plain-expression.ts'

/**
 * Whether what names the rows is written to them, so that another turn may come to them:
 *
 *     updateMany({ role: from }, { $set: { role: to } })
 */
export function movesPlace(effect: RowEffect, call: CallNode): boolean {
  if (!effect.sets) return false
  const written = new Set(settingArguments(effect, call).flatMap(namesWritten))
  return (namingArguments(effect, call) ?? []).some((filter) => namesIn(filter).some((name) => written.has(name)))
}

/** `role`, also of `{ $set: { role } }`. */
function namesWritten(data: Node): readonly string[] {
  const object = plainExpression(data)
  if (object.type !== 'ObjectExpression') return []
  return object.properties.flatMap((property) => {
    const name = property.type === 'Property' ? nameOf(property) : null
    if (name === null || property.type !== 'Property') return []
    return name.startsWith('$') ? namesIn(property.value) : [name]
  })
}

function namesIn(given: Node): readonly string[] {
  const object = plainExpression(given)
  if (object.type !== 'ObjectExpression') return []
  return object.properties.flatMap((property) => (property.type === 'Property' ? (nameOf(property) ?? []) : []))
}

function nameOf({ computed, key }: { readonly computed: boolean; readonly key: Node }): string | null {
  if (key.type === 'Identifier' && !computed) return key.name
  return key.type === 'Literal' ? String(key.value) : null
}
