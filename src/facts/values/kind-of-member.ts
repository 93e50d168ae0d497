import type { TSESTree } from '@typescript-eslint/utils'
import { canonicalOrigin } from '../known-calls/canonical-origin.ts'
import { parentClassOf } from '../known-calls/class-parents.ts'
import type { Asking } from '../known-calls/find-call.ts'
import { memberName, originOf } from '../known-calls/origin.ts'
import { classOfThis, fieldValues, propertyName } from './class-members.ts'
import type { Kind } from './kind.ts'
import { classOf, elementOf, isUnknown, joinKinds, parseKind, partOf, UNKNOWN } from './kind.ts'
import { PROPERTY_KINDS } from './property-kinds.ts'

/** Kind of `value.name`, `value[index]`, `this.field`. */
export function kindOfMember(node: TSESTree.MemberExpression, asking: Asking): Kind {
  const exported = kindOfExported(node, asking)
  if (!isUnknown(exported)) return exported
  if (node.object.type === 'ThisExpression') return kindOfField(node, asking)
  const kind = parseKind(asking.kindOf(node.object) ?? 'unknown')
  const name = memberName(node)
  if (name !== null) return kindOfProperty(kind, name)
  if (kind.head === 'Record') return partOf(kind, 1)
  const { property } = node
  if (property.type === 'Literal' && typeof property.value === 'number')
    return kindOfProperty(kind, String(property.value))
  return isIndexed(kind) && asking.kindOf(property) === 'number' ? elementOf(kind) : UNKNOWN
}

/** Kind of a property, or of the element at an index, of a value of a kind. */
export function kindOfProperty(kind: Kind, name: string): Kind {
  if (kind.head === 'Record') return partOf(kind, 1)
  if (/^\d+$/.test(name)) {
    if (kind.head === '[]') return kind.parts[Number(name)] ?? UNKNOWN
    return isIndexed(kind) ? elementOf(kind) : UNKNOWN
  }
  for (let owner: string | null = classOf(kind); owner; owner = parentClassOf(owner)) {
    const found = PROPERTY_KINDS[`${owner}#${name}`] ?? PROPERTY_KINDS[`${owner}#*`]
    if (found !== undefined) return parseKind(found)
  }
  return UNKNOWN
}

/** Kind of a module's export or a property of one: `process.argv`. */
export function kindOfExported(node: TSESTree.Expression, asking: Asking): Kind {
  const origin = originOf(node, asking.parsed)
  if (!origin) return UNKNOWN
  const { module, path } = canonicalOrigin(origin)
  const found =
    PROPERTY_KINDS[`${module}:${path.join('.')}`] ?? PROPERTY_KINDS[`${module}:${path.slice(0, -1).join('.')}.*`]
  return found === undefined ? UNKNOWN : parseKind(found)
}

/** Elements of these are found by a number. */
function isIndexed(kind: Kind): boolean {
  return ['Array', 'string', 'Buffer', 'Uint8Array'].includes(classOf(kind))
}

/** A field that the class gives values of one kind. */
function kindOfField(node: TSESTree.MemberExpression, asking: Asking): Kind {
  const owner = classOfThis(node)
  const name = node.computed ? null : propertyName(node.property)
  const values = owner && name !== null ? fieldValues(owner, asking.parsed).get(name) : undefined
  if (!values) return UNKNOWN
  const kinds = values
    .filter((value) => !isNull(value))
    .map((value) => parseKind((value && asking.kindOf(value)) ?? 'unknown'))
  const joined = joinKinds(kinds)
  return classOf(joined) === 'Array' ? parseKind('Array') : joined
}

function isNull(value: { type: string } | null): boolean {
  return value?.type === 'Literal' && (value as TSESTree.Literal).value === null && !('regex' in value)
}
