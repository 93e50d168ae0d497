import type { KnownCall } from '../../src/facts/known-calls/find-call.ts'
import { lookUpCall } from '../../src/facts/known-calls/look-up-call.ts'
import type { CallNode } from '../../src/facts/known-calls/call-arguments.ts'
import type { KnownCallRow } from '../../src/facts/known-calls/row.ts'
import type { Node } from '../../src/parse/node-types.ts'
import { parseText } from '../../src/parse/parse-text.ts'
import type { Parsed } from '../../src/parse/parsed.ts'
import { walk } from '../../src/parse/walk.ts'

const NO_ROWS: readonly KnownCallRow[] = []

/** What is known of the outermost call in the last statement of the text. */
export function lastCall(text: string, rows = NO_ROWS, filename = '/repo/src/job.ts'): KnownCall | null {
  const parsed = parseText(text, filename)
  const call = firstBelow(parsed.ast.body.at(-1)!, parsed, isCall)
  if (!call) throw new Error('The last statement has no call.')
  return lookUpCall(call as CallNode, parsed, rows)
}

/** The last `$(expression)` of the text: the expression. */
export function marked(text: string, filename = '/repo/src/job.ts'): { readonly node: Node; readonly parsed: Parsed } {
  const parsed = parseText(text, filename)
  let found: Node | undefined
  walk(parsed.ast, parsed, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === '$') {
      found = node.arguments[0]
    }
  })
  if (!found) throw new Error('The text has no $(expression).')
  return { node: found, parsed }
}

/** `fs/promises:readFile` */
export function nameOf(call: KnownCall | null): string | null {
  return call && `${[call.row.module].flat()[0]}:${[call.row.name].flat().join(' ')}`
}

function firstBelow(root: Node, parsed: Parsed, matches: (node: Node) => boolean): Node | null {
  let found: Node | null = null
  walk(root, parsed, (node) => {
    if (!found && matches(node)) found = node
    return found ? 'skip' : undefined
  })
  return found
}

function isCall({ type }: Node): boolean {
  return ['CallExpression', 'NewExpression', 'TaggedTemplateExpression', 'ImportExpression'].includes(type)
}
