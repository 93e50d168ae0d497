import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { walk } from '../../parse/walk.ts'
import { classOfThis, fieldValues, propertyName } from '../values/class-members.ts'

/** A field that only its class writes. */
export interface FieldList {
  readonly values: readonly Node[]
  /** All `this.field` of the class. */
  readonly uses: readonly Node[]
}

/** The list that `this.files` is; null where other code may write it, or a value cannot be told. */
export function valuesOfField(node: TSESTree.MemberExpression, name: string, parsed: Parsed): FieldList | null {
  const owner = node.object.type === 'ThisExpression' ? classOfThis(node) : null
  const values = owner && fieldValues(owner, parsed).get(name)
  if (!owner || !values || values.includes(null) || !isOwn(owner, node, name)) return null
  const uses: Node[] = []
  walk(owner.body, parsed, (one) => {
    if (one.type !== 'MemberExpression' || one.object.type !== 'ThisExpression' || one.computed) return
    if (propertyName(one.property) === name) uses.push(one)
  })
  return { values: values as readonly Node[], uses }
}

/** `#files`, `private files`, `readonly files` */
function isOwn(
  { body }: NonNullable<ReturnType<typeof classOfThis>>,
  node: TSESTree.MemberExpression,
  name: string,
): boolean {
  if (node.property.type === 'PrivateIdentifier') return true
  return body.body.some(
    (member) =>
      member.type === 'PropertyDefinition' &&
      propertyName(member.key) === name &&
      (member.accessibility === 'private' || member.readonly),
  )
}
