import type { TSESTree } from '@typescript-eslint/utils'
import { CALLING_METHODS } from '../facts/arrays/array-consumers.ts'
import { plainCallback } from '../facts/arrays/plain-callback.ts'
import { findFunction } from '../facts/callees/find-function.ts'
import { plainExpression } from '../facts/scopes/plain-expression.ts'
import { isGlobal } from '../facts/scopes/variable-of.ts'
import { isOfFile } from '../parse/file-of.ts'
import type { FunctionNode } from '../parse/node-types.ts'
import { isFunction } from '../parse/node-types.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { CopyQuestion } from './copies.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

/** The functions that are called with the elements. */
export interface Callbacks {
  /** Why they need the array itself. */
  readonly bar: Reason | null
  readonly bodies: readonly FunctionNode[]
  readonly doubts: readonly Reason[]
}

type Call = TSESTree.CallExpression

/** Callbacks of the stages and of the method at the end; of an array those of the first, as then there is a new one. */
export function callbacksOf({ copy: { use }, kind, region: { parsed } }: CopyQuestion): Callbacks {
  const { stages, consumer } = use
  const end = consumer.kind === 'method' && consumer.name in CALLING_METHODS ? [consumer.node] : []
  const calls = kind === 'array' ? [...stages, ...end].slice(0, 1) : [...stages, ...end]
  const found = calls.map((call) => callbackOf(call, parsed))
  const bar = found.findIndex((one) => one === 'sees-array')
  return {
    bar: bar < 0 ? null : reason('callback-sees-array', calls[bar]!),
    bodies: found.filter((one) => typeof one === 'object'),
    doubts: found.flatMap((one, index) => (one === 'unknown' ? [unknownCallback(calls[index]!, parsed)] : [])),
  }
}

/** A function; `'unknown'` for a name that nothing is known of, `'none'` for one of the language that sees a value. */
function callbackOf(call: Call, parsed: Parsed): FunctionNode | 'unknown' | 'none' | 'sees-array' {
  const most = CALLING_METHODS[methodOf(call)] ?? 2
  const plain = plainCallback(call, most, parsed)
  if (plain) return plain
  const [first] = call.arguments
  const callback = first && plainExpression(first)
  const isAlone = call.arguments.length === 1
  if (!callback || isFunction(callback) || !isAlone) return 'sees-array'
  const isName = callback.type === 'Identifier'
  if (isName && SEES_ONE.has(callback.name) && isGlobal(callback, parsed)) return 'none'
  if (!isName && callback.type !== 'MemberExpression') return 'sees-array'
  const found = findFunction(callback, parsed)
  if (!found) return 'unknown'
  const isPlain = found.params.length <= most && found.params.every(({ type }) => type !== 'RestElement')
  if (!isPlain || found.async || found.generator) return 'sees-array'
  return isOfFile(found, parsed) ? found : 'unknown'
}

const SEES_ONE = new Set(['Boolean', 'Number', 'String', 'isNaN', 'isFinite'])

function methodOf({ callee }: Call): string {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
}

function unknownCallback({ arguments: [callback] }: Call, { text }: Parsed): Reason {
  return reason('callee-unknown', callback!, { name: text.slice(...callback!.range).split('\n')[0]!.slice(0, 40) })
}
