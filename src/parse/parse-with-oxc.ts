import { analyze } from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/utils'
import { type Comment, parseSync, visitorKeys } from 'oxc-parser'
import { completeTree } from './complete-tree.ts'
import { Lines } from './lines.ts'
import type { Parsed } from './parsed.ts'
import { sourceKindOf } from './source-kind.ts'
import { tokensOf } from './tokens.ts'

/** Parses with oxc-parser, several times as fast; null where it finds an error. */
export function parseWithOxc(text: string, filename: string): Parsed | null {
  const { isCommonJs, hasJsx } = sourceKindOf(filename)
  const result = parseSync(filename, text, {
    lang: hasJsx ? 'tsx' : 'ts',
    astType: 'ts',
    sourceType: isCommonJs ? 'commonjs' : 'module',
    // A list of two numbers for each node, few of which are asked for: the tree makes those.
    range: false,
    preserveParens: false,
  })
  if (result.errors.length > 0) return null
  const ast = result.program as unknown as TSESTree.Program
  ast.sourceType = isCommonJs ? 'script' : 'module'
  const lines = new Lines(text)
  completeTree(ast, lines)
  ast.comments = result.comments.map((comment) => toComment(comment, lines))
  return new OxcParsed(filename, text, ast, lines)
}

/** Scopes and tokens are worked out where they are asked for: most files have nothing to ask about. */
class OxcParsed implements Parsed {
  readonly filename: string
  readonly text: string
  readonly ast: TSESTree.Program
  readonly visitorKeys: Parsed['visitorKeys'] = visitorKeys
  #scopes: Parsed['scopes'] | null = null

  constructor(filename: string, text: string, ast: TSESTree.Program, lines: Lines) {
    this.filename = filename
    this.text = text
    this.ast = ast
    let tokens: TSESTree.Token[] | null = null
    Object.defineProperty(ast, 'tokens', { get: () => (tokens ??= tokensOf(ast, text, lines)) })
  }

  get scopes(): Parsed['scopes'] {
    return (this.#scopes ??= analyze(this.ast, { sourceType: this.ast.sourceType }))
  }
}

function toComment({ type, value, start, end }: Comment, lines: Lines): TSESTree.Comment {
  const range: TSESTree.Range = [start, end]
  return {
    type,
    value,
    range,
    get loc() {
      return lines.locationOf(range)
    },
  } as TSESTree.Comment
}
