import { createHash } from 'node:crypto'
import type { TSESTree } from '@typescript-eslint/utils'
import { firstFrom } from '../parse/first-from.ts'
import type { Node } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { Answer } from './answer.ts'

/** What a finding is known by when the text around it has changed. */
export interface Fingerprint {
  /** Of the rule and the code of the form, without its place, layout and comments. */
  readonly code: string
  /** Names of what it stands in, the outermost first: `Loader.load`; tells forms of equal code apart. */
  readonly within: string
}

export function fingerprintOf({ form: { node }, finding }: Answer, parsed: Parsed): Fingerprint {
  const tokens = tokensWithin(node, parsed.ast.tokens ?? [])
  const words = tokens.map(({ value }) => value).filter((value, index) => !isLayout(value, tokens[index + 1]?.value))
  const code = createHash('sha256').update([finding.rule, ...words.map(withoutQuotes)].join('\n')).digest('hex')
  return { code: code.slice(0, 16), within: namesAround(node).join('.') }
}

/** The tokens from the first of the node on: they stand in the order of the text, so that the first is searched for. */
function tokensWithin({ range: [start, end] }: Node, tokens: readonly TSESTree.Token[]): readonly TSESTree.Token[] {
  const first = firstFrom(tokens, start, ({ range }) => range[0])
  let last = first
  while (last < tokens.length && tokens[last]!.range[1] <= end) last += 1
  return tokens.slice(first, last)
}

/** Semicolons, and commas before a closing bracket, come and go with the formatter. */
function isLayout(value: string, next: string | undefined): boolean {
  return value === ';' || (value === ',' && next !== undefined && /^[)\]}]$/.test(next))
}

function withoutQuotes(value: string): string {
  return /^'[^'"\\]*'$/.test(value) ? `"${value.slice(1, -1)}"` : value
}

function namesAround(node: Node): readonly string[] {
  const names: string[] = []
  for (let outer = node.parent; outer; outer = outer.parent) {
    const name = nameOf(outer)
    if (name !== null) names.unshift(name)
  }
  return names
}

function nameOf(node: Node): string | null {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'VariableDeclarator':
      return node.id?.type === 'Identifier' ? node.id.name : null
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return 'name' in node.key && typeof node.key.name === 'string' ? node.key.name : null
    default:
      return null
  }
}
