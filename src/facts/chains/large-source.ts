import type { TSESTree } from '@typescript-eslint/utils'
import type { Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal } from '../scopes/variable-of.ts'

/**
 * What tells that a source is large, or made element by element:
 *
 *     lines      readFileSync(path, 'utf8').split('\n')
 *     iterator   [...text.matchAll(/a/g)]    Array.from(squares(n)), of a generator
 *     range      Array.from({ length: 1e6 }, f)
 */
export type LargeSource = 'lines' | 'iterator' | 'range'

type Rows = readonly KnownCallRow[]

const DEEPEST = 4

export function largeSourceOf(source: Node, parsed: Parsed, rows: Rows, depth = 0): LargeSource | null {
  const node = valueOf(source, parsed, depth)
  if (node.type === 'ArrayExpression') {
    const [only] = node.elements
    return node.elements.length === 1 && only?.type === 'SpreadElement' && isLazy(only.argument, parsed, rows) ? 'iterator' : null
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  if (isSplitAtLineEnds(node)) return isTextOfFile(node.callee.object, parsed, rows, depth) ? 'lines' : null
  const { object, property } = node.callee
  const isFrom = object.type === 'Identifier' && object.name === 'Array' && isGlobal(object, parsed) && isNamed(property, 'from')
  const [first] = node.arguments
  if (!isFrom || !first) return null
  if (first.type === 'ObjectExpression') return isLargeLength(first) ? 'range' : null
  return isLazy(first, parsed, rows) ? 'iterator' : null
}

/** What a name that is never written again stands for. */
function valueOf(node: Node, parsed: Parsed, depth: number): Node {
  const plain = plainExpression(node)
  if (plain.type !== 'Identifier' || depth >= DEEPEST) return plain
  const init = initOfName(plain, parsed)
  return init ? valueOf(init, parsed, depth + 1) : plain
}

/** text.split('\n'), text.split(/\r?\n/) */
function isSplitAtLineEnds({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  const [at] = given
  if (callee.type !== 'MemberExpression' || !isNamed(callee.property, 'split') || at?.type !== 'Literal') return false
  return 'regex' in at ? at.regex.pattern.includes('\\n') : typeof at.value === 'string' && at.value.includes('\n')
}

/** A call that reads a file, awaited or not, and what takes its text as a whole: `.toString()`, `.trim()`. */
function isTextOfFile(text: Node, parsed: Parsed, rows: Rows, depth: number): boolean {
  const node = valueOf(text, parsed, depth)
  if (depth > DEEPEST) return false
  if (node.type === 'AwaitExpression') return isTextOfFile(node.argument, parsed, rows, depth + 1)
  if (node.type !== 'CallExpression') return false
  const effects = lookUpCall(node, parsed, rows)?.row.effects ?? []
  if (effects.some(({ does, on, tree }) => does === 'read' && on === 'file-system' && !tree)) return true
  const { callee } = node
  const isWhole = callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && WHOLE.has(callee.property.name)
  return isWhole && isTextOfFile(callee.object, parsed, rows, depth + 1)
}

const WHOLE = new Set(['toString', 'trim', 'trimEnd', 'trimStart'])

/** A call whose elements are worked out one by one: of a generator, or `matchAll`. */
function isLazy(iterable: Node, parsed: Parsed, rows: Rows): boolean {
  const node = valueOf(iterable, parsed, 0)
  if (node.type !== 'CallExpression') return false
  const called = findFunction(node.callee, parsed)
  if (called) return called.generator && !called.async
  const row = lookUpCall(node, parsed, rows)?.row
  return row !== undefined && [row.name].flat().includes('string#matchAll')
}

function isLargeLength({ properties: [length] }: TSESTree.ObjectExpression): boolean {
  if (length?.type !== 'Property' || !isNamed(length.key, 'length')) return false
  return length.value.type === 'Literal' && typeof length.value.value === 'number' && length.value.value >= LARGE
}

/** From here on a further array is seen in the memory of a program (see docs/performance-of-pipelines.md). */
const LARGE = 100_000

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name
}
