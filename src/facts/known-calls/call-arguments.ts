import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'

export type CallNode =
  TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression | TSESTree.ImportExpression

/**
 * Argument `index` of a call; null where it is not given, `'unknown'` where a spread stands before it.
 * Argument 0 of a tagged template is the template, that of `import()` its source.
 */
export function argumentAt(call: CallNode, index: number): Node | null | 'unknown' {
  const given = argumentsOf(call)
  const spread = given.findIndex((argument) => argument.type === 'SpreadElement')
  if (spread >= 0 && spread <= index) return 'unknown'
  return given[index] ?? null
}

function argumentsOf(call: CallNode): readonly Node[] {
  switch (call.type) {
    case 'TaggedTemplateExpression':
      return [call.quasi, ...call.quasi.expressions]
    case 'ImportExpression':
      return call.options ? [call.source, call.options] : [call.source]
    default:
      return call.arguments
  }
}
