import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { variableOf } from '../scopes/variable-of.ts'
import { membersOfType } from '../values/kind-of-type.ts'

/**
 * Whether a source is written as `any`: the elements of such a loop are `any`, the parameter of a callback would be
 * `unknown`.
 *
 *     for (const x of xs as any)        function f(xs: any) { for (const x of xs) ... }
 */
export function isAny(source: Node, parsed: Parsed): boolean {
  if (source.type === 'TSAsExpression') return isAnyType(source.typeAnnotation)
  if (source.type === 'MemberExpression') return isAny(source.object, parsed)
  return source.type === 'Identifier' && isWrittenAs(source, parsed, isAnyType)
}

/**
 * Whether a source is a part of an intersection that nobody here has seen whole: where the other part is `any`, all is.
 *
 *     function f(options: FindOptions & { visited: Set<string> }) { options.visited.values() }
 */
export function mayBeAny(source: Node, parsed: Parsed): boolean {
  if (source.type === 'CallExpression') return mayBeAny(source.callee, parsed)
  if (source.type === 'MemberExpression') return mayBeAny(source.object, parsed)
  const isUnseen = (type: TSESTree.TypeNode | undefined): boolean =>
    type?.type === 'TSIntersectionType' && type.types.some((part) => membersOfType(part, parsed) === null)
  return source.type === 'Identifier' && isWrittenAs(source, parsed, isUnseen)
}

function isWrittenAs(name: Node, parsed: Parsed, is: (type: TSESTree.TypeNode | undefined) => boolean): boolean {
  const names = variableOf(name, parsed)?.identifiers ?? []
  return names.some((one) => 'typeAnnotation' in one && is(one.typeAnnotation?.typeAnnotation))
}

function isAnyType(type: TSESTree.TypeNode | undefined): boolean {
  return type?.type === 'TSAnyKeyword'
}
