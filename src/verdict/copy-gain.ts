import { SKIPS_HOLES, STOPS_EARLY, TAKES_ITERABLE } from '../facts/arrays/array-consumers.ts'
import { arraynessOf } from '../facts/rewrite-legality/arrayness.ts'
import { isGlobal } from '../facts/scopes/variable-of.ts'
import type { Consumer } from '../model/copy-use.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { CopyQuestion } from './copies.ts'
import { reason } from './question.ts'
import type { Reason } from './verdict.ts'

export interface Gain {
  readonly reasons: readonly Reason[]
  /** What takes away from the certainty that the program does the same without the copy. */
  readonly doubts: readonly Reason[]
  /** Memory alone: all is walked, through stages. */
  readonly isSmall: boolean
}

export function gainOf({ copy, kind, name, region: { parsed } }: CopyQuestion): Gain {
  const { stages, consumer } = copy.use
  const method = consumer.kind === 'method' ? consumer.name : null
  const first = kind === 'array' && stages[0]?.callee.type === 'MemberExpression' ? stages[0].callee.property : null
  const walked = first?.type === 'Identifier' ? first.name : method
  const stops = consumer.kind === 'pattern' || (kind !== 'array' && method !== null && STOPS_EARLY.has(method))
  // These read the source to its end before anything else happens, as the copy did.
  const isReadWhole = stages.length === 0 && (consumer.kind === 'spread' || consumer.kind === 'argument')
  const isFilled = copy.how !== 'slice' && walked !== null && SKIPS_HOLES.has(walked)
  return {
    reasons: [stops ? reason('stops-early', consumer.node, { name: method ?? 'a pattern' }) : reason('pure-waste', copy.node, { name })],
    doubts: [
      ...((kind === 'unknown' || kind === 'iterable') && !isReadWhole ? [reason('kind-unknown', copy.source, { name })] : []),
      ...(kind === 'array' && isFilled && arraynessOf(copy.source, parsed) !== 'dense' ? [reason('may-have-holes', copy.source, { name })] : []),
    ],
    isSmall: kind !== 'array' && stages.length > 0 && !stops,
  }
}

/** Whether a name that takes an iterable is the language's: `Set` in `new Set(xs)`. */
export function isTaker({ node, name }: Extract<Consumer, { kind: 'argument' }>, parsed: Parsed): boolean {
  const { callee } = node
  const owner = callee.type === 'MemberExpression' ? callee.object : callee
  return TAKES_ITERABLE.has(name) && owner.type === 'Identifier' && isGlobal(owner, parsed)
}
