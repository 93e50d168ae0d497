import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import type { ValueKind } from './row.ts'

/** What the arguments of a call are asked against. */
export interface Asked {
  readonly parsed: Parsed
  readonly kindOf: (expression: Node) => ValueKind | null
}

/**
 * A text of which all is seen; null where something may be in it that is not. A number is told as one, and a value of a
 * tagged template, which its tag sends beside the text, as a question mark:
 *
 *     `SELECT ${COLUMNS} FROM users LIMIT ${10}`      sql`SELECT * FROM users WHERE id = ${id}`
 */
export function wholeText(node: Node, asked: Asked, depth = 0): string | null {
  if (node.type === 'Literal') return String(node.value)
  if (node.type !== 'TemplateLiteral' || depth > MAX_DEPTH) return null
  const isTagged = node.parent.type === 'TaggedTemplateExpression' && node.parent.quasi === node
  return node.quasis.reduce<string | null>((text, { value }, index) => {
    if (text === null || index === 0) return text
    const put = node.expressions[index - 1]!
    const told = isTagged && isValue(put, text, asked) ? '?' : constantText(put, asked, depth)
    return told === null ? null : `${text}${told}${value.cooked ?? value.raw}`
  }, cookedStart(node))
}

/** A constant may be made of constants, and of itself by mistake. */
const MAX_DEPTH = 3

function cookedStart({ quasis: [start] }: TSESTree.TemplateLiteral): string {
  return start!.value.cooked ?? start!.value.raw
}

function constantText(put: Node, asked: Asked, depth: number): string | null {
  const node = plainExpression(put)
  const kind = asked.kindOf(node)
  if (kind === 'number' || kind === 'bigint' || kind === 'boolean') return '1'
  return wholeText(initOfName(node, asked.parsed) ?? node, asked, depth + 1)
}

/** A value, and no piece of a statement, by its kind or by where it stands: `id = ${id}`, `id IN (${ids})`. */
function isValue(put: Node, before: string, { kindOf }: Asked): boolean {
  const kind = kindOf(put)
  return kind === null ? OPERAND.test(before) : !kind.includes(':')
}

const OPERAND = /(?:[=<>+*/%|-]|\b(?:like|limit|offset|between)|\bbetween\s+\S+\s+and|\b(?:in|any|all)\s*\()\s*$/i
