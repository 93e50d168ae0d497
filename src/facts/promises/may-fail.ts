import type { TSESTree } from '@typescript-eslint/utils'
import { fileOf } from '../../parse/file-of.ts'
import type { FunctionNode, Node } from '../../parse/node-types.ts'
import { isFunction } from '../../parse/node-types.ts'
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
import { failuresOf, handlesFailure } from './never-rejects.ts'
import { signOfExecutor } from './promise-executor.ts'

/**
 * Whether running something, and waiting for it, may fail:
 *
 *     yes        it throws, rejects, or asks the world outside
 *     entrusted  only where other code lets the failure of a function through that it is handed: `queue.add(() => f())`
 *     no         all that it calls is known not to fail, or is handled
 */
export type Failing = 'yes' | 'unknown' | 'entrusted' | 'no'

export interface Asked {
  readonly parsed: Parsed
  readonly rows: readonly KnownCallRow[]
  /** Functions that are being asked about, so that none is asked within itself. */
  readonly open: readonly FunctionNode[]
  /** Functions that may still be looked at. */
  readonly left: { count: number }
}

const MOST_FUNCTIONS = 100
const DEEPEST = 8

export function failingOfFunction(node: FunctionNode, parsed: Parsed, rows: readonly KnownCallRow[]): Failing {
  return ofFunction(node, { parsed, rows, open: [], left: { count: MOST_FUNCTIONS } })
}

export function failingOfValue(value: Node, parsed: Parsed, rows: readonly KnownCallRow[]): Failing {
  return ofValue(value, { parsed, rows, open: [], left: { count: MOST_FUNCTIONS } })
}

function ofFunction(node: FunctionNode, asked: Asked): Failing {
  if (asked.open.includes(node)) return 'no'
  asked.left.count -= 1
  if (asked.left.count < 0 || asked.open.length >= DEEPEST) return 'unknown'
  const parsed = fileOf(node, asked.parsed)
  return worst(failuresOf(node, parsed), (one) => ofValue(one, { ...asked, parsed, open: [...asked.open, node] }))
}

/** The worst of several answers; no more is asked once one is `yes`. */
function worst<T>(parts: readonly T[], ask: (part: T) => Failing): Failing {
  return gravest(parts, ['yes', 'unknown', 'entrusted', 'no'], ask)
}

function ofValue(value: Node, asked: Asked): Failing {
  const node = plainExpression(value)
  switch (node.type) {
    case 'ThrowStatement':
    case 'ImportExpression':
      return 'yes'
    case 'AwaitExpression':
      return ofValue(node.argument, asked)
    case 'Identifier': {
      const init = initOfName(node, asked.parsed)
      return init && init !== node ? ofValue(init, asked) : 'unknown'
    }
    case 'NewExpression':
      return ofNew(node, asked)
    case 'CallExpression':
      return ofCall(node, asked)
    case 'TaggedTemplateExpression':
    case 'MemberExpression':
      return 'unknown'
    default:
      return 'no'
  }
}

function ofNew(node: TSESTree.NewExpression, { parsed }: Asked): Failing {
  const { callee } = node
  if (callee.type !== 'Identifier' || !isGlobal(callee, parsed)) return 'unknown'
  if (callee.name !== 'Promise') return PLAIN_CLASSES.has(callee.name) ? 'no' : 'unknown'
  const sign = signOfExecutor(node, parsed)
  return sign === 'harmless' ? 'no' : sign === 'promise' ? 'yes' : 'unknown'
}

const PLAIN_CLASSES = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'Error', 'TypeError', 'AbortController'])

function ofCall(node: TSESTree.CallExpression, asked: Asked): Failing {
  const { parsed, rows } = asked
  const { callee, arguments: given } = node
  const method = callee.type === 'MemberExpression' && !callee.computed ? nameOf(callee.property) : null
  if (callee.type === 'MemberExpression' && method !== null && isPromise(callee.object, parsed)) {
    return ofCombinator(method, given[0], asked)
  }
  if (handlesFailure(node, parsed)) return 'no'
  if (callee.type === 'MemberExpression' && (method === 'then' || method === 'finally' || method === 'catch')) {
    const receiver = method === 'catch' ? 'no' : ofValue(callee.object, asked)
    return worst([receiver, ...given.map((one) => ofCallback(one, asked))], (one) => one)
  }
  const known = lookUpCall(node, parsed, rows)
  if (known) return ofKnown(node, known.row, asked)
  const found = findFunction(callee, parsed)
  if (found) return ofFunction(found, asked)
  return given.some((argument) => isFunction(argument)) ? 'entrusted' : 'unknown'
}

function ofKnown(node: TSESTree.CallExpression, row: KnownCallRow, asked: Asked): Failing {
  if (row.pacing) return 'no'
  const kind = valueKindOf(node, asked.parsed, asked.rows)
  if (row.async || (kind !== null && classOf(parseKind(kind)) === 'Promise')) return 'yes'
  if (row.effects.some(({ on }) => typeof on === 'string' && FAILING_WORLDS.has(on))) return 'yes'
  return worst(row.calls ?? [], (index) => {
    const callback = node.arguments[index]
    return callback ? ofCallback(callback, asked) : 'no'
  })
}

const FAILING_WORLDS = new Set<string>(['file-system', 'network', 'database', 'process', 'modules'])

function ofCallback(callback: Node, asked: Asked): Failing {
  const found = findFunction(callback, asked.parsed)
  return found ? ofFunction(found, asked) : 'unknown'
}

/** Promise.all([f(), g()]), Promise.all(xs.map(f)) */
function ofCombinator(name: string, list: Node | undefined, asked: Asked): Failing {
  if (name === 'allSettled' || name === 'resolve' || name === 'withResolvers') return 'no'
  if (name === 'reject') return 'yes'
  const node = list && plainExpression(list)
  if (node?.type === 'ArrayExpression') {
    return worst(node.elements, (element) => (element ? ofValue(element, asked) : 'no'))
  }
  const isMap = node?.type === 'CallExpression' && node.callee.type === 'MemberExpression' && nameOf(node.callee.property) === 'map'
  return isMap && node.arguments[0] ? ofCallback(node.arguments[0], asked) : 'unknown'
}

function isPromise(node: Node, parsed: Parsed): boolean {
  return node.type === 'Identifier' && node.name === 'Promise' && isGlobal(node, parsed)
}

function nameOf(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : null
}
