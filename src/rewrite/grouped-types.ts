import type { TSESTree } from '@typescript-eslint/utils'
import type { AwaitStep } from '../model/await-run.ts'
import type { Parsed } from '../parse/parsed.ts'

/**
 * `: [A, B]` for patterns that have their types written; nothing where none has. Null where only some have, whose types
 * would be lost.
 */
export function groupedTypes(members: readonly AwaitStep[], { text }: Parsed): string | null {
  const declared = members.filter(({ target }) => target.kind === 'declared')
  const types = declared.map((member) => typeOf(member))
  if (types.every((type) => type === null)) return ''
  const isWhole = types.every((type) => type !== null) && declared.length === members.length
  return isWhole ? `: [${types.map((type) => text.slice(...type.range)).join(', ')}]` : null
}

function typeOf({ target }: AwaitStep): TSESTree.TypeNode | null {
  if (target.kind !== 'declared' || !('typeAnnotation' in target.pattern)) return null
  return (target.pattern.typeAnnotation as TSESTree.TSTypeAnnotation | undefined)?.typeAnnotation ?? null
}
