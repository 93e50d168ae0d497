import { createHash } from 'node:crypto'
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
  const tokens = (parsed.ast.tokens ?? []).filter(({ range }) => node.range[0] <= range[0] && range[1] <= node.range[1])
  const words = tokens.map(({ value }) => value).filter((value, index) => !isLayout(value, tokens[index + 1]?.value))
  const code = createHash('sha256').update([finding.rule, ...words.map(withoutQuotes)].join('\n')).digest('hex')
  return { code: code.slice(0, 16), within: namesAround(node).join('.') }
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
