import type { TSESTree } from '@typescript-eslint/utils'
import type { Parsed } from '../parse/parsed.ts'

/** How the file is written; new text follows it. */
export interface FileStyle {
  readonly quote: "'" | '"'
  readonly semicolons: boolean
  readonly newline: '\n' | '\r\n'
  /** One level: spaces or a tab. */
  readonly indent: string
  /** `{ a }`, not `{a}`. */
  readonly spacedBraces: boolean
}

const cache = new WeakMap<Parsed, FileStyle>()

/** Reads the habits of a file from its tokens; a file that shows none gets the commonest. */
export function fileStyle(parsed: Parsed): FileStyle {
  let style = cache.get(parsed)
  if (!style) {
    style = {
      quote: quoteOf(parsed),
      semicolons: hasSemicolons(parsed),
      newline: parsed.text.includes('\r\n') ? '\r\n' : '\n',
      indent: indentOf(parsed.text),
      spacedBraces: hasSpacedBraces(parsed),
    }
    cache.set(parsed, style)
  }
  return style
}

/** Module names are what is imitated, so they count before other strings. */
function quoteOf({ ast, text }: Parsed): FileStyle['quote'] {
  for (const statement of ast.body) {
    if (statement.type === 'ImportDeclaration') return quoteAt(text, statement.source)
  }
  let doubles = 0
  for (const token of ast.tokens ?? []) {
    if (token.type === 'String') doubles += text[token.range[0]] === '"' ? 1 : -1
  }
  return doubles > 0 ? '"' : "'"
}

function quoteAt(text: string, literal: TSESTree.StringLiteral): FileStyle['quote'] {
  return text[literal.range[0]] === '"' ? '"' : "'"
}

function hasSemicolons({ ast, text }: Parsed): boolean {
  let balance = 0
  const rest: TSESTree.Node[] = [...ast.body]
  for (let node = rest.pop(); node && Math.abs(balance) < 40; node = rest.pop()) {
    if (ENDED.has(node.type)) balance += text[node.range[1] - 1] === ';' ? 1 : -1
    rest.push(...innerStatements(node))
  }
  return balance === 0 ? !/\n/.test(text.trim()) || text.includes(';') : balance > 0
}

const ENDED = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'ReturnStatement',
  'ThrowStatement',
  'ImportDeclaration',
])

function innerStatements(node: TSESTree.Node): readonly TSESTree.Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body
    case 'FunctionDeclaration':
    case 'ForOfStatement':
    case 'ForStatement':
    case 'WhileStatement':
      return node.body ? [node.body] : []
    case 'ExportNamedDeclaration':
      return node.declaration ? [node.declaration] : []
    case 'ExportDefaultDeclaration':
      return [node.declaration]
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent]
    case 'TryStatement':
      return [node.block]
    case 'ClassDeclaration':
      return node.body.body.flatMap((member) =>
        member.type === 'MethodDefinition' && member.value.body ? [member.value.body] : [],
      )
    default:
      return []
  }
}

/** The step by which the first indented lines go in. */
function indentOf(text: string): string {
  const widths = new Map<string, number>()
  let last = ''
  for (const line of text.split('\n', 400)) {
    const lead = /^[ \t]*/.exec(line)![0]
    if (line.trim() === '' || /^\s*\*/.test(line)) continue
    if (lead.startsWith(last) && lead.length > last.length) {
      const step = lead.slice(last.length)
      widths.set(step, (widths.get(step) ?? 0) + 1)
    }
    last = lead
  }
  const [most] = [...widths].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? '  '
}

/** Braces of objects, patterns and imports, as far as the token before them tells. */
function hasSpacedBraces({ ast }: Parsed): boolean {
  const tokens = ast.tokens ?? []
  let balance = 0
  tokens.forEach((token, index) => {
    const next = tokens[index + 1]
    if (token.value !== '{' || !next || next.value === '}' || next.loc.start.line !== token.loc.end.line) return
    if (!OPENS_BLOCK.has(tokens[index - 1]?.value ?? '')) balance += next.range[0] > token.range[1] ? 1 : -1
  })
  return balance >= 0
}

const OPENS_BLOCK = new Set([')', '=>', '{', '}', ';', 'else', 'try', 'finally', 'do', ''])
