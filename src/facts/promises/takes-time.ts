import type { TSESTree } from '@typescript-eslint/utils'
import { waitsOf } from '../../model/waits.ts'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import type { Parsed } from '../../parse/parsed.ts'
import { findFunction } from '../callees/find-function.ts'
import { gravest } from '../gravest.ts'
import { lookUpCall } from '../known-calls/look-up-call.ts'
import type { KnownCallRow } from '../known-calls/row.ts'
import { initOfName } from '../scopes/init-of-name.ts'
import { plainExpression } from '../scopes/plain-expression.ts'
import { isGlobal } from '../scopes/variable-of.ts'
import { classOf, parseKind } from '../values/kind.ts'
import { valueKindOf } from '../values/value-of.ts'
import { returnedBy } from './never-rejects.ts'

/**
 * Whether waiting for a value takes time in which other things happen. `no` where it is over before the platform looks
 * for failures that nobody handles: `await Promise.resolve()`, `await 5`.
 */
export type TakesTime = 'yes' | 'no' | 'unknown'

const DEEPEST = 4

export function takesTime(value: Node, parsed: Parsed, rows: readonly KnownCallRow[], depth = 0): TakesTime {
  if (depth > DEEPEST) return 'unknown'
  const node = plainExpression(value)
  const deeper = (part: Node): TakesTime => takesTime(part, parsed, rows, depth + 1)
  switch (node.type) {
    case 'ImportExpression':
      return 'yes'
    case 'Literal':
    case 'TemplateLiteral':
    case 'ObjectExpression':
      return 'no'
    case 'AwaitExpression':
      return deeper(node.argument)
    case 'ConditionalExpression':
      return all([node.consequent, node.alternate].map(deeper))
    case 'NewExpression':
      return isPromise(node.callee, parsed) ? 'yes' : 'unknown'
    case 'CallExpression':
      return ofCall(node, parsed, rows, depth)
    case 'Identifier': {
      const init = initOfName(node, parsed)
      return init ? deeper(init) : 'unknown'
    }
    default:
      return 'unknown'
  }
}

/** Of things that all are waited for; no more is asked once one takes time. */
function any(parts: readonly Node[], ask: (part: Node) => TakesTime): TakesTime {
  return gravest(parts, ['yes', 'unknown', 'no'], ask)
}

/** Of things one of which is waited for. */
function all(parts: readonly TakesTime[]): TakesTime {
  const [first] = parts
  return first !== undefined && parts.every((part) => part === first) ? first : 'unknown'
}

function ofCall(
  node: TSESTree.CallExpression,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth: number,
): TakesTime {
  const { callee, arguments: given } = node
  if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
    const { name } = callee.property
    if (isPromise(callee.object, parsed)) return ofCombinator(name, given[0], parsed, rows, depth)
    if (FOLLOWING.has(name)) return takesTime(callee.object, parsed, rows, depth + 1)
  }
  const known = lookUpCall(node, parsed, rows)
  if (known?.row.async || known?.row.pacing || known?.row.lazy) return 'yes'
  const found = findFunction(callee, parsed)
  if (found) return ofFunction(found, parsed, rows, depth)
  const kind = known && valueKindOf(node, parsed, rows)
  return kind && classOf(parseKind(kind)) === 'Promise' ? 'yes' : 'unknown'
}

const FOLLOWING = new Set(['then', 'catch', 'finally'])

function ofFunction(node: FunctionNode, parsed: Parsed, rows: readonly KnownCallRow[], depth: number): TakesTime {
  const file = fileOf(node, parsed)
  const waits = node.async ? waitsOf(node, file) : []
  if (waits.some(({ type }) => type === 'ForOfStatement')) return 'unknown'
  const awaited = waits.flatMap((wait) => (wait.type === 'AwaitExpression' ? [wait.argument] : []))
  return any([...awaited, ...returnedBy(node, file)], (value) => takesTime(value, file, rows, depth + 1))
}

function ofCombinator(
  name: string,
  list: Node | undefined,
  parsed: Parsed,
  rows: readonly KnownCallRow[],
  depth: number,
): TakesTime {
  if (name === 'reject' || !list) return 'no'
  const node = plainExpression(list)
  if (name === 'resolve') return takesTime(node, parsed, rows, depth + 1)
  if (node.type === 'ArrayExpression') {
    const elements = node.elements.filter((element) => element !== null)
    return any(elements, (element) => takesTime(element, parsed, rows, depth + 1))
  }
  const mapper = node.type === 'CallExpression' && isMap(node) ? findFunction(node.arguments[0]!, parsed) : null
  return mapper ? ofFunction(mapper, parsed, rows, depth + 1) : 'unknown'
}

function isMap({ callee, arguments: given }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false
  return callee.property.name === 'map' && given.length > 0
}

function isPromise(node: Node, parsed: Parsed): boolean {
  return node.type === 'Identifier' && node.name === 'Promise' && isGlobal(node, parsed)
}
