import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'

/**
 * Whether a source is written as `any`: the elements of such a loop are `any`, the parameter of a callback would be
 * `unknown`.
 *
 *     for (const x of xs as any)        function f(xs: any) { for (const x of xs) ... }
 */
export function isAny(source: Node, parsed: Parsed): boolean {
  if (source.type === 'TSAsExpression') return isAnyType(source.typeAnnotation)
  if (source.type === 'MemberExpression') return isAny(source.object, parsed)
  if (source.type !== 'Identifier') return false
  const variable = variableOf(source, parsed)
  return (
    variable?.identifiers.some(
      (name) => 'typeAnnotation' in name && isAnyType(name.typeAnnotation?.typeAnnotation),
    ) ?? false
  )
}

function isAnyType(type: TSESTree.TypeNode | undefined): boolean {
  return type?.type === 'TSAnyKeyword'
}
