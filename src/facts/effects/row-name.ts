import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { NamePart, PlaceName } from './place-name.ts'
import { placeNameOf } from './place-name.ts'
import type { Region } from './region.ts'

/**
 * What a condition on rows is made of: `{ id: x.id, status: 'new' }` has the parts `id=`, `x.id`, `status=`, `new`.
 * Other values give other rows by all signs, where they are asked for as they are; not `{ id: { not: x.id } }`.
 */
export function rowNameOf({ properties }: TSESTree.ObjectExpression, region: Region): PlaceName {
  return { parts: properties.flatMap((property): readonly NamePart[] => {
    const name = property.type === 'Property' && !property.computed ? keyOf(property.key) : null
    if (property.type === 'SpreadElement' || name === null) return vague(property, region)
    const { value } = property
    if (value.type === 'ObjectExpression') return isKeyOfMany(name, value) ? rowNameOf(value, region).parts : vague(value, region)
    return [{ text: `${name}=` }, ...placeNameOf(value, region).parts.map(toKey)]
  }) }
}

/** Of several columns: `{ userId_teamId: { userId, teamId } }` */
function isKeyOfMany(name: string, { properties }: TSESTree.ObjectExpression): boolean {
  const keys = properties.map((property) => (property.type === 'Property' ? keyOf(property.key) : null))
  return keys.length > 1 && keys.join('_') === name
}

function keyOf(key: Node): string | null {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : null
}

function toKey(part: NamePart): NamePart {
  return 'text' in part || !part.exact ? part : { ...part, exact: false, respelled: true }
}

function vague(node: Node, region: Region): readonly NamePart[] {
  return placeNameOf(node, region).parts.map((part) => ('text' in part ? part : { ref: part.ref, exact: false }))
}
