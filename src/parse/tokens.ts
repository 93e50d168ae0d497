import type { TSESTree } from '@typescript-eslint/utils'
import type { Lines } from './lines.ts'
import { tokensInTree, type TokenType } from './tokens-in-tree.ts'
import { typeOfWord } from './type-of-word.ts'

const SPACE = /\s+/y
const PLAIN_WORD = /#?[\w$]+(?![^\0-\x7F]|\\)/y
const WORD = /#?(?:[\p{ID_Continue}$\u200C\u200D]|\\u\{[\dA-Fa-f]+\}|\\u[\dA-Fa-f]{4})+/uy
const PUNCTUATOR =
  /[()[\]{};,:@~]|\.(?:\.\.)?|=>|\?\.(?!\d)|(?:>>>|>>|<<|\*\*|&&|\|\||\?\?)=?|[=!]==?|[-+*/%&|^<>]=|\+\+|--|[^]/y

/**
 * The tokens of a text as `@typescript-eslint/parser` tells them, but that a word is a keyword by its spelling alone.
 * What the text does not say, such as whether a slash begins a regular expression, the tree does.
 */
export function tokensOf(ast: TSESTree.Program, text: string, lines: Lines): TSESTree.Token[] {
  const known = tokensInTree(ast, text)
  const comments = new Map(ast.comments?.map(({ range }) => range))
  const tokens: TSESTree.Token[] = []
  for (let at = text.startsWith('#!') ? endOf(/.*/y, text, 0) : 0; at < text.length; ) {
    const literal = known.get(at)
    const skipped = literal ? at : (comments.get(at) ?? endOf(SPACE, text, at))
    if (skipped > at) {
      at = skipped
      continue
    }
    const word = literal?.[1] ?? endOfWord(text, at)
    const end = word > at ? word : endOf(PUNCTUATOR, text, at)
    const type = literal?.[0] ?? (word > at ? typeOfWord(text.slice(at, end)) : 'Punctuator')
    tokens.push(toToken(type, [at, end], text, lines))
    at = end
  }
  return tokens
}

/** Where a match that begins at an offset ends; the offset where there is none. */
function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.test(text) ? pattern.lastIndex : offset
}

function endOfWord(text: string, offset: number): number {
  const plain = endOf(PLAIN_WORD, text, offset)
  return plain > offset ? plain : endOf(WORD, text, offset)
}

function toToken(type: TokenType, range: TSESTree.Range, text: string, lines: Lines): TSESTree.Token {
  const value = text.slice(range[0] + (type === 'PrivateIdentifier' ? 1 : 0), range[1])
  return {
    type,
    value,
    range,
    get loc() {
      return lines.locationOf(range)
    },
  } as unknown as TSESTree.Token
}
