import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys } from 'oxc-parser'
import type { Node } from './node-types.ts'
import { walk } from './walk.ts'

export type TokenType = `${TSESTree.Token['type']}`

/** A token's type and where it ends. */
type TokenInTree = readonly [type: TokenType, end: number]

/** The tokens, by where they begin, that cannot be told from the text alone. */
export function tokensInTree(ast: TSESTree.Program, text: string): ReadonlyMap<number, TokenInTree> {
  const tokens = new Map<number, TokenInTree>()
  walk(ast, { visitorKeys }, (node) => {
    const token = tokenOf(node)
    if (token !== null) tokens.set(node.range[0], token)
    // `A<B<C>>` and `<A>=`: a bracket of its own, whatever stands beside it.
    for (const at of bracketsOf(node, text)) tokens.set(at, ['Punctuator', at + 1])
  })
  return tokens
}

function tokenOf(node: Node): TokenInTree | null {
  const [, end] = node.range
  switch (node.type) {
    case 'JSXIdentifier':
      return ['JSXIdentifier', end]
    case 'JSXText':
      return ['JSXText', end]
    case 'TemplateElement':
      return ['Template', end]
    case 'Literal':
      return literalToken(node)
    default:
      return null
  }
}

function literalToken(node: TSESTree.Literal): TokenInTree | null {
  const [, end] = node.range
  if ('regex' in node) return ['RegularExpression', end]
  if ('bigint' in node || typeof node.value === 'number') return ['Numeric', end]
  if (typeof node.value !== 'string') return null
  return [node.parent.type === 'JSXAttribute' ? 'JSXText' : 'String', end]
}

function bracketsOf(node: Node, text: string): readonly number[] {
  const [start, end] = node.range
  switch (node.type) {
    case 'TSTypeParameterInstantiation':
    case 'TSTypeParameterDeclaration':
    case 'JSXOpeningFragment':
    case 'JSXClosingFragment':
    case 'JSXClosingElement':
      return [start, end - 1]
    case 'JSXOpeningElement':
      return node.selfClosing ? [start, text.lastIndexOf('/', end - 1), end - 1] : [start, end - 1]
    case 'TSTypeAssertion':
      return [start, text.indexOf('>', node.typeAnnotation.range[1])]
    default:
      return []
  }
}
