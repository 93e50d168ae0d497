import type { Node } from '../../parse/node-types.ts'
import { namingArguments, settingArguments } from '../known-calls/naming-argument.ts'
import type { CallNode } from '../known-calls/call-arguments.ts'
import type { RowEffect } from '../known-calls/row.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { NamePart, PlaceName } from './place-name.ts'
import { placeNameOf } from './place-name.ts'
import type { Region } from './region.ts'
import { rowNameOf } from './row-name.ts'

/** What names the place of an effect outside the program; null where that is not seen, or all of it is meant. */
export function placeOfEffect(effect: RowEffect, node: CallNode, region: Region): PlaceName | null {
  const parts = namingArguments(effect, node)?.flatMap((one) => nameOf(one, region).parts)
  if (!parts) return null
  return { parts: movesPlace(effect, node) ? parts.map(vaguely) : parts }
}

function vaguely(part: NamePart): NamePart {
  return 'text' in part ? part : { ref: part.ref, exact: false }
}

function nameOf(naming: Node, region: Region): PlaceName {
  const node = plainExpression(naming)
  return node.type === 'ObjectExpression' ? rowNameOf(node, region) : placeNameOf(node, region)
}

/**
 * Whether what names the rows is written to them, so that another turn may come to them:
 *
 *     updateMany({ role: from }, { $set: { role: to } })
 */
function movesPlace(effect: RowEffect, call: CallNode): boolean {
  if (!effect.sets) return false
  const written = new Set(settingArguments(effect, call).flatMap(namesWritten))
  return (namingArguments(effect, call) ?? []).some((filter) => namesIn(filter).some((name) => written.has(name)))
}

/** `role`, also of `{ $set: { role } }`. */
function namesWritten(data: Node): readonly string[] {
  const object = plainExpression(data)
  if (object.type !== 'ObjectExpression') return []
  return object.properties.flatMap((property) => {
    const name = property.type === 'Property' ? keyOf(property) : null
    if (name === null || property.type !== 'Property') return []
    return name.startsWith('$') ? namesIn(property.value) : [name]
  })
}

function namesIn(given: Node): readonly string[] {
  const object = plainExpression(given)
  if (object.type !== 'ObjectExpression') return []
  return object.properties.flatMap((property) => (property.type === 'Property' ? (keyOf(property) ?? []) : []))
}

function keyOf({ computed, key }: { readonly computed: boolean; readonly key: Node }): string | null {
  if (key.type === 'Identifier' && !computed) return key.name
  return key.type === 'Literal' ? String(key.value) : null
}
